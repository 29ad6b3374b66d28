// The client of the protocol, kept quiet: everything it has to say goes to the log, nothing pops up.
import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
} from "vscode-languageclient/node";
import { forServer, SECTION } from "./settings";
import { copying } from "./word/copying";

/** Word files are shown as documents of this scheme; the server knows it. */
export const WORD = "gxlint-docx";

/** The language of such a document, whose paragraphs are wrapped; that of a file, too, whose name ends like its name. */
const WORD_TEXT = "gxlint-word";

/** Drafts that are in a file or in none yet, and Word files as text. Which of them are reports the server decides. */
export const DRAFTS = [
  ...["file", "untitled"].flatMap((scheme) => ["markdown", "plaintext"].map((language) => ({ scheme, language }))),
  { scheme: "file", language: WORD_TEXT },
  { scheme: WORD },
];

/** A client whose messages go to the log. */
export class QuietClient extends LanguageClient {
  constructor(
    server: ServerOptions,
    private readonly log: vscode.LogOutputChannel,
    gone: () => void,
  ) {
    super(SECTION, "gxlint", server, options(log, gone));
    this.registerFeature(copying);
  }

  override error(message: string, data?: unknown): void {
    this.log.error(message, ...details(data));
  }

  override warn(message: string, data?: unknown): void {
    this.log.warn(message, ...details(data));
  }

  override info(message: string, data?: unknown): void {
    this.log.info(message, ...details(data));
  }

  override debug(message: string, data?: unknown): void {
    this.log.debug(message, ...details(data));
  }
}

function details(data: unknown): unknown[] {
  return data === undefined || data === null || typeof data === "boolean" ? [] : [data];
}

function options(log: vscode.LogOutputChannel, gone: () => void): LanguageClientOptions {
  return {
    documentSelector: DRAFTS,
    initializationOptions: () => ({ ...forServer(), trusted: vscode.workspace.isTrusted }),
    outputChannel: log,
    traceOutputChannel: log,
    middleware: {
      workspace: {
        configuration: (asked) => asked.items.map(({ section }) => (section === SECTION ? forServer() : null)),
      },
    },
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        gone();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
}
