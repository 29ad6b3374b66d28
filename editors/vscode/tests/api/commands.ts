// The commands of the palette, as their users see what they do.
import assert from "node:assert/strict";
import { example } from "../harness/drafts";
import { insist } from "../harness/patience";
import { scene } from "../harness/scene";
import { ORDINARY } from "../wishes";

const DRAFT = "草稿.md";
const OTHER = "分局/草稿.txt";
const files = async () => ({
  [DRAFT]: await example(".md"),
  [OTHER]: await example(".txt"),
  "说明.md": "# 说明\n\n截止2024年12月31日。\n",
});

scene("The command", { server: ORDINARY, files, shown: DRAFT }, (it) => {
  it.test("that checks the workspace finds what is in files that are not open", async () => {
    await it.found(DRAFT);
    await it.command("gxlint.checkWorkspace");
    await it.page.locator(".markers-panel").waitFor();
    const isOpen = await it.host.run(
      async ({ vscode, until }, path) => {
        const uri = vscode.Uri.file(path);
        await until("its findings", () => vscode.languages.getDiagnostics(uri).some(({ code }) => code === "misused-de"));
        return vscode.workspace.textDocuments.some((document) => document.uri.fsPath === path);
      },
      `${it.folder}/${OTHER}`,
    );
    assert.equal(isOpen, false);
  });

  it.test("that explains a rule shows its page", async () => {
    await it.command("gxlint.showRule", "misused-jiezhi");
    const page = it.page.locator("iframe.webview").contentFrame().locator("#active-frame").contentFrame();
    await page.getByRole("heading", { name: "说明" }).waitFor();
    await it.command("workbench.action.closeActiveEditor"); // it takes the focus when it is loaded
    await it.page.locator(".editor-instance .monaco-editor.focused").waitFor(); // the draft has it again
  });

  it.test("that begins a report opens one with the whole form", async () => {
    it.begin("gxlint.createReport");
    const box = it.page.locator(".quick-input-widget");
    const input = box.locator("input");
    await box.filter({ hasText: /机关|agency/ }).waitFor();
    await input.fill("青禾县云溪镇人民政府");
    await input.press("Enter");
    await box.filter({ hasText: /年份|year/ }).waitFor();
    await input.fill("2024");
    await input.press("Enter");
    const text = await it.host.run(({ vscode, until }) =>
      until("the new report", () => {
        const document = vscode.window.activeTextEditor?.document;
        return document?.isUntitled && document.getText();
      }),
    );
    assert.match(text, /青禾县云溪镇人民政府2024年政府信息公开工作年度报告/);
    assert.match(text, /六、其他需要报告的事项/);
  });

  it.test("that copies debug information names versions and the server", async () => {
    await it.page.bringToFront();
    const copied = async (): Promise<string> => it.host.run(async ({ vscode }) => vscode.env.clipboard.readText());
    // A browser copies for nobody whose page has not got the focus yet.
    await insist(
      "what is copied",
      () => it.command("gxlint.copyDebugInformation"),
      async () => (await copied()).includes("VS Code"),
    );
    const text = await copied();
    assert.match(text, /1\.100\.3/);
    assert.match(text, /gxlint\.pyz|bundled/);
  });

  it.test("that shows the log opens the output of gxlint", async () => {
    await it.command("gxlint.showLog");
    await it.page.locator(".output-view .view-line").first().waitFor();
  });
});
