// The commands of the palette, as their users see what they do.
import assert from "node:assert/strict";
import { example } from "../harness/drafts";
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
    const found = await it.host.run(
      async ({ vscode, until }, path) => {
        const uri = vscode.Uri.file(path);
        await until("findings", () => vscode.languages.getDiagnostics(uri).length > 0);
        const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.fsPath === path);
        return { isOpen, rules: vscode.languages.getDiagnostics(uri).map(({ code }) => code) };
      },
      `${it.folder}/${OTHER}`,
    );
    assert.equal(found.isOpen, false);
    assert.ok(found.rules.includes("misused-de"), JSON.stringify(found.rules));
  });

  it.test("that explains a rule shows its page", async () => {
    await it.command("gxlint.showRule", "misused-jiezhi");
    const page = it.page.locator("iframe.webview").contentFrame().locator("#active-frame").contentFrame();
    await page.getByRole("heading", { name: "说明" }).waitFor();
    await it.command("workbench.action.closeActiveEditor"); // it takes the focus when it is loaded
  });

  it.test("that begins a report opens one with the whole form", async () => {
    void it.command("gxlint.createReport");
    const input = it.page.locator(".quick-input-widget input");
    await input.fill("青禾县云溪镇人民政府");
    await input.press("Enter");
    await it.page.locator(".quick-input-widget", { hasText: /年|year/ }).waitFor();
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
    void it.command("gxlint.copyDebugInformation");
    const text = await it.host.run(({ vscode, until }) =>
      until("the clipboard", async () => {
        const copied = await vscode.env.clipboard.readText();
        return copied.includes("VS Code") && copied;
      }),
    );
    assert.match(text, /1\.100\.3/);
    assert.match(text, /gxlint\.pyz|bundled/);
  });

  it.test("that shows the log opens the output of gxlint", async () => {
    await it.command("gxlint.showLog");
    await it.page.locator(".output-view .view-line").first().waitFor();
  });
});
