// The few things that the user is told without having asked. Each is told once, until it has been well in between.
import * as vscode from "vscode";
import { openGuide, showLog } from "./commands";
import { MINIMAL_PYTHON } from "./discovery";
import { chooseInterpreter } from "./interpreter";
import type { Failed, Server } from "./server";

const { t } = vscode.l10n;

/** Tell the user of trouble with the server. */
export function registerNotices(context: vscode.ExtensionContext, server: Server): void {
  const once = async (kind: string, tell: () => Promise<void>): Promise<void> => {
    if (context.globalState.get(key(kind)) !== true) {
      await context.globalState.update(key(kind), true);
      await tell();
    }
  };
  context.subscriptions.push(
    server.onDidChange(async (state) => {
      if (state.kind === "running") {
        await Promise.all(["missing", "failed"].map((kind) => context.globalState.update(key(kind), undefined)));
      } else if (state.kind === "missing") {
        await once(state.kind, () => tellMissing(server));
      } else if (state.kind === "failed") {
        await once(state.kind, () => tellFailed(server, state));
      }
    }),
  );
}

function key(kind: string): string {
  return `gxlint.told.${kind}`;
}

async function tellMissing(server: Server): Promise<void> {
  const [choose, log, install] = [t("Choose Interpreter"), t("Show Log"), t("How to Install")];
  const message = t("gxlint needs Python {0} or newer, and none was found on this computer.", MINIMAL_PYTHON);
  const answer = await vscode.window.showErrorMessage(message, choose, log, install);
  if (answer === choose) {
    await chooseInterpreter();
  } else if (answer === log) {
    showLog(server);
  } else if (answer === install) {
    await openGuide();
  }
}

async function tellFailed(server: Server, state: Failed): Promise<void> {
  const [restart, log] = [t("Restart"), t("Show Log")];
  const message = t("gxlint does not run: {0}", state.reason);
  const answer = await vscode.window.showErrorMessage(message, restart, log);
  if (answer === restart) {
    await server.restart();
  } else if (answer === log) {
    showLog(server);
  }
}
