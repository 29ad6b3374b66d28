// Findings as the list of problems has them.
import * as vscode from "vscode";
import { SECTION } from "../settings";
import type { Finding, Severity } from "./model";

const SEVERITIES: Readonly<Record<vscode.DiagnosticSeverity, Severity>> = {
  [vscode.DiagnosticSeverity.Error]: "error",
  [vscode.DiagnosticSeverity.Warning]: "warning",
  [vscode.DiagnosticSeverity.Information]: "info",
  [vscode.DiagnosticSeverity.Hint]: "info",
};

/** What gxlint has found in a document. */
export function findingsIn(document: vscode.TextDocument): Finding[] {
  const diagnostics = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === SECTION);
  return diagnostics.map(({ range, severity, message, code }) => ({
    span: [document.offsetAt(range.start), document.offsetAt(range.end)],
    severity: SEVERITIES[severity],
    message,
    rule: String(typeof code === "object" ? code.value : (code ?? "")),
  }));
}
