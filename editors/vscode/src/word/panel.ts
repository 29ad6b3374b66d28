// One preview of a Word file, and its page.
import * as vscode from "vscode";
import { findingsIn } from "./findings";
import { isFromPage, type FromPage, type Labels, type ToPage } from "./messages";
import type { Span } from "./model";
import { openInWord } from "./opening";
import type { Review } from "./review";
import { columnsOf, documentOf, showText } from "./texts";

const { t } = vscode.l10n;

/** Findings that change within so many milliseconds are sent together. */
const TOGETHER = 50;

/** Keeps the page of a preview in step with the file, the findings and the cursor in the text. */
export class Panel implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  private due: NodeJS.Timeout | undefined;

  /**
   * @param webview of the preview.
   * @param review what it shows.
   * @param fail tells the user what went wrong.
   */
  constructor(
    private readonly webview: vscode.Webview,
    private readonly review: Review,
    private readonly fail: (error: unknown) => void,
  ) {
    const key = review.text.toString();
    this.subscriptions = [
      webview.onDidReceiveMessage((message: unknown) => {
        if (isFromPage(message)) {
          this.obey(message).catch(fail);
        }
      }),
      review.onDidChange(() => {
        this.sendAll();
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === key)) {
          this.sendSoon();
        }
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === key) {
          this.sendSoon();
        }
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections: [selection] }) => {
        if (selection !== undefined && document.uri.toString() === key) {
          this.sendHere(document, selection);
        }
      }),
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        if (opened.length + closed.length > 0) {
          this.sendSoon();
        }
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.due);
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
  }

  private async obey(message: FromPage): Promise<void> {
    switch (message.type) {
      case "ready":
        await this.review.ready;
        this.sendAll();
        break;
      case "jump":
        await this.jump(message.span);
        break;
      case "showText":
        await showText(this.review.text);
        break;
      case "openInWord":
        await openInWord(this.review.word);
        break;
    }
  }

  private async jump([start, end]: Span): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.review.text);
    const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
    await showText(this.review.text, { selection });
  }

  private sendAll(): void {
    this.send({ type: "blocks", blocks: this.review.preview?.blocks ?? [], labels: labels() });
    this.sendFindings();
  }

  private sendSoon(): void {
    clearTimeout(this.due);
    this.due = setTimeout(() => {
      this.sendFindings();
    }, TOGETHER);
  }

  /** Findings belong to a text; while the editor's is another one than that which is drawn, there are none to show. */
  private sendFindings(): void {
    const document = documentOf(this.review.text);
    const isOpen = columnsOf(this.review.text).length > 0;
    const agrees = isOpen && document?.getText() === this.review.preview?.text;
    this.send({ type: "findings", findings: agrees && document ? findingsIn(document) : undefined });
    const closed = t("The text of this file is closed. Show it to see what was found.");
    this.send({ type: "notice", text: this.review.notice || (isOpen ? "" : closed) });
  }

  private sendHere(document: vscode.TextDocument, { start, end }: vscode.Selection): void {
    this.send({ type: "here", span: [document.offsetAt(start), document.offsetAt(end)] });
  }

  private send(message: ToPage): void {
    this.webview.postMessage(message).then(undefined, this.fail);
  }
}

function labels(): Labels {
  return {
    severities: { error: t("Error"), warning: t("Warning"), info: t("Information") },
    found: t("{0} findings", "{0}"),
    nothing: t("Nothing found"),
  };
}
