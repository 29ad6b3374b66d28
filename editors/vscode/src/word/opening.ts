// Opening a Word file in the program that edits it.
import * as vscode from "vscode";
import { nameOf } from "./names";

const { t } = vscode.l10n;

/** Whether the file is on the computer at which the user sits. */
export function canOpen(): boolean {
  return vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
}

/**
 * Open a file in Word, WPS or whatever the system has for it.
 *
 * @throws if that is impossible.
 */
export async function openInWord(word: vscode.Uri): Promise<void> {
  if (!canOpen()) {
    throw new Error(t("{0} is on another computer. Download it there, from its menu in the Explorer.", nameOf(word.path)));
  }
  if (await isWanted(word)) {
    await vscode.env.openExternal(word);
  }
}

/** A file of a workspace that is not trusted may be anybody's: programs that open it run what is in it. */
async function isWanted(word: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.isTrusted) {
    return true;
  }
  const open = t("Open");
  const question = t("The workspace is not trusted. Open {0} all the same?", nameOf(word.path));
  return (await vscode.window.showWarningMessage(question, { modal: true }, open)) === open;
}
