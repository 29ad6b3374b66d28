import assert from "node:assert/strict";
import { test } from "node:test";
import { absolute, expand, isName } from "../../src/paths";

const HERE = { home: "/home/li", workspaceFolder: "/srv/年报", environment: { TOOLS: "/opt/tools" } };

test("variables and the home folder are put in", () => {
  for (const [written, meant] of [
    ["~/bin/gxlint", "/home/li/bin/gxlint"],
    ["~", "/home/li"],
    ["${userHome}/bin/gxlint", "/home/li/bin/gxlint"],
    ["${workspaceFolder}/.venv/bin/python", "/srv/年报/.venv/bin/python"],
    ["${env:TOOLS}/gxlint", "/opt/tools/gxlint"],
    ["${env:UNKNOWN}/gxlint", "/gxlint"],
    ["  /usr/bin/gxlint ", "/usr/bin/gxlint"],
    ["/a~b/${other}", "/a~b/${other}"],
  ] as const) {
    assert.equal(expand(written, HERE), meant);
  }
});

test("a relative path is meant from the workspace folder, and without one from the home folder", () => {
  assert.equal(absolute("tools/gxlint", HERE), "/srv/年报/tools/gxlint");
  assert.equal(absolute("../gxlint", { ...HERE, workspaceFolder: undefined }), "/home/gxlint");
  assert.equal(absolute("", HERE), "");
});

test("a name is no path", () => {
  assert.deepEqual(
    ["gxlint", "python3.12", "./gxlint", String.raw`bin\gxlint`, "~", "${env:X}", ""].map(isName),
    [true, true, false, false, false, false, false],
  );
});
