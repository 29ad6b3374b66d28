// A VS Code server of one's own: its data, its extensions, its settings, its environment.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { endGroup, endLater, remove, temporary } from "./endings";
import { Switchboard } from "./host";
import { inTime } from "./patience";
import { ARTEFACTS, VSCODE, VSIX } from "./places";

const run = promisify(execFile);
const MAIN = join(VSCODE, "out", "server-main.js");
const OPTIONS = ["--without-connection-token", "--telemetry-level", "off", "--force-disable-user-env"];

const SETTINGS = {
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  // The web workbench saves by itself unless told otherwise.
  "files.autoSave": "off",
  "files.hotExit": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "window.commandCenter": false,
  "gxlint.lang": "zh",
  // A rule that is slow because the machine is busy is not dropped.
  "gxlint.timeLimit": 600,
  "editor.fontFamily": "'Noto Sans Mono CJK SC', monospace",
};

/** What a server is started with. */
export interface Wishes {
  /** Names its logs. */
  readonly name: string;
  /** The user's settings, beside the tests' own. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Folders of programs that it finds. */
  readonly path: readonly string[];
}

/** A running server. */
export class VSCodeServer {
  readonly port: number;
  readonly switchboard: Switchboard;
  readonly folder: string;
  readonly #child: ChildProcess;
  readonly #name: string;

  private constructor(name: string, child: ChildProcess, port: number, switchboard: Switchboard, folder: string) {
    this.#name = name;
    this.#child = child;
    this.port = port;
    this.switchboard = switchboard;
    this.folder = folder;
  }

  /** Start one with the packaged extension installed, in a folder of its own. */
  static async start({ name, settings, path }: Wishes): Promise<VSCodeServer> {
    const folder = await temporary("gxlint-vscode-");
    await mkdir(join(folder, "data", "User"), { recursive: true });
    await writeFile(join(folder, "data", "User", "settings.json"), JSON.stringify({ ...SETTINGS, ...settings }));
    const common = ["--accept-server-license-terms", "--server-data-dir", folder, "--extensions-dir", join(folder, "ext")];
    await run(process.execPath, [MAIN, ...common, "--install-extension", VSIX]);
    const switchboard = await Switchboard.open();
    const child = spawn(
      process.execPath,
      // At any port that is free.
      [MAIN, ...common, "--host", "127.0.0.1", "--port", "0", ...OPTIONS],
      {
        // A group of its own, which ends as one.
        detached: true,
        env: environment(folder, path, switchboard.port),
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    endLater(child);
    const log = createWriteStream(join(ARTEFACTS, `${name}.server.log`));
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    const port = await inTime("the server of VS Code", listening(child));
    return new VSCodeServer(name, child, port, switchboard, folder);
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}/`;
  }

  /** End it and all that it started; its logs stay where the artefacts are. */
  async stop(): Promise<void> {
    await endGroup(this.#child);
    this.switchboard.close();
    await cp(join(this.folder, "data", "logs"), join(ARTEFACTS, `${this.#name}.logs`), { recursive: true });
    await remove(this.folder);
  }
}

function environment(home: string, path: readonly string[], port: number): NodeJS.ProcessEnv {
  return {
    HOME: home,
    LANG: "C.UTF-8",
    PATH: path.join(":"),
    GXLINT_TESTS_PORT: String(port),
  };
}

/** The port that a server listens at, once it does. */
async function listening(child: ChildProcess & { readonly stdout: Readable }): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => {
      reject(new Error(`VS Code's server ended at once, with status ${String(code)}`));
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      const port = /^Extension host agent listening on (\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });
}
