import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const read = (name: string): string => readFileSync(name, "utf8");
const json = (name: string): Record<string, unknown> => JSON.parse(read(name)) as Record<string, unknown>;
const ENGLISH = json("package.nls.json");
const CHINESE = json("package.nls.zh-cn.json");

test("every text of the manifest is there in both languages, and none is left over", () => {
  const used = new Set([...read("package.json").matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
  assert.deepEqual(Object.keys(ENGLISH).sort(), [...used].sort());
  assert.deepEqual(Object.keys(CHINESE).sort(), [...used].sort());
});

test("every text of the program is translated, with the same places to fill in, and none is left over", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const texts = sources.flatMap((name) => [...read(join("src", name)).matchAll(/\bt\(\s*("(?:[^"\\]|\\.)*")/g)]);
  const used = new Set(texts.map(([, text]) => JSON.parse(text ?? "") as string));
  const translated = json("l10n/bundle.l10n.zh-cn.json");
  assert.deepEqual(Object.keys(translated).sort(), [...used].sort());
  const places = (text: unknown): string[] => [...new Set(String(text).match(/\{\d\}/g))].sort();
  for (const [text, translation] of Object.entries(translated)) {
    assert.deepEqual(places(translation), places(text), text);
  }
});

test("the pages of the walkthrough are there", () => {
  for (const text of [...Object.values(ENGLISH), ...Object.values(CHINESE)].map(String)) {
    if (text.startsWith("walkthrough/")) {
      assert.ok(existsSync(text), text);
    }
  }
});

test("settings that choose what is run or read by path are not a stranger's to make", () => {
  const manifest = json("package.json") as {
    capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
  };
  const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
  for (const name of ["gxlint.path", "gxlint.interpreter", "gxlint.config"]) {
    assert.ok(restricted.includes(name), name);
  }
});

test("the lock file names no registry", () => {
  assert.doesNotMatch(read("package-lock.json"), /"resolved"/);
});

test("the README lists every setting", () => {
  const settings = [...read("package.json").matchAll(/"(gxlint\.\w+(?:\.\w+)?)": \{/g)].map(([, name]) => name ?? "");
  const page = read("README.md");
  assert.ok(settings.length > 5);
  for (const name of settings) {
    assert.ok(page.includes(`\`${name}\``), name);
  }
});
