// The world as discovery sees it from within VS Code.
import * as os from "node:os";
import * as path from "node:path";
import type * as vscode from "vscode";
import { ANSWER_LIMIT, type World } from "./discovery";
import { ofEnvironments, ofPython } from "./pythons";
import { run, whereIs, type Folders } from "./programs";

/** Of Apple, and too old. Where the developer tools are missing it asks to install them, in a window of its own. */
const OF_APPLE = "/usr/bin/python3";

/** The real one. */
export function realWorld(context: vscode.ExtensionContext): World {
  const folders: Folders = { platform: process.platform, home: os.homedir(), environment: process.env };
  const bundled = (name: string): string => context.asAbsolutePath(path.join("bundled", name));
  const whereAre = async (names: readonly string[]): Promise<string[]> => {
    const found = await Promise.all(names.map((name) => whereIs(name, folders)));
    const files = [...new Set(found.flat())];
    return process.platform === "darwin" ? files.filter((file) => file !== OF_APPLE) : files;
  };
  return {
    run: (command) => run(command, os.homedir(), ANSWER_LIMIT * 1_000),
    whereAre,
    environments: ofEnvironments,
    python: ofPython,
    platform: process.platform,
    probe: bundled("probe.py"),
    bundled: bundled("start.py"),
  };
}
