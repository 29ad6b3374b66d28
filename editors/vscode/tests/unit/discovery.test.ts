import assert from "node:assert/strict";
import { test } from "node:test";
import { discover, isOlder, type Discovery, type Wishes, type World } from "../../src/discovery";
import type { Command, Ran } from "../../src/programs";

const PROBE = "/extension/bundled/probe.py";
const START = "/extension/bundled/start.py";
const NOTHING: Wishes = { path: "", interpreter: "", trusted: true };

/** A computer: what runs on it, and what it says. Everything else is not there. */
interface Computer {
  /** By file: the version of gxlint. */
  readonly tools?: Readonly<Record<string, string>>;
  /** By file: versions of Python and of gxlint in it. */
  readonly pythons?: Readonly<Record<string, readonly [string, string | null]>>;
  readonly programs?: Readonly<Record<string, readonly string[]>>;
  readonly overdue?: readonly string[];
  readonly environments?: string;
  readonly python?: string;
  readonly platform?: NodeJS.Platform;
}

function world(computer: Computer, ran: Command[] = []): World {
  return {
    run: (command) => {
      ran.push(command);
      return Promise.resolve(answer(computer, command));
    },
    whereAre: (names) => Promise.resolve(names.flatMap((name) => computer.programs?.[name] ?? [])),
    environments: () => Promise.resolve(computer.environments),
    python: () => Promise.resolve(computer.python),
    platform: computer.platform ?? "linux",
    probe: PROBE,
    bundled: START,
  };
}

function answer(computer: Computer, { file, args }: Command): Ran {
  if (computer.overdue?.includes(file)) {
    return { kind: "overdue" };
  }
  const python = computer.pythons?.[file];
  if (python && args.includes(PROBE)) {
    return said(JSON.stringify({ python: python[0], executable: file, gxlint: python[1] }));
  }
  if (python && args.includes(START)) {
    return said("gxlint 0.1.0");
  }
  const tool = computer.tools?.[file];
  return tool === undefined ? { kind: "unrunnable", reason: `spawn ${file} ENOENT` } : said(`gxlint ${tool}`);
}

function said(output: string): Ran {
  return { kind: "ended", status: 0, output: `${output}\n`, complaint: "" };
}

function look(computer: Computer, wishes: Partial<Wishes> = {}): Promise<Discovery> {
  return discover({ ...NOTHING, ...wishes }, world(computer), () => undefined);
}

const EVERYTHING: Computer = {
  tools: { "/set/gxlint": "0.1.0", "/bin/gxlint": "0.2.0" },
  pythons: {
    "/set/python": ["3.12.1", "0.1.0"],
    "/envs/python": ["3.12.2", "0.1.0"],
    "/ms/python": ["3.12.3", "0.1.0"],
    "/bin/python3": ["3.12.4", "0.1.0"],
  },
  programs: { gxlint: ["/bin/gxlint"], python3: ["/bin/python3"] },
  environments: "/envs/python",
  python: "/ms/python",
};

test("each place is asked in its turn", async () => {
  const wishes = { path: "/set/gxlint", interpreter: "/set/python" };
  const order: [Computer, Partial<Wishes>, string, string][] = [
    [EVERYTHING, wishes, "path", "/set/gxlint"],
    [EVERYTHING, { interpreter: "/set/python" }, "interpreter", "/set/python"],
    [EVERYTHING, {}, "environments", "/envs/python"],
    [without("environments"), {}, "python", "/ms/python"],
    [without("environments", "python"), {}, "command", "/bin/gxlint"],
    [{ ...without("environments", "python"), programs: { python3: ["/bin/python3"] } }, {}, "system", "/bin/python3"],
  ];
  for (const [computer, wished, source, file] of order) {
    const { found } = await look(computer, wished);
    assert.deepEqual([found?.source, found?.command.file], [source, file]);
  }
});

function without(...names: ("environments" | "python")[]): Computer {
  return Object.fromEntries(Object.entries(EVERYTHING).filter(([name]) => !names.some((left) => left === name)));
}

test("a Python without gxlint runs the one that comes with the extension", async () => {
  const { found, steps } = await look({
    pythons: { "/bin/python3": ["3.11.2", null] },
    programs: { python3: ["/bin/python3"] },
  });
  assert.deepEqual(found, {
    source: "bundled",
    command: { file: "/bin/python3", args: ["-I", START, "server"] },
    version: "0.1.0",
    python: "3.11.2",
  });
  assert.deepEqual(
    steps.map(({ source, outcome }) => `${source} ${outcome}`),
    [
      "path unset",
      "interpreter unset",
      "environments absent",
      "python absent",
      "command missing",
      "system without-gxlint",
      "bundled found",
    ],
  );
});

