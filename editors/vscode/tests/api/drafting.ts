// What the extension brings to a draft that is being written.
import assert from "node:assert/strict";
import { example } from "../harness/drafts";
import { scene } from "../harness/scene";
import { ORDINARY } from "../wishes";

const MARKDOWN = "草稿.md";
const TEXT = "草稿.txt";
const NOTES = "会议记录.md";

const files = async () => ({
  [MARKDOWN]: (await example(".md")).replace("截止2024年12月31日", "（𠮷祥路）截止2024年12月31日"),
  [TEXT]: (await example(".txt")).replace("截止2024年12月31日", "（𠮷祥路）截止2024年12月31日"),
  [NOTES]: "# 会议记录\n\n截止2024年12月31日，更好的服务群众，XX镇。\n",
});

scene("A draft", { server: ORDINARY, files, shown: MARKDOWN }, (it) => {
  for (const draft of [MARKDOWN, TEXT]) {
    it.test(`is marked at the exact words: ${draft}`, async () => {
      await it.show(draft);
      const found = await it.found(draft);
      const marked = Object.fromEntries(found.map(({ rule, words }) => [rule, words]));
      assert.equal(marked["misused-jiezhi"], "截止"); // after a character of two UTF-16 units
      assert.equal(marked["misused-de"], "更好的");
    });
  }

  it.test("of something else is left alone", async () => {
    await it.show(NOTES);
    await it.host.run(
      async ({ vscode }, path) => vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", vscode.Uri.file(path)),
      `${it.folder}/${NOTES}`,
    );
    assert.deepEqual(await it.findings(NOTES), []);
  });
});
