// The rules, and why each of them is one.
import * as vscode from "vscode";
import { register } from "./commands";
import type { Server } from "./server";

const SCHEME = "gxlint-rule";

/** A rule as the server lists it. */
interface Rule {
  readonly id: string;
  readonly category: string;
  readonly summary: string;
  readonly enabled: boolean;
}

/** Register the pages of rules and the command that opens one. */
export function registerRules(context: vscode.ExtensionContext, server: Server): void {
  const pages: vscode.TextDocumentContentProvider = {
    provideTextDocumentContent: ({ path }) => server.execute<string>("gxlint.explainRule", ruleOf(path)),
  };
  context.subscriptions.push(vscode.workspace.registerTextDocumentContentProvider(SCHEME, pages));
  register(context, server, "gxlint.showRule", (id) => showRule(server, id));
}

async function showRule(server: Server, id: unknown): Promise<void> {
  const rule = typeof id === "string" ? id : await chosen(server);
  if (rule !== undefined) {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${rule}.md` });
    await vscode.commands.executeCommand("markdown.showPreview", uri);
  }
}

/** What the user picks; the rules of findings at the cursor come first. */
async function chosen(server: Server): Promise<string | undefined> {
  const here = rulesHere();
  const rules = await server.execute<readonly Rule[]>("gxlint.listRules");
  const items = rules.map(({ id, category, summary }) => ({ label: id, description: category, detail: summary }));
  const first = items.filter(({ label }) => here.has(label));
  const rest = items.filter(({ label }) => !here.has(label));
  const picked = await vscode.window.showQuickPick([...first, ...rest], {
    placeHolder: vscode.l10n.t("Which rule is to be explained?"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.label;
}

function rulesHere(): Set<string> {
  const editor = vscode.window.activeTextEditor;
  const found = editor ? vscode.languages.getDiagnostics(editor.document.uri) : [];
  const here = found.filter(({ source, range }) => source === "gxlint" && editor && range.contains(editor.selection.active));
  return new Set(here.map(({ code }) => String(typeof code === "object" ? code.value : code)));
}

function ruleOf(path: string): string {
  return path.replace(/^\//, "").replace(/\.md$/, "");
}
