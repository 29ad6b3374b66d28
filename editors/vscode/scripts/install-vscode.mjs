// Installs the VS Code that the tests drive: the real server, web workbench and extension host, which the npm package
// code-server carries whole. Of code-server itself nothing is used, and of VS Code's native modules only those are
// built that a server needs.
import { execFile, execFileSync } from "node:child_process";
import { access, mkdir, mkdtemp, rename, rm, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The release of code-server, whose VS Code has the same number less three minor ones: 1.100.3. */
export const RELEASE = "4.100.3";

/** Where installations are kept between runs, one a release and major version of Node, which native modules depend on. */
export const CACHE = process.env.GXLINT_VSCODE_CACHE ?? join(dirname(fileURLToPath(import.meta.url)), "..", ".vscode-test");

/** In seconds, before what could not be fetched is tried again. */
const PAUSES = [5, 15, 45];

const NATIVE = ["@vscode/spdlog", "native-watchdog", "node-pty"];

/**
 * Install VS Code where it is not installed yet.
 * @returns its folder, which holds `out/server-main.js`.
 * @throws where npm, a compiler or ripgrep is missing, or a package cannot be fetched.
 */
export async function installVSCode() {
  const home = join(CACHE, `code-server-${RELEASE}-node${process.versions.node.split(".", 1)[0]}`);
  if (await exists(home)) return home;
  await mkdir(CACHE, { recursive: true });
  // Built beside its place and moved there when it is whole, so that what an interrupted run leaves is never used.
  const draft = await mkdtemp(join(CACHE, "installing-"));
  try {
    await build(draft);
    await rename(join(draft, "vscode"), home).catch(async (error) => {
      if (!(await exists(home))) throw error; // another run was quicker
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return home;
}

async function build(draft) {
  const archive = `code-server-${RELEASE}.tgz`;
  await fetching(archive, () => npm(draft, "pack", "--silent", `code-server@${RELEASE}`));
  await run("tar", ["xzf", archive, "--strip-components=2", "package/lib/vscode"], { cwd: draft });
  const home = join(draft, "vscode");
  await fetching("the packages of VS Code", () => npm(home, "install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"));
  await symlink("node_modules", join(home, "node_modules.asar"));
  await Promise.all(NATIVE.map((name) => compile(join(home, "node_modules", name))));
  const ripgrep = execFileSync("sh", ["-c", "command -v rg"], { encoding: "utf8" }).trim();
  await mkdir(join(home, "node_modules", "@vscode", "ripgrep", "bin"), { recursive: true });
  await symlink(ripgrep, join(home, "node_modules", "@vscode", "ripgrep", "bin", "rg"));
}

async function compile(folder) {
  const { stdout } = await run("npm", ["root", "--global"]);
  const gyp = join(stdout.trim(), "npm", "node_modules", "node-gyp", "bin", "node-gyp.js");
  const rebuild = (...options) => run(process.execPath, [gyp, "rebuild", ...options], { cwd: folder, maxBuffer: 2 ** 26 });
  // Node's own headers where they are installed: otherwise node-gyp fetches them from nodejs.org.
  const prefix = dirname(dirname(process.execPath));
  if (await exists(join(prefix, "include", "node", "node.h"))) await rebuild(`--nodedir=${prefix}`);
  else await fetching("the headers of Node.js", rebuild);
}

async function npm(cwd, ...args) {
  await run("npm", args, { cwd, maxBuffer: 2 ** 26 });
}

/** Do what needs the network, and again after a pause where it fails: a registry has its moments. */
async function fetching(what, job) {
  for (const pause of [...PAUSES, undefined]) {
    try {
      return await job();
    } catch (error) {
      const reason = (error.stderr || error.message).trim();
      if (pause === undefined || error.code === "ENOENT") throw new Error(`${what} could not be fetched: ${reason}`);
      console.error(`${what} could not be fetched, tried again in ${pause} s: ${reason}`);
      await setTimeout(pause * 1_000);
    }
  }
}

async function exists(path) {
  return access(path).then(() => true, () => false);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await installVSCode());
