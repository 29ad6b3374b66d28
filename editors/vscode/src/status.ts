// The server's state, in the status bar and beside the language of a draft.
import * as vscode from "vscode";
import { DRAFTS } from "./client";
import type { Server, State } from "./server";
import { sourceName } from "./wording";

const { t } = vscode.l10n;

/** Show it wherever a draft could be. */
export function registerStatus(context: vscode.ExtensionContext, server: Server): void {
  const beside = vscode.languages.createLanguageStatusItem("gxlint.status", DRAFTS);
  beside.name = "gxlint";
  const bar = vscode.window.createStatusBarItem("gxlint.status", vscode.StatusBarAlignment.Right, 1);
  bar.name = "gxlint";
  const show = (): void => {
    showBeside(beside, server.state);
    showBar(bar, server.state);
    const document = vscode.window.activeTextEditor?.document;
    if (document !== undefined && vscode.languages.match(DRAFTS, document) > 0) {
      bar.show();
    } else {
      bar.hide();
    }
  };
  context.subscriptions.push(beside, bar, server.onDidChange(show), vscode.window.onDidChangeActiveTextEditor(show));
  show();
}

function showBeside(item: vscode.LanguageStatusItem, state: State): void {
  item.text = headline(state);
  item.detail = where(state);
  item.busy = state.kind === "searching" || state.kind === "starting";
  item.severity = isTrouble(state) ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
  item.command = isTrouble(state)
    ? { command: "gxlint.restart", title: t("Restart") }
    : { command: "gxlint.showLog", title: t("Show Log") };
}

function showBar(item: vscode.StatusBarItem, state: State): void {
  const icon = isTrouble(state) ? "$(error)" : state.kind === "running" ? "$(check)" : "$(sync~spin)";
  item.text = `${icon} gxlint`;
  item.tooltip = tooltip(state);
  item.backgroundColor = isTrouble(state) ? new vscode.ThemeColor("statusBarItem.errorBackground") : undefined;
  item.command = "gxlint.showLog";
}

function tooltip(state: State): vscode.MarkdownString {
  const text = new vscode.MarkdownString("", true);
  text.isTrusted = { enabledCommands: ["gxlint.restart", "gxlint.showLog", "gxlint.copyDebugInformation"] };
  text.appendText(headline(state)).appendMarkdown("\n\n").appendText(where(state));
  const links = [
    `[${t("Restart")}](command:gxlint.restart)`,
    `[${t("Show Log")}](command:gxlint.showLog)`,
    `[${t("Copy Debug Information")}](command:gxlint.copyDebugInformation)`,
  ];
  return text.appendMarkdown("\n\n" + links.join(" · "));
}

function isTrouble(state: State): boolean {
  return state.kind === "missing" || state.kind === "failed";
}

/** The state in a few words. */
export function headline(state: State): string {
  switch (state.kind) {
    case "stopped":
      return t("gxlint is stopped");
    case "searching":
      return t("Looking for gxlint");
    case "starting":
      return t("gxlint {0} is starting", state.found.version);
    case "running":
      return t("gxlint {0} is running", state.found.version);
    case "missing":
      return t("No Python for gxlint");
    case "failed":
      return t("gxlint {0} has failed", state.found.version);
  }
}

function where(state: State): string {
  if (!("found" in state)) {
    return "";
  }
  const place = `${sourceName(state.found.source)}: ${state.found.command.file}`;
  return state.kind === "failed" ? `${state.reason} ${place}` : place;
}
