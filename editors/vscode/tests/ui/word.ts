// The review of a Word file: its text with squiggles, the preview beside it, and the way between the two.
import assert from "node:assert/strict";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { example } from "../harness/drafts";
import { until } from "../harness/patience";
import { scene, type Scene } from "../harness/scene";
import { ORDINARY } from "../wishes";
import { preview, review, text } from "./reviews";

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
    const found = await it.found(text(it, WORD));
    const page = await preview(it, WORD);
    await until("as many findings in the preview as among the problems", async () => {
      const count = await page.locator("#count").textContent();
      return count?.includes(String(found.length));
    });
    for (const { words, severity } of found.filter(({ words }) => words !== "" && !words.includes("\t"))) {
      const name = severity === "information" ? "info" : severity;
      const marks = await page.locator(`mark.${name}`).allTextContents();
      assert.ok(marks.some((mark) => words.includes(mark) || mark.includes(words)), `${words} is not marked`);
    }
    assert.ok((await page.locator("td[rowspan], th[rowspan]").count()) > 0);
    await it.page.waitForSelector(".squiggly-error, .squiggly-warning");
    await it.window.shoot("word");
  });

  it.test("leads from a mark to the words, and from the words to the mark", async () => {
    const page = await preview(it, WORD);
    const mark = page.locator("mark[tabindex]").last();
    const words = await mark.textContent();
    await mark.click();
    await until("the words selected", async () => (await selected(it)) === words);
    const [first] = await it.found(text(it, WORD), (found) => found.some(({ words }) => words !== ""));
    await it.host.run(
      ({ vscode }, words) => {
        const editor = vscode.window.activeTextEditor;
        if (editor === undefined) throw new Error("there is no text");
        const start = editor.document.getText().indexOf(words);
        editor.selection = new vscode.Selection(
          editor.document.positionAt(start),
          editor.document.positionAt(start + words.length),
        );
      },
      first?.words ?? "",
    );
    await until("the place to be shown in the preview", async () => {
      return (await page.locator(".here").allTextContents()).join("") === first?.words;
    });
  });

  it.test("is walked through by the keys", async () => {
    const page = await preview(it, WORD);
    const mark = page.locator("mark[tabindex]").first();
    await mark.focus();
    await it.page.keyboard.press("Enter");
    await until("the words selected", async () => (await selected(it)) === (await mark.textContent()));
  });

  it.test("offers the words to put in, and edits nothing", async () => {
    const before = await readFile(`${it.folder}/${WORD}`);
    const actions = await it.host.run(async ({ vscode }, uri) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
      const start = document.getText().indexOf("截止");
      const range = new vscode.Range(document.positionAt(start), document.positionAt(start + 2));
      const found = await vscode.commands.executeCommand<{ title: string; edit?: unknown; command?: { command: string } }[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        range,
      );
      const copy = found.find(({ command }) => command?.command === "gxlint.copyReplacement");
      const command = copy?.command as { command: string; arguments: unknown[] } | undefined;
      await (command && vscode.commands.executeCommand(command.command, ...command.arguments));
      return { titles: found.map(({ title }) => title), edits: found.filter(({ edit }) => edit).length, copied: command?.arguments };
    }, text(it, WORD));
    assert.deepEqual(actions.copied, ["截至"]);
    assert.equal(actions.edits, 0);
    assert.deepEqual(await readFile(`${it.folder}/${WORD}`), before);
  });

  it.test("follows the file when Word saves it", async () => {
    const page = await preview(it, WORD);
    const before = (await it.findings(text(it, WORD))).length;
    // Word writes beside the file and then swaps the two.
    const saved = `${it.folder}/~WRD0001.tmp`;
    await writeFile(saved, await mended(it, WORD));
    await rm(`${it.folder}/${WORD}`);
    await rename(saved, `${it.folder}/${WORD}`);
    const found = await it.found(text(it, WORD), (now) => now.length > 0 && now.length < before);
    assert.ok(found.every(({ rule }) => rule !== "misused-jiezhi"));
    await until("the preview to follow", async () => {
      const count = await page.locator("#count").textContent();
      return count?.includes(String(found.length));
    });
  });

  it.test("is reviewed on when the server is started anew", async () => {
    const before = (await it.findings(text(it, WORD))).length;
    await it.command("gxlint.restart");
    await it.until("running");
    await it.found(text(it, WORD), (found) => found.length === before);
    const page = await preview(it, WORD);
    await until("the findings in the preview", async () => {
      const count = await page.locator("#count").textContent();
      return count?.includes(String(before));
    });
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

  it.test("is followed outside of the workspace, too", async () => {
    const outside = `../${OUTSIDE}`;
    await writeFile(`${it.folder}/${outside}`, await example(".docx"));
    await review(it, outside);
    const before = await it.found(text(it, outside));
    const page = await preview(it, OUTSIDE);
    await writeFile(`${it.folder}/${outside}`, await mended(it, outside));
    const found = await it.found(text(it, outside), (now) => now.length > 0 && now.length < before.length);
    await until("the preview to follow", async () => {
      const count = await page.locator("#count").textContent();
      return count?.includes(String(found.length));
    });
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