test("the interpreter that is set runs the bundled one rather than any other", async () => {
  const pythons = { "/set/python": ["3.13.0", null], "/bin/python3": ["3.11.2", null] } as const;
  const { found } = await look({ pythons, programs: { python3: ["/bin/python3"] } }, { interpreter: "/set/python" });
  assert.equal(found?.command.file, "/set/python");
});

test("a gxlint of an interpreter is run as its module", async () => {
  const { found } = await look(EVERYTHING, { interpreter: "/set/python" });
  assert.deepEqual(found?.command.args, ["-m", "gxlint", "server"]);
});

test("what cannot be used is passed over, and it is said why", async () => {
  const { found, steps } = await look(
    {
      tools: { "/old/gxlint": "0.0.9" },
      pythons: { "/usr/bin/python3": ["3.9.2", null], "/opt/python3": ["3.12.0", null] },
      programs: { gxlint: ["/slow/gxlint", "/old/gxlint"], python3: ["/usr/bin/python3", "/opt/python3"] },
      overdue: ["/slow/gxlint"],
    },
    { path: "/nowhere/gxlint" },
  );
  assert.equal(found?.source, "bundled");
  const reasons = steps.filter(({ file }) => file).map(({ file, outcome, detail }) => [file, outcome, detail]);
  assert.deepEqual(reasons, [
    ["/nowhere/gxlint", "unrunnable", "spawn /nowhere/gxlint ENOENT"],
    ["/slow/gxlint", "overdue", undefined],
    ["/old/gxlint", "outdated", "0.0.9"],
    ["/usr/bin/python3", "python-outdated", "3.9.2"],
    ["/opt/python3", "without-gxlint", "3.12.0"],
    ["/opt/python3", "found", "0.1.0"],
  ]);
});

test("without any Python nothing is found", async () => {
  const { found, steps } = await look({});
  assert.equal(found, undefined);
  assert.equal(steps.at(-1)?.outcome, "no-python");
});

test("in a workspace that is not trusted no extension is asked for its Python", async () => {
  const { found, steps } = await look(EVERYTHING, { trusted: false });
  assert.equal(found?.source, "command");
  const untrusted = steps.filter(({ outcome }) => outcome === "untrusted").map(({ source }) => source);
  assert.deepEqual(untrusted, ["environments", "python"]);
});

test("a mere name in a setting is looked for, never in the current folder", async () => {
  const computer = { tools: { "/bin/gxlint": "0.1.0" }, programs: { gxlint: ["/bin/gxlint"] } };
  assert.equal((await look(computer, { path: "gxlint" })).found?.command.file, "/bin/gxlint");
  const { steps } = await look(computer, { path: "gxlint-nightly" });
  assert.deepEqual(steps[0], { source: "path", file: "gxlint-nightly", outcome: "missing" });
});

test("the launcher of Windows is asked for its Python 3", async () => {
  const ran: Command[] = [];
  const py = String.raw`C:\Windows\py.exe`;
  const computer: Computer = { platform: "win32", programs: { py: [py] }, pythons: { [py]: ["3.12.0", null] } };
  await discover(NOTHING, world(computer, ran), () => undefined);
  assert.deepEqual(ran[0], { file: py, args: ["-3", PROBE] });
});

test("a program that is something else is not taken for gxlint", async () => {
  const computer = world({ programs: { gxlint: ["/bin/gxlint"] } });
  const odd = { ...computer, run: () => Promise.resolve(said("usage: gxlint [files]")) };
  const { found, steps } = await discover(NOTHING, odd, () => undefined);
  assert.equal(found, undefined);
  const step = steps.find(({ source }) => source === "command");
  assert.deepEqual(step, { source: "command", file: "/bin/gxlint", outcome: "unrunnable", detail: "usage: gxlint [files]" });
});

test("versions are compared by their numbers", () => {
  for (const [version, than, older] of [
    ["0.9.0", "0.10.0", true],
    ["0.10.0", "0.9.0", false],
    ["3.11", "3.11.0", false],
    ["3.11.0", "3.11", false],
    ["3.9.18", "3.11", true],
    ["0.1.0.dev3", "0.1.0", false],
    ["1.0rc1", "0.1.0", false],
  ] as const) {
    assert.equal(isOlder(version, than), older, `${version} < ${than}`);
  }
});
