// What a suite of tests needs: a window on a folder of drafts, and ways to look at them.
import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import type { Page } from "playwright-core";
import { discard, workspace, type Files } from "./drafts";
import type { Host } from "./host";
import { until } from "./patience";
import { serverFor } from "./servers";
import { Window } from "./window";
import type { Wishes } from "./server";

/** What a suite starts with. */
export interface Setting {
  /** The server; suites that wish the same share it. */
  readonly server: Wishes;
  /** The folder's content. */
  readonly files: () => Files | Promise<Files>;
  /** The file that is shown. */
  readonly shown?: string;
  /** Files of the folder that can be run. */
  readonly programs?: readonly string[];
}

/** A finding as VS Code has it. */
export interface Found {
  readonly rule: string;
  /** The words that are marked. */
  readonly words: string;
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly line: number;
  readonly message: string;
}

/** A test that has not ended after so many milliseconds hangs, which no wait in it has noticed. */
const HANGING = { timeout: 1_200_000 };

/** A window on a folder of drafts. */
export class Scene {
  readonly #setting: Setting;
  #window: Window | undefined;
  #folder: string | undefined;

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  get host(): Host {
    return this.window.host;
  }

  get page(): Page {
    return this.window.page;
  }

  get window(): Window {
    if (this.#window === undefined) throw new Error("the window is not open");
    return this.#window;
  }

  /** The folder of drafts. */
  get folder(): string {
    if (this.#folder === undefined) throw new Error("the window is not open");
    return this.#folder;
  }

  async raise(): Promise<void> {
    this.#folder = await workspace(await this.#setting.files());
    for (const program of this.#setting.programs ?? []) await chmod(join(this.#folder, program), 0o755);
    this.#window = await Window.open(await serverFor(this.#setting.server), this.#folder, this.#setting.shown);
  }

  async lower(): Promise<void> {
    await this.#window?.close();
    if (this.#folder !== undefined) await discard(this.#folder);
  }

  /** A test in this window. What is seen when it fails is kept. */
  test(name: string, body: () => Promise<void> | void): void {
    void test(name, HANGING, async () => {
      try {
        await body();
      } catch (error) {
        await this.#window?.shoot(`failed-${name.replace(/\W+/g, "-")}`).catch(() => undefined);
        throw error;
      }
    });
  }

  /** Show a file of the folder, as it is on disk. */
  async show(file: string): Promise<void> {
    await this.host.run(
      async ({ vscode }, path) => {
        await vscode.window.showTextDocument(vscode.Uri.file(path));
      },
      `${this.folder}/${file}`,
    );
  }

  /** The text of a file in its editor. */
  async text(file: string): Promise<string> {
    return this.host.run(
      async ({ vscode }, path) => (await vscode.workspace.openTextDocument(path)).getText(),
      `${this.folder}/${file}`,
    );
  }

  /** Put other words in place of some in an editor, without saving. */
  async replace(file: string, words: string, others: string): Promise<void> {
    await this.host.run(
      async ({ vscode }, { path, words, others }) => {
        const document = await vscode.workspace.openTextDocument(path);
        const start = document.getText().indexOf(words);
        if (start < 0) throw new Error(`${words} is not in ${path}`);
        const range = new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
        const edit = new vscode.WorkspaceEdit();
        edit.replace(document.uri, range, others);
        await vscode.workspace.applyEdit(edit);
      },
      { path: `${this.folder}/${file}`, words, others },
    );
  }

  /** Save a file from its editor. */
  async save(file: string): Promise<void> {
    await this.host.run(
      async ({ vscode }, path) => {
        const document = await vscode.workspace.openTextDocument(path);
        if (!(await document.save())) throw new Error(`${path} is not saved`);
      },
      `${this.folder}/${file}`,
    );
  }

  /** gxlint's findings in a file of the folder or at a URI, now. */
  async findings(file: string): Promise<Found[]> {
    return this.host.run(
      async ({ vscode }, { file, folder }) => {
        const uri = /^[\w-]+:/.test(file) ? vscode.Uri.parse(file) : vscode.Uri.file(`${folder}/${file}`);
        const document = await vscode.workspace.openTextDocument(uri);
        const severities = ["error", "warning", "information", "hint"] as const;
        return vscode.languages
          .getDiagnostics(uri)
          .filter(({ source }) => source === "gxlint")
          .map(({ code, range, severity, message }) => ({
            rule: String(typeof code === "object" ? code.value : code),
            words: document.getText(range),
            severity: severities[severity],
            line: range.start.line + 1,
            message,
          }));
      },
      { file, folder: this.folder },
    );
  }

  /** Its findings, once they are as they should be; by default, once there are any. */
  async found(file: string, asExpected = (found: Found[]): boolean => found.length > 0): Promise<Found[]> {
    let last: Found[] = [];
    try {
      return await until("findings", async () => {
        last = await this.findings(file);
        return asExpected(last) && last;
      });
    } catch (error) {
      throw new Error(`Not the findings expected in ${file}: ${JSON.stringify(last, null, 1)}`, { cause: error });
    }
  }

  /** Run a command that comes to its end only when the user has answered it. */
  begin(name: string, ...args: unknown[]): void {
    void this.command(name, ...args).catch(() => undefined);
  }

  /** Run a command. */
  async command(name: string, ...args: unknown[]): Promise<void> {
    await this.host.run(
      async ({ vscode }, { name, args }) => {
        await vscode.commands.executeCommand(name, ...args);
      },
      { name, args },
    );
  }

  /** What the extension says of its server. */
  async state(): Promise<ServerState> {
    return this.host.run(({ vscode }) => {
      const extension = vscode.extensions.getExtension<{ readonly server: { readonly state: ServerState } }>("gxlint.gxlint");
      return extension?.isActive ? extension.exports.server.state : { kind: "inactive" };
    });
  }

  /** What it says once the server is in some state. */
  async until(...kinds: string[]): Promise<ServerState> {
    return until(`the server ${kinds.join(" or ")}`, async () => {
      const state = await this.state();
      return kinds.includes(state.kind) && state;
    });
  }
}

/** The state of the server, as the extension exports it. */
export interface ServerState {
  readonly kind: string;
  readonly pid?: number;
  readonly found?: { readonly source: string; readonly version: string; readonly command: { readonly file: string } };
}

/** A suite of tests in one window. */
export function scene(name: string, setting: Setting, tests: (scene: Scene) => void): void {
  void suite(name, () => {
    const it = new Scene(setting);
    before(() => it.raise(), HANGING);
    after(() => it.lower(), HANGING);
    tests(it);
  });
}

/** Themes of VS Code, with the class that the workbench has in them. */
const THEMES = {
  "Default Light Modern": "vs",
  "Default Dark Modern": "vs-dark",
  "Default High Contrast": "hc-black",
  "Default High Contrast Light": "hc-light",
} as const;
export type Theme = keyof typeof THEMES;

/** Change the theme. */
export async function dress(it: Scene, theme: Theme): Promise<void> {
  await it.host.run(async ({ vscode }, theme) => {
    const settings = vscode.workspace.getConfiguration("workbench");
    await settings.update("colorTheme", theme, vscode.ConfigurationTarget.Global);
  }, theme);
  await it.page.locator(`.monaco-workbench.${THEMES[theme]}`).waitFor();
}

/** Scroll some words of the draft into sight. */
export async function reveal(it: Scene, words: string): Promise<void> {
  await it.host.run(async ({ vscode, until }, words) => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) throw new Error("no editor");
    const place = editor.document.positionAt(editor.document.getText().indexOf(words));
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenter);
    await until(`${words} in sight`, () => editor.visibleRanges.some((range) => range.contains(place)));
  }, words);
}
