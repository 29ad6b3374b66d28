// An extension that runs in the extension host beside the one under test, and there calls the functions that the tests
// send it. It ends the host when the tests hang up.
import { connect } from "node:net";
import { createInterface } from "node:readline";
import * as vscode from "vscode";
import { until } from "./patience";
import type { Call, Reply, Tools } from "./protocol";

const tools: Tools = { vscode, until };

/** Offer this host to the tests, at the port that they name in the environment. */
export function activate(): void {
  const socket = connect(Number(process.env.GXLINT_TESTS_PORT), "127.0.0.1");
  createInterface({ input: socket }).on("line", (line) => {
    void answer(JSON.parse(line) as Call).then((reply) => socket.write(`${JSON.stringify(reply)}\n`));
  });
  socket.on("error", () => undefined);
  // VS Code keeps the host of a closed window for hours, in case that it comes back.
  socket.on("close", () => {
    void vscode.commands.executeCommand("workbench.action.closeWindow");
    setTimeout(() => process.exit(), 2_000);
  });
}

async function answer({ id, code, argument }: Call): Promise<Reply> {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what a test sends is a function's source
    const call = new Function("tools", "argument", `return (${code})(tools, argument)`) as (
      tools: Tools,
      argument: unknown,
    ) => unknown;
    return { id, value: (await call(tools, argument)) ?? null };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
