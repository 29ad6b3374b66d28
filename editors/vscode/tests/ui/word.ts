// The review of a Word file: its text with squiggles, the preview beside it, and the way between the two.
import assert from "node:assert/strict";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { example } from "../harness/drafts";
import { insist, until } from "../harness/patience";
import { dress, reveal, scene, type Found, type Scene } from "../harness/scene";
import { ORDINARY } from "../wishes";
import { agreed, preview, previews, review, text } from "./reviews";

const WORD = "云溪镇 年度报告.docx";
const OTHER = "另一份.docx";
const OUTSIDE = "区外.docx";
const BROKEN = "坏的.docx";
const files = async () => ({
  [WORD]: await example(".docx"),
  [OTHER]: await example(".docx"),
  [BROKEN]: "不是 Word 文件",
});

scene("A Word file", { server: ORDINARY, files }, (it) => {
  it.test("is reviewed as text with findings and as a preview in which they are marked", async () => {
    await review(it, WORD);
    const page = await preview(it, WORD);
    const found = await agreed(it, WORD, page);
    for (const { words, severity } of found.filter(({ words }) => words !== "" && !words.includes("\t"))) {
      const name = severity === "information" ? "info" : severity;
      await until(`a mark at ${words}`, async () => {
        const marks = await page.locator(`mark.${name}`).allTextContents();
        return marks.some((mark) => words.includes(mark) || mark.includes(words));
      });
    }
    await page.locator("td[rowspan], th[rowspan]").first().waitFor();
    await it.page.waitForSelector(".squiggly-error, .squiggly-warning");
    await it.window.shoot("word");
  });

  it.test("leads from a mark to the words, and from the words to the mark", async () => {
    const page = await preview(it, WORD);
    const mark = page.locator("mark[tabindex]").last();
    await insist("the words selected", () => mark.click(), async () => (await selected(it)) === (await mark.textContent()));
    const found = await it.found(text(it, WORD), (found) => found.some(({ words }) => words !== ""));
    const words = found.find(({ words }) => words !== "")?.words ?? "";
    await it.host.run(({ vscode }, words) => {
      const editor = vscode.window.activeTextEditor;
      if (editor === undefined) throw new Error("there is no text");
      const start = editor.document.getText().indexOf(words);
      editor.selection = new vscode.Selection(
        editor.document.positionAt(start),
        editor.document.positionAt(start + words.length),
      );
    }, words);
    await until("the place to be shown in the preview", async () => {
      return (await page.locator(".here").allTextContents()).join("") === words;
    });
  });

  for (const theme of ["Default High Contrast", "Default High Contrast Light"] as const) {
    it.test(`can be read where the user is, in the theme ${theme}`, async () => {
      await dress(it, theme);
      const page = await preview(it, WORD);
      await page.locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
      const colour = async (selector: string): Promise<string> =>
        page.locator(selector).first().evaluate((element) => getComputedStyle(element).color);
      assert.notEqual(await colour(".here"), await colour("body")); // behind it is that of the text
    });
  }

  it.test("has its long paragraphs wrapped", async () => {
    const paragraph = (await it.host.run(({ vscode }) => vscode.window.activeTextEditor?.document.lineAt(1).text)) ?? "";
    await reveal(it, paragraph);
    const line = it.page.locator(".editor-instance .view-line", { hasText: paragraph.slice(0, 8) });
    assert.ok(((await line.first().textContent()) ?? "").length < paragraph.length);
  });

  it.test("is walked through by the keys", async () => {
    const page = await preview(it, WORD);
    const mark = page.locator("mark[tabindex]").nth(1);
    await insist("the words selected", () => mark.press("Enter"), async () => (await selected(it)) === (await mark.textContent()));
  });

  it.test("offers the words to put in, and edits nothing", async () => {
    const before = await readFile(`${it.folder}/${WORD}`);
    const actions = await it.host.run(async ({ vscode, until }, uri) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
      const start = document.getText().indexOf("截止");
      const range = new vscode.Range(document.positionAt(start), document.positionAt(start + 2));
      const offered = await until("words to copy", async () => {
        const found = await vscode.commands.executeCommand<
          { edit?: unknown; command?: { command: string; arguments: unknown[] } }[]
        >("vscode.executeCodeActionProvider", document.uri, range);
        return found.some(({ command }) => command?.command === "gxlint.copyReplacement") && found;
      });
      const copy = offered.find(({ command }) => command?.command === "gxlint.copyReplacement")?.command;
      await (copy && vscode.commands.executeCommand(copy.command, ...copy.arguments));
      return { edits: offered.filter(({ edit }) => edit).length, copied: copy?.arguments };
    }, text(it, WORD));
    assert.deepEqual(actions, { edits: 0, copied: ["截至"] });
    assert.deepEqual(await readFile(`${it.folder}/${WORD}`), before);
  });

  it.test("follows the file when Word saves it", async () => {
    const page = await preview(it, WORD);
    const before = await agreed(it, WORD, page);
    // Word writes beside the file and then swaps the two.
    const saved = `${it.folder}/~WRD0001.tmp`;
    await writeFile(saved, await mended(it, WORD));
    await rm(`${it.folder}/${WORD}`);
    await rename(saved, `${it.folder}/${WORD}`);
    await agreed(it, WORD, page, mendedFrom(before));
  });

  it.test("is reviewed on when the server is started anew", async () => {
    const page = await preview(it, WORD);
    const before = await agreed(it, WORD, page);
    await it.command("gxlint.restart");
    await it.until("running");
    await agreed(it, WORD, page, (found) => found.length === before.length);
  });

  it.test("says in its preview when its text has been closed, and shows it again", async () => {
    const page = await preview(it, WORD);
    await it.host.run(async ({ vscode }, uri) => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      await vscode.window.tabGroups.close(
        tabs.filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === vscode.Uri.parse(uri).toString()),
      );
    }, text(it, WORD));
    await page.locator("#notice").waitFor();
    await page.locator("#showText").click();
    await it.found(text(it, WORD));
    await page.locator("mark").first().waitFor();
    await page.locator("#notice").waitFor({ state: "hidden" });
  });

  it.test("is drawn in two previews that are opened one right behind the other", async () => {
    await it.command("workbench.action.closeAllEditors");
    await it.host.run(
      async ({ vscode }, path) => {
        const word = vscode.Uri.file(path);
        const open = async (viewColumn: number): Promise<unknown> =>
          vscode.commands.executeCommand("vscode.openWith", word, "gxlint.word", { viewColumn, preview: false });
        await open(1);
        await open(2);
      },
      `${it.folder}/${WORD}`,
    );
    await until("marks in both", async () => {
      const pages = await previews(it, WORD);
      const marks = await Promise.all(pages.map(async (page) => page.locator("mark").count()));
      return marks.length === 2 && marks.every((count) => count > 0);
    });
    await it.command("workbench.action.closeAllEditors");
  });

  it.test("is followed outside of the workspace, too", async () => {
    const outside = `../${OUTSIDE}`;
    await writeFile(`${it.folder}/${outside}`, await example(".docx"));
    await review(it, outside);
    const page = await preview(it, OUTSIDE);
    const before = await agreed(it, outside, page);
    await writeFile(`${it.folder}/${outside}`, await mended(it, outside));
    await agreed(it, outside, page, mendedFrom(before));
  });

  it.test("that cannot be read says why, and is shown once it can be", async () => {
    await review(it, BROKEN);
    const page = await preview(it, BROKEN);
    await until("the reason", async () => (await page.locator("#notice").textContent())?.includes(BROKEN));
    await it.window.shoot("word-broken");
    await writeFile(`${it.folder}/${BROKEN}`, await example(".docx"));
    await it.found(text(it, BROKEN), (found) => found.length > 1);
    await page.locator("h3").first().waitFor();
  });

  it.test("that is gone says so, and its last text stays", async () => {
    await review(it, OTHER);
    const page = await preview(it, OTHER);
    await page.locator("h3").first().waitFor();
    await rm(`${it.folder}/${OTHER}`);
    await until("the reason", async () => (await page.locator("#notice").textContent())?.includes(OTHER));
    assert.ok((await page.locator("h3").count()) > 0);
  });
});

async function selected(it: Scene): Promise<string> {
  return it.host.run(({ vscode }) => {
    const editor = vscode.window.activeTextEditor;
    return editor ? editor.document.getText(editor.selection) : "";
  });
}

/** Whether of some findings that of the mended fault is gone, and no other. */
function mendedFrom(before: readonly Found[]): (found: Found[]) => boolean {
  const rules = (found: readonly Found[]): string => found.map(({ rule }) => rule).sort().join();
  const others = rules(before.filter(({ rule }) => rule !== "misused-jiezhi"));
  return (found) => rules(found) === others;
}

/** The file with one fault less. */
async function mended(it: Scene, file: string): Promise<Buffer> {
  const { execFileSync } = await import("node:child_process");
  const path = `${it.folder}/../mended.docx`;
  const script = `
import sys, zipfile
source, target = sys.argv[1:]
with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
    for item in old.infolist():
        data = old.read(item)
        if item.filename == "word/document.xml":
            data = data.replace("截止".encode(), "截至".encode())
        new.writestr(item, data)
`;
  execFileSync("python3", ["-c", script, `${it.folder}/${file}`, path]);
  return readFile(path);
}
