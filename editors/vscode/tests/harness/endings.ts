// Ending what the tests have started, also where they are ended themselves from outside.
import type { ChildProcess } from "node:child_process";
import { rmSync, type RmOptions } from "node:fs";
import { inTime } from "./patience";

/** How a folder is removed in which a process that ends may still be writing. */
export const PERSISTENT: RmOptions = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };

/** A process that is asked to end has so many milliseconds. */
const GRACE = 10_000;

/** Those that run, with the folders that are theirs. */
const running = new Map<ChildProcess, string>();

/** See to it that a process, with its group, does not outlive this one, nor its folder. */
export function endLater(leader: ChildProcess, folder: string): void {
  running.set(leader, folder);
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
  for (const [leader, folder] of running) {
    send(leader, "SIGKILL");
    rmSync(folder, PERSISTENT);
  }
});
for (const [signal, number] of [["SIGHUP", 1], ["SIGINT", 2], ["SIGTERM", 15]] as const) {
  process.once(signal, () => process.exit(128 + number));
}
