// What the extension brings to a draft that is being written.
import assert from "node:assert/strict";
import { example } from "../harness/drafts";
import { insist, until } from "../harness/patience";
import { scene, type Found, type Scene } from "../harness/scene";
import { ORDINARY } from "../wishes";

const MARKDOWN = "草稿.md";
const TEXT = "草稿.txt";
const NOTES = "会议记录.md";
const TITLE = "青禾县云溪镇人民政府2024年政府信息公开工作报告";

const withAstral = (draft: string): string => draft.replace("截止2024年12月31日", "（𠮷祥路）截止2024年12月31日");

const files = async () => ({
  [MARKDOWN]: withAstral(await example(".md")),
  [TEXT]: withAstral(await example(".txt")),
  [NOTES]: "# 会议记录\n\n截止2024年12月31日，更好的服务群众，XX镇。\n",
  "空白.md": "",
});

scene("A draft", { server: ORDINARY, files, shown: MARKDOWN }, (it) => {
  for (const draft of [MARKDOWN, TEXT]) {
    it.test(`is marked at the exact words: ${draft}`, async () => {
      await it.show(draft);
      const all = await it.found(draft, having("malformed-title", "misused-jiezhi", "misused-de", "dispute-sum-mismatch"));
      const marked = new Map(all.map((found) => [found.rule, found]));
      assert.equal(marked.get("malformed-title")?.words, TITLE);
      assert.equal(marked.get("misused-jiezhi")?.words, "截止"); // behind a character of two UTF-16 units
      assert.equal(marked.get("misused-de")?.words, "更好的");
      assert.equal(marked.get("dispute-sum-mismatch")?.words, "4");
      assert.equal(marked.get("dispute-sum-mismatch")?.severity, "error");
      assert.equal(marked.get("misused-de")?.severity, "warning");
    });
  }

  it.test("that is no report is left alone", async () => {
    await it.show(NOTES);
    await provided(it, "vscode.executeDocumentSymbolProvider", NOTES); // the server has seen it when it answers
    assert.deepEqual(await it.findings(NOTES), []);
  });

  it.test("is checked again while it changes", async () => {
    await it.replace(MARKDOWN, "更好的", "更好地");
    await it.found(MARKDOWN, (found) => found.length > 0 && !found.some(({ rule }) => rule === "misused-de"));
    await it.replace(MARKDOWN, "更好地", "更好的");
    await it.found(MARKDOWN, (found) => found.some(({ rule }) => rule === "misused-de"));
  });

  it.test("is mended by a quick fix", async () => {
    const before = await it.text(MARKDOWN);
    const offered = await actions(it, MARKDOWN, "截止", "改为“截至”");
    assert.equal(offered.find(({ preferred }) => preferred)?.title, "改为“截至”");
    assert.ok(offered.some(({ title }) => title === "在此处压下 misused-jiezhi"));
    await act(it, MARKDOWN, "截止", "改为“截至”");
    assert.equal(await it.text(MARKDOWN), before.replace("截止", "截至"));
    await it.found(MARKDOWN, (found) => !found.some(({ rule }) => rule === "misused-jiezhi"));
  });

  it.test("is mended as a whole, as far as that is safe", async () => {
    await it.show(TEXT);
    const before = await it.text(TEXT);
    const mended = before
      .replace("截止", "截至")
      .replace("存在主要问题", "存在的主要问题")
      .replace("更好的", "更好地");
    await insist("the mended draft", () => it.command("gxlint.fixAll"), async () => (await it.text(TEXT)) !== before);
    assert.equal(await it.text(TEXT), mended);
  });

  it.test("says of a figure what it is made of", async () => {
    await it.host.run(
      async ({ vscode, until }, { path, words }) => {
        const document = await vscode.workspace.openTextDocument(path);
        const place = document.positionAt(document.getText().indexOf(words) + words.length);
        await until("what the figure is made of", async () => {
          const hovers = await vscode.commands.executeCommand<
            { contents: (string | { value: string })[] }[]
          >("vscode.executeHoverProvider", document.uri, place);
          const contents = hovers.flatMap(({ contents }) => contents);
          return contents.some((text) => (typeof text === "string" ? text : text.value).includes("7 ≠ "));
        });
      },
      { path: `${it.folder}/${MARKDOWN}`, words: "| （一）予以公开 |  | 5 | 3 | 0 | 0 | 0 | 0 | 7" },
    );
  });

  it.test("has the sum expected beside a total that is off", async () => {
    await it.host.run(
      async ({ vscode, until }, path) => {
        const document = await vscode.workspace.openTextDocument(path);
        const whole = new vscode.Range(0, 0, document.lineCount, 0);
        await until("the sum expected", async () => {
          const hints = await vscode.commands.executeCommand<
            { position: { line: number }; label: string | { value: string }[] }[]
          >("vscode.executeInlayHintProvider", document.uri, whole);
          return hints.some(({ position, label }) => {
            const text = typeof label === "string" ? label : label.map(({ value }) => value).join("");
            return document.lineAt(position.line).text.includes("（一）予以公开") && text.includes("8");
          });
        });
      },
      `${it.folder}/${MARKDOWN}`,
    );
  });

  it.test("has an outline of sections and tables", async () => {
    const outline = await it.host.run(
      async ({ vscode, until }, path) => {
        interface Symbol { name: string; children?: Symbol[] }
        const flat = (symbols: Symbol[]): string[] => symbols.flatMap((one) => [one.name, ...flat(one.children ?? [])]);
        return until("the outline", async () => {
          const symbols = await vscode.commands.executeCommand<Symbol[]>(
            "vscode.executeDocumentSymbolProvider",
            vscode.Uri.file(path),
          );
          const names = flat(symbols);
          return names.some((name) => name.startsWith("表三")) && names;
        });
      },
      `${it.folder}/${MARKDOWN}`,
    );
    for (const section of ["一、总体情况", "三、收到和处理政府信息公开申请情况"]) {
      assert.ok(outline.some((name) => name.includes(section)), outline.join("\n"));
    }
  });

  it.test("folds by sections and tables", async () => {
    const lines = (await it.text(TEXT)).split("\n");
    await until("the section to fold", async () => {
      const folds = await provided<{ start: number }[]>(it, "vscode.executeFoldingRangeProvider", TEXT);
      return folds.some(({ start }) => lines[start] === "三、收到和处理政府信息公开申请情况");
    });
  });

  it.test("has its tables aligned by formatting, and nothing else changed", async () => {
    const before = await it.text(MARKDOWN);
    await it.show(MARKDOWN);
    await insist(
      "a draft that is formatted",
      () => it.command("editor.action.formatDocument"),
      async () => (await it.text(MARKDOWN)) !== before,
    );
    const after = await it.text(MARKDOWN);
    const prose = (text: string): string[] => text.split("\n").filter((line) => !line.startsWith("|"));
    assert.deepEqual(prose(after), prose(before));
    const cells = (text: string): string[] =>
      text.split("\n").filter((line) => line.startsWith("|")).map((line) => line.replaceAll(/[ -]+/g, ""));
    assert.deepEqual(cells(after), cells(before));
  });

  it.test("that is empty is offered the whole form", async () => {
    await it.show("空白.md");
    await it.host.run(
      async ({ vscode, until }, path) => {
        await until("the whole form", async () => {
          const { items } = await vscode.commands.executeCommand<{ items: { label: string | { label: string } }[] }>(
            "vscode.executeCompletionItemProvider",
            vscode.Uri.file(path),
            new vscode.Position(0, 0),
          );
          const labels = items.map(({ label }) => (typeof label === "string" ? label : label.label));
          return labels.some((label) => label.startsWith("政府信息公开工作年度报告"));
        });
      },
      `${it.folder}/空白.md`,
    );
  });
});

