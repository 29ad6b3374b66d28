// What is said of the search for a server.
import * as vscode from "vscode";
import { MINIMAL_PYTHON, MINIMAL_VERSION, ANSWER_LIMIT, type Outcome, type Source, type Step } from "./discovery";

const { t } = vscode.l10n;

/** A place that is looked at, by name. */
export function sourceName(source: Source): string {
  const names: Record<Source, () => string> = {
    path: () => t("setting gxlint.path"),
    interpreter: () => t("setting gxlint.interpreter"),
    environments: () => t("Python Environments extension"),
    python: () => t("Python extension"),
    command: () => t("gxlint on this computer"),
    system: () => t("Python on this computer"),
    bundled: () => t("gxlint that comes with the extension"),
  };
  return names[source]();
}

/** One step in a line. */
export function told({ source, outcome, file, detail }: Step): string {
  return [sourceName(source), file, outcomeName(outcome, detail ?? "")].filter(Boolean).join(": ");
}

function outcomeName(outcome: Outcome, detail: string): string {
  const names: Record<Outcome, () => string> = {
    found: () => t("gxlint {0} found", detail),
    unset: () => t("not set"),
    untrusted: () => t("not asked, as the workspace is not trusted"),
    absent: () => t("not installed, or nothing chosen there"),
    missing: () => t("nothing found"),
    overdue: () => t("does not answer within {0} seconds", ANSWER_LIMIT),
    unrunnable: () => t("cannot be run: {0}", detail),
    outdated: () => t("gxlint {0} is too old; {1} or newer is needed", detail, MINIMAL_VERSION),
    "without-gxlint": () => t("Python {0} has no gxlint", detail),
    "python-outdated": () => t("Python {0} is too old; {1} or newer is needed", detail, MINIMAL_PYTHON),
    "no-python": () => t("no Python {0} or newer to run it", MINIMAL_PYTHON),
  };
  return names[outcome]();
}
