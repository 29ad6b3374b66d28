// What the extension and the page of the preview say to each other.
import type { Block, Finding, Severity, Span } from "./model";

/** Words of the page that change. */
export interface Labels {
  /** Names of severities. */
  readonly severities: Readonly<Record<Severity, string>>;
  /** With `{0}` for the number of findings. */
  readonly found: string;
  readonly nothing: string;
}

/** To the page. */
export type ToPage =
  | { readonly type: "blocks"; readonly blocks: readonly Block[]; readonly labels: Labels }
  | { readonly type: "findings"; readonly findings: readonly Finding[] | undefined }
  | { readonly type: "here"; readonly span: Span }
  /** What the user should know of the file or the text; empty if all is well. */
  | { readonly type: "notice"; readonly text: string };

/** From the page. */
export type FromPage =
  | { readonly type: "ready" }
  | { readonly type: "jump"; readonly span: Span }
  | { readonly type: "showText" }
  | { readonly type: "openInWord" };

/** Whether something is a message from the page; its context is not to be trusted blindly. */
export function isFromPage(message: unknown): message is FromPage {
  if (typeof message !== "object" || message === null || !("type" in message)) {
    return false;
  }
  const { type } = message;
  return type === "ready" || type === "showText" || type === "openInWord" || (type === "jump" && hasSpan(message));
}

function hasSpan(message: object): boolean {
  const span: unknown = "span" in message ? message.span : undefined;
  return Array.isArray(span) && span.length === 2 && span.every((offset) => Number.isSafeInteger(offset) && offset >= 0);
}
