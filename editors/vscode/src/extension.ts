import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

/** Start the server for drafts in Markdown and plain text. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const command = vscode.workspace.getConfiguration("gxlint").get<string>("path") ?? "gxlint";
  const server: ServerOptions = { command, args: ["server"] };
  const options: LanguageClientOptions = {
    documentSelector: ["file", "untitled"].flatMap((scheme) =>
      ["markdown", "plaintext"].map((language) => ({ scheme, language })),
    ),
    initializationOptions: { trusted: vscode.workspace.isTrusted },
  };
  client = new LanguageClient("gxlint", "gxlint", server, options);
  context.subscriptions.push(client);
  await client.start();
}

/** Stop it. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
