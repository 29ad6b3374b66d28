import assert from "node:assert/strict";
import { test } from "node:test";
import { debugInformation } from "../../src/debug";

test("versions, search and settings are told, the home folder is not", () => {
  const text = debugInformation({
    versions: { extension: "0.1.0" },
    language: "zh-cn",
    trusted: true,
    server: "gxlint 0.1.0 正在运行",
    command: { file: "/home/li/bin/python", args: ["-m", "gxlint", "server"] },
    steps: ["本机的 Python: /home/li/bin/python: 找到 gxlint 0.1.0"],
    settings: { ignore: ["overlong-sentence"], previousReport: "/home/li/2023.md", select: [], config: "" },
    home: "/home/li",
  });
  for (const line of [
    "- extension: 0.1.0",
    "- command: ~/bin/python -m gxlint server",
    "  - 本机的 Python: ~/bin/python: 找到 gxlint 0.1.0",
    '- gxlint.ignore: ["overlong-sentence"]',
    '- gxlint.previousReport: "~/2023.md"',
  ]) {
    assert.ok(text.includes(line), line);
  }
  assert.doesNotMatch(text, /home|select|config/);
});
