// Runs the unit tests: each is bundled, because what they test is written in TypeScript and imported without endings.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";

const here = import.meta.dirname;
const out = mkdtempSync(join(here, "..", "..", "out-"));
try {
  await esbuild.build({
    entryPoints: readdirSync(here).filter((name) => name.endsWith(".test.ts")).map((name) => join(here, name)),
    outdir: out,
    bundle: true,
    platform: "node",
    format: "cjs",
    sourcemap: "inline",
    logLevel: "warning",
  });
  const tests = readdirSync(out).map((name) => join(out, name));
  const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...tests], { stdio: "inherit" });
  process.exitCode = status ?? 1;
} finally {
  rmSync(out, { recursive: true });
}
