// New reports.
import * as vscode from "vscode";
import { register } from "./commands";
import type { Server } from "./server";

const { t } = vscode.l10n;

/** Register the command that begins one. */
export function registerReports(context: vscode.ExtensionContext, server: Server): void {
  register(context, server, "gxlint.createReport", () => createReport(server));
}

/** Ask whose report of which year it is, and open it with everything that the form asks for. */
async function createReport(server: Server): Promise<void> {
  const title = t("New Report");
  const agency = await vscode.window.showInputBox({
    title,
    prompt: t("The agency's full name"),
    placeHolder: "青禾县云溪镇人民政府",
    validateInput: (value) => (value.trim() ? undefined : t("Every report names the agency in its title.")),
  });
  const year = agency && (await vscode.window.showInputBox({ title, ...yearBox(new Date().getFullYear() - 1) }));
  if (agency && year) {
    const content = await server.execute<string>("gxlint.newReport", agency.trim(), Number(year.trim()));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "markdown", content }));
  }
}

function yearBox(year: number): vscode.InputBoxOptions {
  return {
    prompt: t("The year that is reported on"),
    value: String(year),
    validateInput: (value) => (/^\s*20\d\d\s*$/.test(value) ? undefined : t("A year has four digits, as 2024.")),
  };
}
