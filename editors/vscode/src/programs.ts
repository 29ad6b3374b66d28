// Runs programs and finds them. No shell is ever asked, and the current folder is never looked into.
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { access, constants, stat } from "node:fs/promises";
import * as path from "node:path";

/** A program and its arguments. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** What became of a program that was run for its output. */
export type Ran =
  | { readonly kind: "ended"; readonly status: number | null; readonly output: string; readonly complaint: string }
  | { readonly kind: "unrunnable"; readonly reason: string }
  | { readonly kind: "overdue" };

/** Python must not take modules from the folder it happens to be started in: that may be a stranger's workspace. */
const SAFE = { PYTHONSAFEPATH: "1", PYTHONUTF8: "1" };

/** Start a program with its streams connected to us. */
export function start(command: Command, cwd: string): ChildProcessWithoutNullStreams {
  const { file, args, verbatim } = spawnable(command, process.platform, process.env.ComSpec);
  return spawn(file, args, {
    cwd,
    env: { ...process.env, ...SAFE },
    stdio: "pipe",
    windowsHide: true,
    windowsVerbatimArguments: verbatim,
  });
}

/**
 * How the system starts a program. Windows runs a batch file only through its command interpreter, which is given the
 * name in quotes; a name may hold no quote there, but a percent sign, which even quotes do not protect.
 */
export function spawnable(
  command: Command,
  platform: NodeJS.Platform,
  interpreter = "cmd.exe",
): { file: string; args: string[]; verbatim: boolean } {
  if (platform !== "win32" || !/\.(cmd|bat)$/i.test(command.file)) {
    return { file: command.file, args: [...command.args], verbatim: false };
  }
  if (/[%"]/.test([command.file, ...command.args].join(""))) {
    throw new Error(`${command.file}: a batch file with a percent sign in its name cannot be run`);
  }
  const line = [command.file, ...command.args].map((word) => `"${word}"`).join(" ");
  return { file: interpreter, args: ["/d", "/s", "/c", `"${line}"`], verbatim: true };
}

/** Run a program for its output, for at most `limit` milliseconds. */
export async function run(command: Command, cwd: string, limit: number): Promise<Ran> {
  let child: ChildProcessWithoutNullStreams;
  try {
    child = start(command, cwd);
  } catch (error) {
    return { kind: "unrunnable", reason: reasonOf(error) };
  }
  return new Promise((resolve) => {
    let output = "";
    let complaint = "";
    const timer = setTimeout(() => {
      kill(child);
      resolve({ kind: "overdue" });
    }, limit);
    const end = (ran: Ran): void => {
      clearTimeout(timer);
      resolve(ran);
    };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
    child.stdin.on("error", () => undefined).end();
    child.on("error", (error) => {
      end({ kind: "unrunnable", reason: error.message });
    });
    child.on("close", (status) => {
      end({ kind: "ended", status, output, complaint });
    });
  });
}

/** End a program that we have started, with all that it has started on Windows, where launchers only wait. */
export function kill(child: ChildProcessWithoutNullStreams): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  if (process.platform === "win32") {
    const killer = spawn("taskkill", ["/pid", String(child.pid), "/t", "/f"], { windowsHide: true, stdio: "ignore" });
    killer.on("error", () => child.kill());
  } else {
    child.kill("SIGKILL");
  }
}

/** Where programs are looked for. */
export interface Folders {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Folders with programs: those of PATH, and where installers put them that PATH may not know when an editor is started
 * from a menu. Relative ones are left out: what is in the workspace is not ours to run.
 */
export function folders({ platform, home, environment }: Folders): string[] {
  const paths = flavour(platform);
  const listed = environment.PATH ?? environment.Path ?? "";
  const usual = [paths.join(home, ".local", "bin")];
  if (platform === "darwin") {
    usual.push("/opt/homebrew/bin", "/usr/local/bin", "/Library/Frameworks/Python.framework/Versions/Current/bin");
  }
  return [...new Set([...listed.split(paths.delimiter).map(unquoted), ...usual].filter((folder) => paths.isAbsolute(folder)))];
}

/** Whatever of a name can be run in these folders, in their order. */
export async function whereIs(name: string, where: Folders): Promise<string[]> {
  const endings = where.platform === "win32" && !/\.(exe|cmd|bat)$/i.test(name) ? [".exe", ".cmd", ".bat"] : [""];
  const paths = flavour(where.platform);
  const files = folders(where).flatMap((folder) => endings.map((ending) => paths.join(folder, name + ending)));
  const runnable = await Promise.all(files.map(isProgram));
  return files.filter((_file, index) => runnable[index]);
}

function flavour(platform: NodeJS.Platform): path.PlatformPath {
  return platform === "win32" ? path.win32 : path.posix;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

function unquoted(folder: string): string {
  return folder.replace(/^"(.*)"$/, "$1");
}

/** An error in words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
