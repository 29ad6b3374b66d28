// The server comes, goes and comes back.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { promisify } from "node:util";
import { discard, example, workspace } from "../harness/drafts";
import { until } from "../harness/patience";
import { BARE_PYTHON } from "../harness/places";
import { scene, type Scene, type ServerState } from "../harness/scene";
import { serverFor } from "../harness/servers";
import { Window } from "../harness/window";
import { ORDINARY, WITHOUT_PYTHON } from "../wishes";

const DRAFT = "草稿.md";
const files = async () => ({ [DRAFT]: await example(".md") });

scene("The server", { server: ORDINARY, files, shown: DRAFT }, (it) => {
  it.test("that comes with the extension runs in a Python that has nothing else", async () => {
    const { found } = await it.until("running");
    assert.equal(found?.source, "bundled");
    assert.ok(found.command.file.startsWith(BARE_PYTHON), found.command.file);
    await it.found(DRAFT);
  });

  it.test("is another one after a restart", async () => {
    const { pid } = await it.until("running");
    await it.command("gxlint.restart");
    const again = await it.until("running");
    assert.notEqual(again.pid, pid);
    await gone(pid);
    await it.replace(DRAFT, "更好的", "更好地");
    await it.found(DRAFT, (found) => found.length > 0 && !found.some(({ rule }) => rule === "misused-de"));
  });

  it.test("comes back after it was killed", async () => {
    const { pid } = await it.until("running");
    assert.ok(pid);
    process.kill(pid, "SIGKILL");
    await until("another server", async () => {
      const state = await it.state();
      return state.kind === "running" && state.pid !== pid;
    });
    await it.replace(DRAFT, "更好地", "更好的");
    await it.found(DRAFT, (found) => found.some(({ rule }) => rule === "misused-de"));
  });

  it.test("that is killed over and over is given up, says so, and comes when it is asked to", async () => {
    for (;;) {
      const { kind, pid } = await it.until("running", "failed");
      if (kind === "failed") break;
      assert.ok(pid);
      process.kill(pid, "SIGKILL");
      await until("what becomes of it", async () => {
        const state = await it.state();
        return state.kind === "failed" || (state.kind === "running" && state.pid !== pid);
      });
    }
    await it.page.locator(".notification-toast", { hasText: "gxlint" }).first().waitFor();
    await it.command("gxlint.restart");
    await it.until("running");
    await it.found(DRAFT);
  });

  it.test("that is installed in the Python which the user has set goes before the one that comes along", async () => {
    const python = await pythonWithGxlint(it);
    await set(python);
    const { found } = await runningFrom(it, "interpreter");
    assert.equal(found?.command.file, python);
    await it.found(DRAFT);
    await set(null);
    await runningFrom(it, "bundled");
  });

  /** Set the interpreter for the user. */
  async function set(interpreter: string | null): Promise<void> {
    await it.host.run(async ({ vscode }, value) => {
      const settings = vscode.workspace.getConfiguration("gxlint");
      await settings.update("interpreter", value ?? undefined, vscode.ConfigurationTarget.Global);
    }, interpreter);
  }
});

scene("Without Python", { server: WITHOUT_PYTHON, files, shown: DRAFT }, (it) => {
  it.test("the user is told once what to do", async () => {
    await it.until("missing");
    const told = it.page.locator(".notification-toast", { hasText: "Python 3.11" });
    await told.waitFor();
    assert.equal(await told.count(), 1);
  });

  it.test("the status bar says so", async () => {
    await it.page.locator(".statusbar-item", { hasText: "gxlint" }).locator(".codicon-error").waitFor();
  });

  it.test("writing goes on, and nothing more pops up", async () => {
    await it.replace(DRAFT, "更好的", "更好地");
    assert.match(await it.text(DRAFT), /更好地/);
    assert.equal(await it.page.locator(".notification-toast").count(), 1);
  });

  it.test("what needs the server says why it cannot be done", async () => {
    it.begin("gxlint.checkWorkspace");
    await it.page.locator(".notification-toast", { hasText: /server|服务/ }).first().waitFor();
  });
});

void suite("A window that is closed", () => {
  void test("takes its server with it", async () => {
    const folder = await workspace(await files());
    const window = await Window.open(await serverFor(ORDINARY), folder, DRAFT);
    const pid = await window.host.run(({ vscode, until }) =>
      until("the server's process", () => {
        const extension = vscode.extensions.getExtension<{ server: { state: { pid?: number } } }>("gxlint.gxlint");
        return extension?.isActive && extension.exports.server.state.pid;
      }),
    );
    await window.close();
    await gone(pid);
    await discard(folder);
  });
});

/** Wait for a server that was found at some step. */
async function runningFrom(it: Scene, source: string): Promise<ServerState> {
  return until(`a server from ${source}`, async () => {
    const state = await it.state();
    return state.kind === "running" && state.found?.source === source && state;
  });
}

/** A Python that has gxlint: in an environment of its own, by the packages that come with the extension. */
async function pythonWithGxlint(it: Scene): Promise<string> {
  const environment = join(it.folder, "..", "环境");
  await promisify(execFile)(join(BARE_PYTHON, "python3"), ["-m", "venv", "--without-pip", environment]);
  const libs = await it.host.run(({ vscode }) => vscode.extensions.getExtension("gxlint.gxlint")?.extensionPath);
  assert.ok(libs);
  const [version] = await readdir(join(environment, "lib"));
  assert.ok(version);
  const site = join(environment, "lib", version, "site-packages");
  await writeFile(join(site, "gxlint.pth"), join(libs, "bundled", "libs"));
  return join(environment, "bin", "python3");
}

/** Wait until a process is no more. */
async function gone(pid: number | undefined): Promise<void> {
  assert.ok(pid);
  await until(`the end of process ${String(pid)}`, () => {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    return hasEnded(pid);
  });
}

/** Whether a process has come to its end, though nobody has asked after it: its parent may have gone before. */
function hasEnded(pid: number): boolean {
  try {
    return readFileSync(`/proc/${String(pid)}/stat`, "utf8").includes(") Z ");
  } catch {
    return false; // not Linux, or gone just now
  }
}
