// The servers that are running: one for each set of wishes, started when the first suite asks for it.
import { VSCodeServer, type Wishes } from "./server";

const running = new Map<Wishes, Promise<VSCodeServer>>();

/** The server with these wishes. */
export async function serverFor(wishes: Wishes): Promise<VSCodeServer> {
  let server = running.get(wishes);
  if (server === undefined) {
    server = VSCodeServer.start(wishes);
    running.set(wishes, server);
  }
  return server;
}

/** End all of them. */
export async function stopServers(): Promise<void> {
  await Promise.all([...running.values()].map(async (server) => (await server).stop()));
  running.clear();
}
