// The extension: a server for drafts of reports, and what VS Code shows of it.
import * as vscode from "vscode";
import { registerCommands } from "./commands";
import { registerNotices } from "./notices";
import { onDidChoose } from "./pythons";
import { registerReports } from "./reports";
import { registerRules } from "./rules";
import { Server } from "./server";
import { OF_DISCOVERY, SECTION } from "./settings";
import { registerStatus } from "./status";
import { registerWord } from "./word";

let running: Server | undefined;

/** Set everything up. The server is looked for meanwhile: nothing here waits for it. */
export function activate(context: vscode.ExtensionContext): { readonly server: Server } {
  const log = vscode.window.createOutputChannel("gxlint", { log: true });
  const server = new Server(context, log);
  running = server;
  context.subscriptions.push(log, server);
  registerStatus(context, server);
  registerNotices(context, server);
  registerCommands(context, server);
  registerRules(context, server);
  registerReports(context, server);
  registerWord(context, server);
  follow(context, server);
  void server.restart();
  return { server };
}

/** Stop the server. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}

/** Keep the server in step with what the user changes. */
function follow(context: vscode.ExtensionContext, server: Server): void {
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (OF_DISCOVERY.some((key) => change.affectsConfiguration(key))) {
        void server.restart();
      } else if (change.affectsConfiguration(SECTION)) {
        void server.notify("workspace/didChangeConfiguration", { settings: null });
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(async () => {
      await server.notify("gxlint/trust", { trusted: true });
      await server.reconsider();
    }),
    onDidChoose(() => void server.reconsider()),
  );
}