/** Whether all of some rules have found something. */
function having(...rules: string[]): (found: Found[]) => boolean {
  return (found) => rules.every((rule) => found.some((one) => one.rule === rule));
}

/** What a provider of VS Code's says of a file. */
async function provided<T>(it: Scene, provider: string, file: string): Promise<T> {
  return it.host.run(
    async ({ vscode }, { provider, path }) => vscode.commands.executeCommand<T>(provider, vscode.Uri.file(path)),
    { provider, path: `${it.folder}/${file}` },
  );
}

/** The quick fixes that are offered at some words, once one of them is among them. */
async function actions(
  it: Scene,
  file: string,
  words: string,
  awaited: string,
): Promise<{ title: string; preferred: boolean }[]> {
  return it.host.run(
    async ({ vscode, until }, { path, words, awaited }) => {
      const document = await vscode.workspace.openTextDocument(path);
      const start = document.getText().indexOf(words);
      const range = new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
      return until(`the action ${awaited}`, async () => {
        const found = await vscode.commands.executeCommand<{ title: string; isPreferred?: boolean }[]>(
          "vscode.executeCodeActionProvider",
          document.uri,
          range,
          "quickfix",
        );
        const offered = found.map(({ title, isPreferred }) => ({ title, preferred: isPreferred ?? false }));
        return offered.some(({ title }) => title === awaited) && offered;
      });
    },
    { path: `${it.folder}/${file}`, words, awaited },
  );
}

/** Do what a quick fix offers. */
async function act(it: Scene, file: string, words: string, title: string): Promise<void> {
  await it.host.run(
    async ({ vscode, until }, { path, words, title }) => {
      const document = await vscode.workspace.openTextDocument(path);
      const start = document.getText().indexOf(words);
      const range = new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
      const edit = await until(`the edit of ${title}`, async () => {
        const found = await vscode.commands.executeCommand<{ title: string; edit?: import("vscode").WorkspaceEdit }[]>(
          "vscode.executeCodeActionProvider",
          document.uri,
          range,
          "quickfix",
        );
        return found.find((action) => action.title === title)?.edit;
      });
      await vscode.workspace.applyEdit(edit);
    },
    { path: `${it.folder}/${file}`, words, title },
  );
}
