// Commands of the palette that concern the server and drafts at large.
import * as os from "node:os";
import * as vscode from "vscode";
import { debugInformation } from "./debug";
import { chooseInterpreter } from "./interpreter";
import { reasonOf } from "./programs";
import type { Server } from "./server";
import { forServer, wishes } from "./settings";
import { headline } from "./status";
import { told } from "./wording";

const { t } = vscode.l10n;

/** What the server says of a workspace. */
interface Audit {
  readonly files: number;
  readonly findings: number;
  readonly cancelled: boolean;
}

/** Register them. */
export function registerCommands(context: vscode.ExtensionContext, server: Server): void {
  const commands: Record<string, () => unknown> = {
    "gxlint.restart": () => server.restart(),
    "gxlint.showLog": () => {
      showLog(server);
    },
    "gxlint.copyDebugInformation": () => copyDebugInformation(context, server),
    "gxlint.checkWorkspace": () => checkWorkspace(server),
    "gxlint.fixAll": fixAll,
    "gxlint.chooseInterpreter": chooseInterpreter,
    "gxlint.openGuide": openGuide,
  };
  for (const [name, command] of Object.entries(commands)) {
    register(context, server, name, command);
  }
}

/** Register a command that says why if it fails: the user has asked for it. */
export function register(
  context: vscode.ExtensionContext,
  server: Server,
  name: string,
  command: (...args: unknown[]) => unknown,
): void {
  const obeyed = async (...args: unknown[]): Promise<unknown> => {
    try {
      return await command(...args);
    } catch (error) {
      server.log.error(name, reasonOf(error));
      const log = t("Show Log");
      if ((await vscode.window.showErrorMessage(reasonOf(error), log)) === log) {
        showLog(server);
      }
      return undefined;
    }
  };
  context.subscriptions.push(vscode.commands.registerCommand(name, obeyed));
}

/** Show what the server has said. */
export function showLog(server: Server): void {
  server.log.show();
}

/** Show how to get a report without findings, beginning with how to get Python. */
export async function openGuide(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.openWalkthrough", "gxlint.gxlint#first-report");
}

async function copyDebugInformation(context: vscode.ExtensionContext, server: Server): Promise<void> {
  const { path, interpreter, trusted } = wishes();
  const extension = context.extension.packageJSON as { readonly version: string };
  const information = debugInformation({
    versions: { extension: extension.version, "VS Code": vscode.version, system: `${os.type()} ${os.release()}` },
    language: vscode.env.language,
    trusted,
    server: headline(server.state),
    command: "found" in server.state ? server.state.found.command : undefined,
    steps: server.steps.map(told),
    settings: { path, interpreter, ...forServer() },
    home: os.homedir(),
  });
  await vscode.env.clipboard.writeText(information);
  void vscode.window.showInformationMessage(t("Debug information is in the clipboard."));
}

async function checkWorkspace(server: Server): Promise<Audit> {
  const { files, findings, cancelled } = await server.execute<Audit>("gxlint.lintWorkspace");
  if (!cancelled) {
    void vscode.window.showInformationMessage(t("{0} files checked, {1} findings.", files, findings));
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }
  return { files, findings, cancelled };
}

async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand("editor.action.sourceAction", { kind: "source.fixAll.gxlint", apply: "first" });
}
