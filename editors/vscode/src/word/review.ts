// A Word file under review: what the server reads in it, followed for as long as anybody looks.
import * as vscode from "vscode";
import { WORD } from "../client";
import { reasonOf } from "../programs";
import type { Server } from "../server";
import { Follower } from "./following";
import type { Preview } from "./model";
import { nameOf, textPath } from "./names";

const { t } = vscode.l10n;

/** Files of a folder that may be Word files; file systems differ in whether they mind the case. */
const WORD_FILES = "*.[dD][oO][cC][xXmM]";

/** The address of the text that a Word file is shown as. */
export function textOf(word: vscode.Uri): vscode.Uri {
  return word.with({ scheme: WORD, path: textPath(word.path) });
}

/** One Word file. */
export class Review implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** What is to be shown has changed. */
  readonly onDidChange = this.changed.event;
  /** The text that it is shown as. */
  readonly text: vscode.Uri;
  private settle: () => void = () => undefined;
  /** Settles when there is something to show. */
  readonly ready = new Promise<void>((resolve) => {
    this.settle = resolve;
  });
  private read: Preview | undefined;
  private trouble = "";
  private stamp = "";
  private readonly follower: Follower<Preview>;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    /** The file. */
    readonly word: vscode.Uri,
    private readonly server: Server,
  ) {
    this.text = textOf(word);
    this.follower = new Follower<Preview>({
      read: () => this.ask(),
      isGood: isReadable,
      take: (reading) => {
        this.take(reading);
      },
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    });
    this.subscriptions = [...this.watch(), server.onDidChange(() => void this.retried())];
    void this.follower.now();
  }

  /** The file as it was when it could last be read. */
  get preview(): Preview | undefined {
    return this.read;
  }

  /** Why that is not the file as it is now; empty if it is. */
  get notice(): string {
    return this.trouble;
  }

  /** The text to show. */
  get content(): string {
    return this.read?.text ?? this.trouble;
  }

  /** Look whether the file has changed without anybody telling: not all file systems do. */
  async glance(): Promise<void> {
    if ((await stampOf(this.word)) !== this.stamp) {
      await this.follower.stir();
    }
  }

  dispose(): void {
    this.follower.stop();
    this.settle();
    this.changed.dispose();
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
  }

  private watch(): vscode.Disposable[] {
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(this.word, ".."), WORD_FILES);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const own = nameOf(this.word.path).toLowerCase();
    const saved = ({ path }: vscode.Uri): void => {
      if (nameOf(path).toLowerCase() === own) {
        void this.follower.stir();
      }
    };
    return [watcher, watcher.onDidChange(saved), watcher.onDidCreate(saved), watcher.onDidDelete(saved)];
  }

  private async retried(): Promise<void> {
    if (this.server.state.kind === "running") {
      await this.follower.now();
    }
  }

  private async ask(): Promise<Preview> {
    this.stamp = await stampOf(this.word);
    try {
      return await this.server.execute<Preview>("gxlint.previewDocx", this.word.toString());
    } catch (error) {
      return { hash: "", text: "", blocks: [], problems: [reasonOf(error)] };
    }
  }

  private take(reading: Preview): void {
    const before = this.read;
    const trouble = isReadable(reading) ? "" : this.told(reading.problems);
    this.settle();
    if (trouble === this.trouble && (trouble !== "" || before?.hash === reading.hash)) {
      return;
    }
    this.trouble = trouble;
    if (trouble === "") {
      this.read = reading;
    }
    this.changed.fire();
    if (trouble === "" && before?.text === reading.text) {
      // the text is the same, but what is found may not be: remarks in the file silence findings
      const changes = [{ uri: this.word.toString(), type: 2 }];
      void this.server.notify("workspace/didChangeWatchedFiles", { changes });
    }
  }

  private told(problems: readonly string[]): string {
    const name = nameOf(this.word.path);
    const why = t("{0} cannot be shown: {1}", name, problems.join("\n"));
    const remedy = this.read
      ? t("What you see is the file as it was before. It is shown anew as soon as it can be read.")
      : t("It is shown as soon as it can be read.");
    return `${why}\n${remedy}`;
  }
}

/** Whether the server could read a file; what it did not like about it is among the findings then. */
function isReadable({ text, problems }: Preview): boolean {
  return text !== "" || problems.length === 0;
}

async function stampOf(word: vscode.Uri): Promise<string> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(word);
    return `${String(mtime)} ${String(size)}`;
  } catch {
    return "";
  }
}
