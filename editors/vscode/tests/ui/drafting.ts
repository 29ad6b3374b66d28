// What a writer sees and clicks.
import assert from "node:assert/strict";
import { example } from "../harness/drafts";
import { insist, until } from "../harness/patience";
import { dress, reveal, scene, type Scene } from "../harness/scene";
import { ORDINARY } from "../wishes";
import { isUnder, placeOf, placeOfElement, squiggles, type Box } from "./marks";

const DRAFT = "草稿.md";
const files = async () => ({ [DRAFT]: (await example(".md")).replace("截止2024", "（𠮷祥路）截止2024") });

/** Words of the draft's first screen that are marked. */
const MARKED = [
  { words: "42635", inside: "邮编：42635", severity: "warning" },
  { words: "截止", inside: "截止2024", severity: "warning" }, // behind a character of two UTF-16 units
  { words: "14", inside: "申请14件", severity: "error" },
] as const;

scene("A writer", { server: ORDINARY, files, shown: DRAFT }, (it) => {
  for (const [theme, name] of [["Default Light Modern", "light"], ["Default Dark Modern", "dark"]] as const) {
    it.test(`sees squiggles under the very words, in a ${name} theme`, async () => {
      await dress(it, theme);
      for (const { words, inside, severity } of MARKED) {
        await until(`a squiggle under ${words}`, async () => {
          const place = await placeOf(it.page, words, inside);
          return (await squiggles(it.page, severity)).some((squiggle) => isUnder(squiggle, place));
        });
      }
      await it.window.shoot(`draft-${name}`);
    });
  }

  it.test("sees each finding in the Problems panel, and goes to its place from there", async () => {
    await it.command("workbench.actions.view.problems");
    const row = it.page.locator(".markers-panel .monaco-list-row", { hasText: "contradicted-applications" });
    const found = await it.found(DRAFT, (found) => found.some(({ rule }) => rule === "contradicted-applications"));
    const words = found.find(({ rule }) => rule === "contradicted-applications")?.words;
    await insist("the words selected", () => row.dblclick(), async () => (await selected(it)) === words);
    const badge = it.page.locator(".panel .badge-content");
    await until("as many in the panel as there are", async () => {
      const count = String((await it.findings(DRAFT)).length);
      return (await badge.allTextContents()).some((text) => text === count);
    });
    await it.command("workbench.action.closePanel");
  });

  it.test("mends words by a click on the light bulb", async () => {
    const before = await it.text(DRAFT);
    const bulb = it.page.locator(".editor-instance .lightBulbWidget");
    const offer = it.page.locator(".action-widget .action", { hasText: "改为“截至”" });
    await insist(
      "the fix offered",
      async () => {
        await it.page.keyboard.press("Escape");
        // Where nothing can be mended there is no light bulb: the next one is that of the words, not one left over.
        await putCursor(it, before.indexOf("\n\n") + 1);
        await bulb.waitFor({ state: "hidden" });
        await reveal(it, "截止");
        await clickOn(it, await placeOf(it.page, "截止"));
        await it.page.mouse.move(5, 5); // what hovers over the words may cover the light bulb
        await bulb.waitFor({ timeout: 30_000 });
        // Not by its locator, which first scrolls the editor: the light bulb gets under the headings that stay on top.
        await clickOn(it, await placeOfElement(bulb));
      },
      () => offer.isVisible(),
    );
    await it.window.shoot("quick-fix");
    await it.page.mouse.move(5, 5); // the menu takes no click until the mouse has moved
    await offer.click();
    await until("the words mended", async () => (await it.text(DRAFT)) !== before);
    assert.equal(await it.text(DRAFT), before.replace("截止", "截至"));
  });

  it.test("sees the sum that is expected beside a total that is off", async () => {
    await reveal(it, "| （一）予以公开 |");
    const line = it.page.locator(".editor-instance .view-line", { hasText: "（一）予以公开" }).first();
    await line.filter({ hasText: "应为 8" }).waitFor();
  });

  it.test("reads why a rule is one when hovering over its words", async () => {
    await reveal(it, "更好的");
    const hover = it.page.locator(".monaco-hover", { hasText: "更好地" });
    await insist(
      "the reason",
      async () => {
        const place = await placeOf(it.page, "更好的");
        await it.page.mouse.move(place.left + 5, (place.top + place.bottom) / 2);
        await it.page.mouse.move(place.left + 8, (place.top + place.bottom) / 2);
      },
      () => hover.isVisible(),
    );
  });
});

/** Click in the middle of something. */
async function clickOn(it: Scene, { left, right, top, bottom }: Box): Promise<void> {
  await it.page.mouse.click((left + right) / 2, (top + bottom) / 2);
}

/** Put the cursor at an offset of the draft. */
async function putCursor(it: Scene, offset: number): Promise<void> {
  await it.host.run(({ vscode }, offset) => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) throw new Error("no editor");
    const place = editor.document.positionAt(offset);
    editor.selection = new vscode.Selection(place, place);
  }, offset);
}

async function selected(it: Scene): Promise<string> {
  return it.host.run(({ vscode }) => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.getText(editor.selection) ?? "";
  });
}
