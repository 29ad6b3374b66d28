import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { folders, run, spawnable, whereIs } from "../../src/programs";

const scratch = mkdtempSync(join(tmpdir(), "gxlint-unit-"));
after(() => {
  rmSync(scratch, { recursive: true });
});

const node = (code: string): { file: string; args: string[] } => ({ file: process.execPath, args: ["-e", code] });

test("a program's output, complaint and status are told", async () => {
  const ran = await run(node("console.log('出'); console.error('怨'); process.exitCode = 3"), scratch, 120_000);
  assert.deepEqual(ran, { kind: "ended", status: 3, output: "出\n", complaint: "怨\n" });
});

test("a program that does not come to an end is ended", async () => {
  const ran = await run(node("setInterval(() => {}, 1000)"), scratch, 200);
  assert.deepEqual(ran, { kind: "overdue" });
});

test("a program that is not there cannot be run, and that is no error of ours", async () => {
  const ran = await run({ file: join(scratch, "nothing"), args: [] }, scratch, 120_000);
  assert.equal(ran.kind, "unrunnable");
});

test("Python takes no modules from the folder it is started in", async () => {
  const { output } = (await run(node("console.log(process.env.PYTHONSAFEPATH)"), scratch, 120_000)) as { output: string };
  assert.equal(output, "1\n");
});

test("batch files go through the command interpreter of Windows, other programs never", () => {
  const file = String.raw`C:\Program Files\gxlint & co\gxlint.cmd`;
  assert.deepEqual(spawnable({ file, args: ["server"] }, "win32", "cmd.exe"), {
    file: "cmd.exe",
    args: ["/d", "/s", "/c", `""${file}" "server""`],
    verbatim: true,
  });
  const program = String.raw`C:\gxlint.exe`;
  assert.deepEqual(spawnable({ file: program, args: ["server"] }, "win32"), {
    file: program,
    args: ["server"],
    verbatim: false,
  });
  assert.equal(spawnable({ file: "/bin/gxlint.cmd", args: [] }, "linux").file, "/bin/gxlint.cmd");
  assert.throws(() => spawnable({ file: String.raw`C:\%PATH%\gxlint.cmd`, args: [] }, "win32"));
});

test("folders of PATH that are relative are left out, and those of installers are added", () => {
  const found = folders({ platform: "linux", home: "/home/li", environment: { PATH: "/usr/bin:.::bin:/usr/bin" } });
  assert.deepEqual(found, ["/usr/bin", "/home/li/.local/bin"]);
  const environment = { Path: String.raw`C:\Python;"C:\Program Files";.` };
  const windows = folders({ platform: "win32", home: String.raw`C:\Users\li`, environment });
  assert.deepEqual(windows.slice(0, 2), [String.raw`C:\Python`, String.raw`C:\Program Files`]);
});

test("programs are found in the order of the folders; what cannot be run is none", async () => {
  const [first, second, third] = ["a", "b", "c"].map((name) => join(scratch, name)) as [string, string, string];
  for (const folder of [first, second, third]) {
    mkdirSync(folder);
    writeFileSync(join(folder, "gxlint"), "");
  }
  chmodSync(join(second, "gxlint"), 0o755);
  chmodSync(join(third, "gxlint"), 0o755);
  const where = { platform: "linux" as const, home: scratch, environment: { PATH: [first, third, second].join(":") } };
  assert.deepEqual(await whereIs("gxlint", where), [join(third, "gxlint"), join(second, "gxlint")]);
});
