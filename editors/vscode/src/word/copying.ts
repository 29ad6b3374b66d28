// Fixes of a text that cannot be edited are copied, to be put into the Word file.
import * as vscode from "vscode";
import type { StaticFeature } from "vscode-languageclient/node";

/** The command by which the server has words copied. */
export const COPY = "gxlint.copyReplacement";

const TOLD = 5_000;

/** Tells the server that there is this command. */
export const copying: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = { ...(capabilities.experimental as object | undefined), commands: { commands: [COPY] } };
  },
  initialize: () => undefined,
  getState: () => ({ kind: "static" }),
  clear: () => undefined,
};

/** Copy words. */
export async function copyReplacement(words: unknown): Promise<void> {
  if (typeof words === "string") {
    await vscode.env.clipboard.writeText(words);
    vscode.window.setStatusBarMessage(vscode.l10n.t("Copied. Paste it in Word or WPS."), TOLD);
  }
}
