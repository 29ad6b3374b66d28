// What passes between the tests and the extension host, one JSON text a line.
import type * as VSCode from "vscode";
import type { until } from "./patience";

/** A function to call in the host. */
export interface Call {
  readonly id: number;
  readonly code: string;
  readonly argument: unknown;
}

/** What came of it. */
export interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** What a function that runs in the host is given, beside its argument. */
export interface Tools {
  readonly vscode: typeof VSCode;
  readonly until: typeof until;
}
