// What of the review of Word files needs no VS Code: drawing, placing, following, names, the page.
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { draw, escape, type Scene } from "../../src/word/drawing";
import { Follower, RETRIES } from "../../src/word/following";
import { isFromPage } from "../../src/word/messages";
import type { Block, Finding, Severity, Span } from "../../src/word/model";
import { isWordFile, textPath, wordPath } from "../../src/word/names";
import { blocksOf, byBlock, neighbour } from "../../src/word/placing";
import { shell } from "../../src/word/shell";

const TITLE: Block = { span: [0, 4], parts: ["<h3>", [0, 4, "年度报告"], "</h3>"] };
const TABLE: Block = {
  span: [5, 9],
  parts: ["<table><tr><td>", [5, 7, "规章"], "</td><td>", [8, 8, ""], "</td><td>", [9, 9, ""], "</td></tr></table>"],
};
const BLOCKS = [TITLE, TABLE];

function finding(span: Span, severity: Severity = "error", message = "错"): Finding {
  return { span, severity, message, rule: "some-rule" };
}

function drawn(block: Block, findings: Finding[], here?: Span): string {
  const scene: Scene = { findings, here, names: { error: "错误", warning: "警告", info: "提示" } };
  return draw(block, scene);
}

/** The words of each mark, with the findings that it stands for. */
function marks(markup: string): [string, string][] {
  return [...markup.matchAll(/<mark[^>]* data-f="([^"]*)"[^>]*>(.*?)<\/mark>/g)].map(([, keys, words]) => [keys ?? "", words ?? ""]);
}

void suite("drawing", () => {
  void test("leaves words without findings alone", () => {
    assert.equal(drawn(TITLE, []), "<h3>年度报告</h3>");
  });
  void test("cuts words where findings begin and end", () => {
    const found = [finding([0, 3]), finding([2, 4], "info")];
    assert.deepEqual(marks(drawn(TITLE, found)), [["0", "年度"], ["0 1", "报"], ["1", "告"]]);
  });
  void test("gives each finding one stop for the keys", () => {
    const found = [finding([0, 3]), finding([2, 4])];
    assert.equal(drawn(TITLE, found).match(/tabindex="0"/g)?.length, 2);
  });
  void test("shows where something is missing", () => {
    assert.match(drawn(TITLE, [finding([2, 2])]), /年度<mark class="error point"[^>]*><\/mark>报告/);
  });
  void test("marks a blank cell only where it is meant", () => {
    assert.equal(marks(drawn(TABLE, [finding([8, 8])])).length, 1);
    assert.deepEqual(marks(drawn(TABLE, [finding([5, 8])])), [["0", "规章"]]);
  });
  void test("marks a table as a whole beside it", () => {
    const markup = drawn(TABLE, [finding([5, 9], "warning")]);
    assert.match(markup, /^<span class="count warning"[^>]*>1<\/span><mark class="warning whole"/);
    assert.equal(marks(markup).length, 1);
  });
  void test("marks words that stand for their place as a whole", () => {
    const numbered: Block = { span: [0, 3], parts: [[0, 3, "（一）…"]] };
    assert.deepEqual(marks(drawn(numbered, [finding([1, 2])])), [["0", "（一）…"]]);
  });
  void test("shows the worst of several severities and all messages", () => {
    const markup = drawn(TITLE, [finding([0, 4], "info", "甲"), finding([0, 4], "error", "乙")]);
    assert.match(markup, /<mark class="error many"/);
    assert.match(markup, /title="甲 \(some-rule\)\n乙 \(some-rule\)"/);
  });
  void test("shows where the user is", () => {
    assert.match(drawn(TITLE, [], [1, 3]), /年<span class="here">度报<\/span>告/);
    assert.match(drawn(TITLE, [], [1, 1]), /class="cursor"/);
  });
  void test("lets nothing of a draft become markup", () => {
    const evil: Block = { span: [0, 11], parts: [[0, 11, "<b onload=1>"]] };
    assert.equal(drawn(evil, []), "&lt;b onload=1&gt;");
    assert.doesNotMatch(drawn(TITLE, [finding([0, 4], "error", '"><script>')]), /<script/);
    assert.equal(escape("a\u202eb\0"), "a\u2426b\u2400");
  });
});

