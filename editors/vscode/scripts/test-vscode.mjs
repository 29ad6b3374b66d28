// Runs the tests in a real VS Code: `npm run test:vscode [-- options of node:test]`.
// `npm run screenshots` takes those of the documentation in the same way.
// GXLINT_VSIX names a package to test in place of one made for it.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { installVSCode } from "./install-vscode.mjs";

const extension = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(extension, "dist", "tests");
const [entry, ...options] = process.argv[2] === "screenshots" ? ["screenshots"] : ["index", ...process.argv.slice(2)];
const artefacts = join(out, "artefacts");
const scratch = mkdtempSync(join(tmpdir(), "gxlint-vscode-python-"));

process.chdir(extension);
rmSync(out, { recursive: true, force: true });
mkdirSync(artefacts, { recursive: true });
try {
  const vscode = await installVSCode();
  await build();
  const vsix = process.env.GXLINT_VSIX ?? pack();
  const tests = spawn(
    process.execPath,
    ["--enable-source-maps", "--test-reporter=spec", ...options, join(out, `${entry}.js`)],
    {
      stdio: "inherit",
      env: {
        ...process.env,
        GXLINT_EXTENSION: extension,
        GXLINT_VSCODE: vscode,
        GXLINT_VSIX: vsix,
        GXLINT_BARE_PYTHON: barePython(),
        GXLINT_CHROMIUM: which("chromium"),
        GXLINT_ARTEFACTS: artefacts,
      },
    },
  );
  // Who ends this ends the tests, which then end what they have started.
  for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"]) process.on(signal, () => tests.kill(signal));
  const [status] = await once(tests, "exit");
  if (status !== 0) console.error(`Logs and screenshots are in ${artefacts}`);
  process.exitCode = status ?? 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Bundle the tests, and the extension that drives VS Code for them. */
async function build() {
  const common = { bundle: true, sourcemap: "inline", platform: "node", format: "cjs", target: "node20" };
  await esbuild.build({ ...common, entryPoints: ["tests/harness/driver.ts"], outdir: out, external: ["vscode"] });
  await esbuild.build({ ...common, entryPoints: [`tests/${entry}.ts`], outdir: out, packages: "external" });
}

/** Package the extension. */
function pack() {
  execFileSync("npm", ["run", "--silent", "package"], { stdio: ["ignore", "ignore", "inherit"] });
  return join(extension, "dist", "gxlint.vsix");
}

/** A folder with a Python that has only its standard library, as one who has just installed it has. */
function barePython() {
  const own = join(extension, "..", "..", ".venv", "bin", "python");
  execFileSync(existsSync(own) ? own : "python3", ["-m", "venv", "--without-pip", scratch]);
  return join(scratch, "bin");
}

function which(name) {
  return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
}
