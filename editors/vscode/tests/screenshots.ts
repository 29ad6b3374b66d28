// Takes the screenshots of the documentation: `npm run screenshots`.
import { join } from "node:path";
import { example } from "./harness/drafts";
import { REPOSITORY } from "./harness/places";
import { Scene, dress, reveal } from "./harness/scene";
import { stopServers } from "./harness/servers";
import { closeBrowser } from "./harness/window";
import { placeOf } from "./ui/marks";
import { preview, review, text } from "./ui/reviews";
import { ORDINARY } from "./wishes";

const SIZE = { width: 1100, height: 680 };
const LOOK = { ...ORDINARY, name: "screenshots", settings: { "breadcrumbs.enabled": false, "editor.minimap.enabled": false } };
const DRAFT = "云溪镇2024年度报告.md";
const WORD = "云溪镇2024年度报告.docx";

async function main(): Promise<void> {
  await draft();
  await wordFile();
}

async function draft(): Promise<void> {
  const it = new Scene({ server: LOOK, files: async () => ({ [DRAFT]: await example(".md") }), shown: DRAFT });
  await it.raise();
  await it.page.setViewportSize(SIZE);
  await it.found(DRAFT);
  await it.command("workbench.action.closeSidebar");
  await it.command("workbench.actions.view.problems");
  await it.command("workbench.action.focusActiveEditorGroup");
  await shoot(it, "draft");
  await it.command("workbench.action.closePanel");
  const place = await placeOf(it.page, "截止");
  await it.page.mouse.click(place.left + 3, (place.top + place.bottom) / 2);
  await it.page.locator(".editor-instance .lightBulbWidget").click();
  await it.page.locator(".action-widget .action").first().waitFor();
  await shoot(it, "quick-fix");
  await it.page.keyboard.press("Escape");
  await dress(it, "Default Dark Modern");
  await reveal(it, "| （一）予以公开 |");
  await it.page.locator(".editor-instance .view-line", { hasText: "应为 8" }).first().waitFor();
  await shoot(it, "dark");
  await it.lower();
}

async function wordFile(): Promise<void> {
  const it = new Scene({ server: LOOK, files: async () => ({ [WORD]: await example(".docx") }) });
  await it.raise();
  await it.page.setViewportSize(SIZE);
  await it.command("workbench.action.closeSidebar");
  await review(it, WORD);
  await it.found(text(it, WORD));
  await (await preview(it, WORD)).locator("mark").first().waitFor();
  await shoot(it, "word");
  await it.lower();
}

async function shoot(it: Scene, name: string): Promise<void> {
  await it.page.mouse.move(5, 5);
  const path = join(REPOSITORY, "docs", "images", `vscode-${name}.png`);
  // Without the title, which says that an extension is being tested.
  await it.page.screenshot({ path, clip: { x: 0, y: 30, width: SIZE.width, height: SIZE.height - 30 } });
}

void main().finally(async () => {
  await closeBrowser();
  await stopServers();
});
