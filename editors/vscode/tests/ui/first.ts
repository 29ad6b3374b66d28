// From an empty folder to a report without findings, step by step as the README says.
import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { insist, until } from "../harness/patience";
import { scene, type Scene } from "../harness/scene";
import { ORDINARY } from "../wishes";

const REPORT = "2024年报告.md";

/** A row of the table of applications, with one from a natural person or none. */
const row = (label: string, count: number): string => `| ${label} |  | ${String(count)} | 0 | 0 | 0 | 0 | 0 | ${String(count)} |`;

/** What the new report leaves open, and what the clerk writes there. */
const ENTRIES = [
  ["地址：，邮编：，电话：", "地址：青禾县人民路74号，邮编：426359，电话：0736-8834464"],
  ["（一）主动公开。", "（一）主动公开。全年通过县人民政府门户网站公开信息96条。"],
  ["（二）依申请公开。", "（二）依申请公开。新收到政府信息公开申请1件，按时答复。"],
  ["（三）政府信息管理。", "（三）政府信息管理。落实三审三校，发布前进行保密审查。"],
  ["（四）政府信息公开平台建设。", "（四）政府信息公开平台建设。维护县人民政府门户网站的政府信息公开专栏。"],
  ["（五）监督保障。", "（五）监督保障。纳入年度工作考核，开展社会评议1次，没有责任追究情形。"],
  [row("一、本年新收政府信息公开申请数量 | ", 0), row("一、本年新收政府信息公开申请数量 | ", 1)],
  [row("（一）予以公开", 0), row("（一）予以公开", 1)],
  ["改进情况\n", "改进情况\n\n主要问题是政策解读形式单一。改进措施是采用图文和问答解读政策。\n"],
  ["1月　日", "1月15日"],
] as const;
/** The sum that is forgotten at first. */
const FORGOTTEN = [row("（七）总计", 0), row("（七）总计", 1)] as const;

scene("A clerk with an empty folder", { server: ORDINARY, files: () => ({}) }, (it) => {
  it.test("begins a report from the command palette and saves it", async () => {
    await insist(
      "the question whose report it is",
      async () => {
        await it.page.keyboard.press("Control+Shift+P");
        await box(it).fill(">gxlint: New Report", { timeout: 30_000 });
        const focused = it.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "New Report" });
        await focused.waitFor({ timeout: 30_000 });
        await it.page.keyboard.press("Enter");
      },
      () => it.page.locator(".quick-input-widget", { hasText: /agency|机关/ }).isVisible(),
    );
    await answer(it, "青禾县云溪镇人民政府");
    await it.page.locator(".quick-input-widget", { hasText: /year|年份/ }).waitFor();
    await answer(it, "2024");
    await it.page.locator(".tab.active.dirty").waitFor();
    await insist(
      "the question where to save it",
      () => it.page.keyboard.press("Control+S"),
      () => it.page.locator(".quick-input-widget", { hasText: /Save As|另存为/ }).isVisible(),
    );
    await until("a name proposed", async () => (await box(it).inputValue()).endsWith(".md"));
    await answer(it, `${it.folder}/${REPORT}`);
    await it.page.locator(".tab.active", { hasText: REPORT }).waitFor();
    await it.found(REPORT, (found) => found.some(({ rule }) => rule === "malformed-contact"));
  });

  it.test("fills it in, and sees at once which sum is wrong", async () => {
    for (const [blank, words] of ENTRIES) await it.replace(REPORT, blank, words);
    const found = await it.found(REPORT, (found) => found.every(({ rule }) => /sum|balance/.test(rule)) && found.length > 0);
    assert.ok(found.some(({ message }) => message.includes("（七）总计")), JSON.stringify(found));
  });

  it.test("has a report without findings in the end", async () => {
    await it.replace(REPORT, ...FORGOTTEN);
    await it.found(REPORT, (found) => found.length === 0);
    await insist(
      "the report saved",
      () => it.page.keyboard.press("Control+S"),
      async () => (await it.page.locator(".tab.dirty").count()) === 0,
    );
    await it.command("workbench.actions.view.problems");
    await it.page.locator(".markers-panel .message-box-container", { hasText: /No problems|未在工作区检测到问题/ }).waitFor();
    await it.window.shoot("first-report");
  });
});

/** The box that asks for a word. */
function box(it: Scene): Locator {
  return it.page.locator(".quick-input-widget input.input");
}

async function answer(it: Scene, words: string): Promise<void> {
  await box(it).fill(words);
  await box(it).press("Enter");
}
