// What a stranger's folder may not do until the user trusts it.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { example } from "../harness/drafts";
import { insist } from "../harness/patience";
import { scene } from "../harness/scene";
import { RESTRICTED } from "../wishes";

const DRAFT = "草稿.md";
/** A rule that leaves a trace when it is loaded. */
const RULE = `"""热线。"""

from collections.abc import Iterator
from pathlib import Path

from gxlint.findings import Finding, Severity
from gxlint.form.report import Report
from gxlint.rule import rule

Path(__file__).with_name("loaded").touch()


@rule(category="local", severity=Severity.WARNING)
def check(report: Report) -> Iterator[Finding]:
    yield Finding(report.head, "没有热线")
`;
const STRANGER = `#!/bin/sh
: > "$(dirname "$0")/started"
exec sleep 60
`;

const files = async () => ({
  [DRAFT]: await example(".md"),
  "gxlint.toml": 'plugins = ["hotline.py"]\n',
  "hotline.py": RULE,
  "stranger.sh": STRANGER,
  ".vscode/settings.json": JSON.stringify({
    "gxlint.path": "${workspaceFolder}/stranger.sh",
    "gxlint.interpreter": "${workspaceFolder}/stranger.sh",
  }),
});

scene("A folder that is not trusted", { server: RESTRICTED, files, shown: DRAFT, programs: ["stranger.sh"] }, (it) => {
  it.test("has its drafts checked by our own server and rules", async () => {
    const state = await it.until("running");
    assert.equal(state.found?.source, "bundled");
    const found = await it.found(DRAFT, (found) => found.some(({ rule }) => rule === "misused-de"));
    assert.ok(!found.some(({ rule }) => rule === "local/hotline"));
  });

  it.test("runs nothing of its own", () => {
    for (const trace of ["loaded", "started"]) assert.ok(!existsSync(join(it.folder, trace)), trace);
  });

  it.test("has its rules and settings heard once the user trusts it", async () => {
    await it.host.run(async ({ vscode }) => {
      // The program that the folder wants is none of gxlint's; the rules are what this test is about.
      const settings = vscode.workspace.getConfiguration("gxlint");
      await settings.update("path", undefined, vscode.ConfigurationTarget.Workspace);
      await settings.update("interpreter", undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand("workbench.trust.manage");
    });
    const trust = it.page.getByRole("button", { name: "Trust", exact: true });
    await insist("trust", () => trust.click({ timeout: 30_000 }), async () => it.host.run(({ vscode }) => vscode.workspace.isTrusted));
    await it.found(DRAFT, (found) => found.some(({ rule }) => rule === "local/hotline"));
  });

  it.test("has a rule that is changed loaded anew when it is saved", async () => {
    await it.replace("hotline.py", "没有热线", "没有写明热线");
    await it.save("hotline.py");
    await it.found(DRAFT, (found) => found.some(({ message }) => message === "没有写明热线"));
  });
});
