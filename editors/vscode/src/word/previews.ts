// The preview of Word files as an editor of VS Code.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";
import { reasonOf } from "../programs";
import { nameOf } from "./names";
import { canOpen } from "./opening";
import { Panel } from "./panel";
import type { Reviews } from "./reviews";
import { shell } from "./shell";
import { columnsOf, showText } from "./texts";

const { t } = vscode.l10n;

/** Its name in the manifest. */
export const VIEW = "gxlint.word";

/** Makes previews. */
export class Previews implements vscode.CustomReadonlyEditorProvider {
  private readonly parts: string;

  constructor(
    extension: vscode.Uri,
    private readonly reviews: Reviews,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.parts = vscode.Uri.joinPath(extension, "dist").fsPath;
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: vscode.CustomDocument, webviewPanel: vscode.WebviewPanel): Promise<void> {
    const { webview } = webviewPanel;
    const { review, release } = this.reviews.use(uri);
    webview.options = { enableScripts: true, localResourceRoots: [] };
    const panel = new Panel(webview, review, (error) => {
      this.log.error(VIEW, reasonOf(error));
      void vscode.window.showErrorMessage(reasonOf(error));
    });
    webviewPanel.onDidDispose(() => {
      panel.dispose();
      release();
    });
    webview.html = this.page(nameOf(uri.path));
    if (columnsOf(review.text).length === 0) {
      await showText(review.text, { preserveFocus: true });
    }
  }

  private page(name: string): string {
    const part = (file: string): string => readFileSync(path.join(this.parts, file), "utf8");
    return shell({
      language: vscode.env.language,
      nonce: randomBytes(16).toString("hex"),
      script: part("preview.js"),
      style: part("preview-style.css"),
      words: {
        title: name,
        readonly: t("Read-only: edit it in Word or WPS"),
        previous: t("Previous"),
        next: t("Next"),
        showText: t("Show Text"),
        openInWord: canOpen() ? t("Open in Word") : "",
        toolbar: t("Review"),
        draft: t("Draft"),
        loading: t("Reading {0} …", name),
      },
    });
  }
}
