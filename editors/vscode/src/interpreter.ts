// The user's own choice of a Python.
import * as vscode from "vscode";
import { MINIMAL_PYTHON } from "./discovery";
import { SECTION } from "./settings";

const { t } = vscode.l10n;

/** Let the user show us a Python, for all workspaces; the server is then looked for anew. */
export async function chooseInterpreter(): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectMany: false,
    openLabel: t("Use This Python"),
    title: t("Choose Python {0} or newer", MINIMAL_PYTHON),
    ...(process.platform === "win32" ? { filters: { Python: ["exe"] } } : {}),
  });
  const [file] = chosen ?? [];
  if (file !== undefined) {
    const settings = vscode.workspace.getConfiguration(SECTION);
    await settings.update("interpreter", file.fsPath, vscode.ConfigurationTarget.Global);
  }
}
