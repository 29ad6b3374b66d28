// The text of a Word file among the editors.
import * as vscode from "vscode";

/** The open document of an address, if there is one. */
export function documentOf(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

/** The groups of editors that have something in one of their tabs, those first in which it is seen. */
function columnsWith(isIt: (tab: vscode.Tab) => boolean): vscode.ViewColumn[] {
  const having = vscode.window.tabGroups.all.filter(({ tabs }) => tabs.some(isIt));
  const seen = having.filter(({ activeTab }) => activeTab && isIt(activeTab));
  return [...seen, ...having].map(({ viewColumn }) => viewColumn);
}

/** The groups that have a text. */
export function columnsOf(uri: vscode.Uri): vscode.ViewColumn[] {
  const key = uri.toString();
  return columnsWith(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key);
}

/** The group for the preview of a file: where it is already, else where others are, else beside. */
export function columnForPreview(uri: vscode.Uri, kind: string): vscode.ViewColumn {
  const key = uri.toString();
  const isPreview = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputCustom && input.viewType === kind;
  const isIts = (tab: vscode.Tab): boolean => isPreview(tab) && (tab.input as vscode.TabInputCustom).uri.toString() === key;
  return columnsWith(isIts)[0] ?? columnsWith(isPreview)[0] ?? vscode.ViewColumn.Beside;
}

/**
 * Show a text: where it is already, else where texts of its kind are.
 *
 * @param uri its address.
 * @param options what to select in it, and whether it takes the focus.
 * @param otherwise where to show it if there are none.
 */
export async function showText(
  uri: vscode.Uri,
  options: Pick<vscode.TextDocumentShowOptions, "preserveFocus" | "selection"> = {},
  otherwise = vscode.ViewColumn.Beside,
): Promise<void> {
  const isOfKind = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputText && input.uri.scheme === uri.scheme;
  const viewColumn = columnsOf(uri)[0] ?? columnsWith(isOfKind)[0] ?? otherwise;
  await vscode.window.showTextDocument(uri, { viewColumn, preview: false, ...options });
}
