// Ending what the tests have started, also where they are ended themselves from outside.
import type { ChildProcess } from "node:child_process";
import { rmSync, type RmOptions } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inTime } from "./patience";

/** How a folder is removed in which a process that ends may still be writing. */
const PERSISTENT: RmOptions = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };

/** A process that is asked to end has so many milliseconds. */
const GRACE = 10_000;

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** See to it that a process, with its group, does not outlive this one. */
export function endLater(leader: ChildProcess): void {
  running.add(leader);
}

/** A fresh folder for something temporary, which does not outlive this process. */
export async function temporary(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  folders.add(folder);
  return folder;
}

/** Remove a folder of {@link temporary}. */
export async function remove(folder: string): Promise<void> {
  await rm(folder, PERSISTENT);
  folders.delete(folder);
}

/** End a process and its group: by asking it, and then by force. */
export async function endGroup(leader: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => leader.once("exit", resolve));
  if (leader.exitCode === null && leader.signalCode === null) {
    send(leader, "SIGTERM");
    const impatience = setTimeout(send, GRACE, leader, "SIGKILL");
    await inTime("the end of VS Code's server", gone);
    clearTimeout(impatience);
  }
  send(leader, "SIGKILL");
  running.delete(leader);
}

/** Send a signal to a group, of which nothing may be left. */
function send(leader: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-Number(leader.pid), signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

process.on("exit", () => {
  for (const leader of running) send(leader, "SIGKILL");
  for (const folder of folders) rmSync(folder, PERSISTENT);
});
for (const [signal, number] of [["SIGHUP", 1], ["SIGINT", 2], ["SIGTERM", 15]] as const) {
  process.once(signal, () => process.exit(128 + number));
}