void suite("placing", () => {
  void test("finds the blocks that a finding touches", () => {
    assert.deepEqual(blocksOf(BLOCKS, [1, 2]), [0]);
    assert.deepEqual(blocksOf(BLOCKS, [3, 6]), [0, 1]);
    assert.deepEqual(blocksOf(BLOCKS, [8, 8]), [1]);
  });
  void test("gives what stands between blocks to the one before", () => {
    assert.deepEqual(blocksOf([TITLE, { ...TABLE, span: [7, 9] }], [5, 6]), [0]);
    assert.deepEqual(blocksOf([], [0, 1]), []);
  });
  void test("gives every finding to some block", () => {
    const found = [finding([8, 8]), finding([0, 1]), finding([4, 5])];
    assert.equal(new Set(byBlock(BLOCKS, found).flat()).size, 3);
  });
  void test("goes round the ends", () => {
    const found = [finding([0, 1]), finding([2, 3])];
    assert.equal(neighbour(found, undefined, 1), found[0]);
    assert.equal(neighbour(found, [0, 1], 1), found[1]);
    assert.equal(neighbour(found, [2, 3], 1), found[0]);
    assert.equal(neighbour(found, [0, 1], -1), found[1]);
    assert.equal(neighbour([], undefined, 1), undefined);
  });
});

void suite("following", () => {
  /** Follows a file that reads so, one reading after the other; time passes at once. */
  function following(readings: string[]) {
    const taken: string[] = [];
    const waited: number[] = [];
    const follower = new Follower<string>({
      read: () => Promise.resolve(readings.shift() ?? "good"),
      isGood: (reading) => reading.startsWith("good"),
      take: (reading) => taken.push(reading),
      wait: (milliseconds) => {
        waited.push(milliseconds);
        return Promise.resolve();
      },
    });
    return { follower, taken, waited };
  }

  void test("waits for a half-written file", async () => {
    const { follower, taken } = following(["bad", "bad", "good"]);
    await follower.stir();
    assert.deepEqual(taken, ["good"]);
  });
  void test("says in the end that it cannot be read", async () => {
    const { follower, taken, waited } = following(["1", "2", "3", "4", "5"]);
    await follower.stir();
    assert.deepEqual(taken, ["4"]);
    assert.equal(waited.length, 1 + RETRIES.length);
  });
  void test("says so at once where a file is opened", async () => {
    const { follower, taken } = following(["bad"]);
    await follower.now();
    assert.deepEqual(taken, ["bad"]);
  });
  void test("reads once for several changes in a row", async () => {
    const { follower, taken } = following(["good 1", "good 2"]);
    await Promise.all([follower.stir(), follower.stir(), follower.stir()]);
    assert.deepEqual(taken, ["good 1"]);
  });
  void test("takes nothing when it has stopped", async () => {
    const { follower, taken } = following(["good"]);
    const reading = follower.now();
    follower.stop();
    await reading;
    assert.deepEqual(taken, []);
  });
});

void suite("names", () => {
  void test("tell Word files from lock files and others", () => {
    assert.deepEqual(
      ["/a/报告.docx", "/a/报告.DOCM", "/a/~$报告.docx", "/a/报告.doc", "/a/报告.docx.txt"].map(isWordFile),
      [true, true, false, false, false],
    );
  });
  void test("of texts lead back to their files", () => {
    assert.equal(wordPath(textPath("/a/报告.docx")), "/a/报告.docx");
  });
});

void suite("the page", () => {
  const words = { title: "<报告>", readonly: "", previous: "", next: "下", showText: "", openInWord: "", toolbar: "", draft: "", loading: "" };
  const page = shell({ language: "zh-cn", nonce: "n0", script: "run();", style: "p { margin: 0 }", words });

  void test("may load and run nothing but its own", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    assert.match(policy, /^default-src &#39;none&#39;; style-src &#39;nonce-n0&#39;; script-src &#39;nonce-n0&#39;;/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(page.match(/<script nonce="n0">run\(\);<\/script>/g)?.length, 1);
    assert.equal(page.match(/<style nonce="n0">/g)?.length, 1);
    assert.doesNotMatch(page, / (?:src|href)=/);
  });
  void test("has no markup of a file's name, and no button without a name", () => {
    assert.match(page, /<title>&lt;报告&gt;<\/title>/);
    assert.equal(page.match(/<button/g)?.length, 1);
  });
  void test("is heard only where it makes sense", () => {
    for (const message of [{ type: "ready" }, { type: "jump", span: [0, 3] }]) {
      assert.ok(isFromPage(message));
    }
    for (const message of [null, "ready", { type: "run" }, { type: "jump" }, { type: "jump", span: [-1, "x"] }]) {
      assert.ok(!isFromPage(message));
    }
  });
});
