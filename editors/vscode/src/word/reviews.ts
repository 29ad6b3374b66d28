// All Word files under review, and the texts that they are shown as.
import * as vscode from "vscode";
import type { Server } from "../server";
import { wordPath } from "./names";
import { Review, textOf } from "./review";

/** Keeps a review for as long as a text or a preview of its file is open. */
export class Reviews implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly reviews = new Map<string, Review>();
  private readonly users = new Map<Review, number>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: readonly { dispose(): unknown }[];

  constructor(private readonly server: Server) {
    this.subscriptions = [
      this.changed,
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.tidy(uri);
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        for (const review of focused ? this.reviews.values() : []) {
          void review.glance();
        }
      }),
    ];
  }

  /** The text of a review, as soon as there is one. */
  async provideTextDocumentContent(text: vscode.Uri): Promise<string> {
    const review = this.of(text.with({ scheme: "file", path: wordPath(text.path) }));
    await review.ready;
    return review.content;
  }

  /** The review of a file, to be let go when it is not needed any more. */
  use(word: vscode.Uri): { readonly review: Review; readonly release: () => void } {
    const review = this.of(word);
    this.users.set(review, (this.users.get(review) ?? 0) + 1);
    const release = (): void => {
      this.users.set(review, (this.users.get(review) ?? 1) - 1);
      this.tidy(review.text);
    };
    return { review, release };
  }

  dispose(): void {
    for (const disposable of [...this.subscriptions, ...this.reviews.values()]) {
      disposable.dispose();
    }
    this.reviews.clear();
  }

  private of(word: vscode.Uri): Review {
    const key = textOf(word).toString();
    const known = this.reviews.get(key);
    if (known !== undefined) {
      return known;
    }
    const review = new Review(word, this.server);
    review.onDidChange(() => {
      this.changed.fire(review.text);
    });
    this.reviews.set(key, review);
    return review;
  }

  private tidy(text: vscode.Uri): void {
    const key = text.toString();
    const review = this.reviews.get(key);
    const shown = vscode.workspace.textDocuments.some(({ uri, isClosed }) => !isClosed && uri.toString() === key);
    if (review !== undefined && !shown && (this.users.get(review) ?? 0) === 0) {
      this.reviews.delete(key);
      this.users.delete(review);
      review.dispose();
    }
  }
}
