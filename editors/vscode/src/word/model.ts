// What the server tells of a Word file, and what is shown of it.

/** Words of the draft: where they start and end in its text, and what the reader sees there. */
export type Words = readonly [start: number, end: number, shown: string];

/** A half-open range of UTF-16 code units in the text of the draft. */
export type Span = readonly [start: number, end: number];

/** A paragraph, a table or the like: markup, and between it words. */
export interface Block {
  readonly span: Span;
  readonly parts: readonly (string | Words)[];
}

/** A Word file as the server reads it. */
export interface Preview {
  /** Of the file's bytes. */
  readonly hash: string;
  /** That findings refer to. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Why there is no text, or not all of it. */
  readonly problems: readonly string[];
}

export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something that was found in the draft, as the list of problems has it. */
export interface Finding {
  readonly span: Span;
  readonly severity: Severity;
  readonly message: string;
  readonly rule: string;
}

/** Whether words correspond to their place character by character; others stand for it as a whole. */
export function isExact([start, end, shown]: Words): boolean {
  return shown.length === end - start;
}

/** Whether two ranges share something; an empty one shares what it lies in or touches. */
export function overlap(one: Span, other: Span): boolean {
  const touching = one[0] === one[1] || other[0] === other[1];
  return touching ? one[0] <= other[1] && other[0] <= one[1] : one[0] < other[1] && other[0] < one[1];
}

/** The worst of some severities. */
export function worst(severities: Iterable<Severity>): Severity | undefined {
  const present = new Set(severities);
  return SEVERITIES.find((severity) => present.has(severity));
}
