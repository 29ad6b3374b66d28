// Where things are. The runner, scripts/test-vscode.mjs, says so in the environment.
import { join } from "node:path";

function told(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests with "npm run test:vscode"`);
  return value;
}

/** The extension's folder in the repository. */
export const EXTENSION = told("GXLINT_EXTENSION");
/** The repository. */
export const REPOSITORY = join(EXTENSION, "..", "..");
/** VS Code's installation. */
export const VSCODE = told("GXLINT_VSCODE");
/** The packaged extension. */
export const VSIX = told("GXLINT_VSIX");
/** A folder whose only program is a `python3` that has nothing but its standard library. */
export const BARE_PYTHON = told("GXLINT_BARE_PYTHON");
/** The browser. */
export const CHROMIUM = told("GXLINT_CHROMIUM");
/** Where logs and screenshots are left. */
export const ARTEFACTS = told("GXLINT_ARTEFACTS");
