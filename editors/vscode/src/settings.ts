// What the user has set, with paths as the server needs them.
import * as os from "node:os";
import * as vscode from "vscode";
import type { Wishes } from "./discovery";
import { absolute, isName, type Surroundings } from "./paths";

export const SECTION = "gxlint";

/** Settings that say which program is run; a change of them asks for another server. */
export const OF_DISCOVERY = ["gxlint.path", "gxlint.interpreter"];

function surroundings(): Surroundings {
  return {
    home: os.homedir(),
    workspaceFolder: vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === "file")?.uri.fsPath,
    environment: process.env,
  };
}

function text(key: string): string {
  const value: unknown = vscode.workspace.getConfiguration(SECTION).get(key);
  return typeof value === "string" ? value.trim() : "";
}

/** A setting that names a program: its path, or its mere name. */
function program(key: string): string {
  const value = text(key);
  return isName(value) ? value : absolute(value, surroundings());
}

/** What the user wants to be run. In a workspace that is not trusted, what the workspace says of it is not heard. */
export function wishes(): Wishes {
  return { path: program("path"), interpreter: program("interpreter"), trusted: vscode.workspace.isTrusted };
}

/** What the server is told. */
export function forServer(): Readonly<Record<string, unknown>> {
  const settings = vscode.workspace.getConfiguration(SECTION);
  const kept = ["lang", "select", "ignore", "rulePages", "timeLimit"].map((key) => [key, settings.get(key)] as const);
  const paths = ["config", "previousReport"].map((key) => [key, absolute(text(key), surroundings())] as const);
  return Object.fromEntries([...kept, ...paths]);
}
