// The review of Word files: their text with findings, and beside it a preview.
import * as vscode from "vscode";
import { WORD } from "../client";
import { register } from "../commands";
import type { Server } from "../server";
import { COPY, copyReplacement } from "./copying";
import { isLockFile, isWordFile, nameOf, wordPath } from "./names";
import { canOpen, openInWord } from "./opening";
import { Previews, VIEW } from "./previews";
import { textOf } from "./review";
import { Reviews } from "./reviews";
import { columnForPreview, showText } from "./texts";

const { t } = vscode.l10n;

const OPEN = "gxlint.openInWord";

/** Register it. */
export function registerWord(context: vscode.ExtensionContext, server: Server): void {
  const reviews = new Reviews(server);
  const previews = new Previews(context.extensionUri, reviews, server.log);
  context.subscriptions.push(
    reviews,
    vscode.workspace.registerTextDocumentContentProvider(WORD, reviews),
    vscode.window.registerCustomEditorProvider(VIEW, previews, { supportsMultipleEditorsPerDocument: true }),
    readonlyItem(),
  );
  register(context, server, "gxlint.reviewWord", reviewWord);
  register(context, server, OPEN, async (file?: unknown) => {
    const word = file instanceof vscode.Uri ? file : fileHere();
    await (word && openInWord(word));
  });
  register(context, server, COPY, copyReplacement);
}

/** Says of the text under review why it cannot be edited. */
function readonlyItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem("gxlint.word", { scheme: WORD });
  item.name = t("gxlint: Word review");
  item.text = `$(lock) ${t("Read-only: edit it in Word or WPS")}`;
  if (canOpen()) {
    item.command = { command: OPEN, title: t("Open in Word") };
  }
  return item;
}

/** Show the text of Word files and their previews: of those chosen in the Explorer, or one that is asked for. */
async function reviewWord(file?: unknown, chosen?: unknown): Promise<void> {
  const several = Array.isArray(chosen) ? chosen.filter((item) => item instanceof vscode.Uri) : [];
  const one = file instanceof vscode.Uri ? [file] : [];
  for (const word of several.length > 0 ? several : one.length > 0 ? one : await asked()) {
    await review(word);
  }
}

async function asked(): Promise<readonly vscode.Uri[]> {
  const here = fileHere();
  if (here !== undefined && isWordFile(here.path)) {
    return [here];
  }
  const filters = { [t("Word files")]: ["docx", "docm"] };
  return (await vscode.window.showOpenDialog({ filters, openLabel: t("Review") })) ?? [];
}

async function review(word: vscode.Uri): Promise<void> {
  const name = nameOf(word.path);
  if (word.scheme !== "file") {
    throw new Error(t("{0} is not on a disk. Save it in a folder and review it there.", name));
  }
  if (isLockFile(word.path)) {
    throw new Error(t("{0} only says that Word has the file open. Review {1} instead.", name, name.slice(2)));
  }
  if (!isWordFile(word.path)) {
    throw new Error(t("{0} is no file of Word 2007 or newer. Save it as .docx and review that.", name));
  }
  await showText(textOf(word), {}, vscode.ViewColumn.Active);
  const viewColumn = columnForPreview(word, VIEW);
  await vscode.commands.executeCommand("vscode.openWith", word, VIEW, { viewColumn, preserveFocus: true, preview: false });
}

/** The Word file that the user is looking at, as text or as preview. */
function fileHere(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText && input.uri.scheme === WORD) {
    return input.uri.with({ scheme: "file", path: wordPath(input.uri.path) });
  }
  return input instanceof vscode.TabInputCustom ? input.uri : undefined;
}
