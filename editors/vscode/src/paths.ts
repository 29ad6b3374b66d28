// Paths as people write them in settings.
import * as path from "node:path";

/** What the variables in a setting stand for. */
export interface Surroundings {
  readonly home: string;
  /** The first folder of the workspace, if there is one. */
  readonly workspaceFolder: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The value of a setting with `~`, `${workspaceFolder}`, `${userHome}` and `${env:NAME}` put in.
 * A variable that has no value here becomes empty.
 */
export function expand(value: string, { home, workspaceFolder, environment }: Surroundings): string {
  const expanded = value.trim().replace(/\$\{(workspaceFolder|userHome|env:([^}]+))\}/g, (_whole, what, name) => {
    if (what === "workspaceFolder") {
      return workspaceFolder ?? "";
    }
    return what === "userHome" ? home : (environment[String(name)] ?? "");
  });
  return expanded === "~" || /^~[\\/]/.test(expanded) ? home + expanded.slice(1) : expanded;
}

/** The same as an absolute path; a relative one is meant from the workspace folder, or else from the home folder. */
export function absolute(value: string, surroundings: Surroundings): string {
  const expanded = expand(value, surroundings);
  return expanded && path.resolve(surroundings.workspaceFolder ?? surroundings.home, expanded);
}

/** Whether it is the mere name of a program, to be looked for in the folders of PATH. */
export function isName(value: string): boolean {
  return /^[^\\/~$]+$/.test(value.trim());
}
