import assert from "node:assert/strict";
import { test } from "node:test";
import { Patience, Turns } from "../../src/turns";

test("one job runs at a time, and one of a kind waits", async () => {
  const turns = new Turns();
  const done: string[] = [];
  let running = 0;
  const job = (name: string) => async (): Promise<void> => {
    running += 1;
    assert.equal(running, 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push(name);
    running -= 1;
  };
  const first = turns.take("restart", job("first"));
  await new Promise((resolve) => setImmediate(resolve));
  await Promise.all([
    first,
    turns.take("restart", job("second")),
    turns.take("restart", job("third")),
    turns.take("stop", job("stop")),
  ]);
  assert.deepEqual(done, ["first", "second", "stop"]);
});

test("a job that fails fails for those who wait for it, not for those behind", async () => {
  const turns = new Turns();
  const failing = turns.take("restart", () => Promise.reject(new Error("no")));
  const next = turns.take("stop", () => Promise.resolve());
  await assert.rejects(failing);
  await next;
});

test("pauses grow with crashes until it is enough, and old crashes are forgotten", () => {
  const patience = new Patience(3, 1_000, 100);
  assert.deepEqual([0, 1, 2, 3].map((time) => patience.crashed(time)), [100, 200, 400, undefined]);
  assert.equal(patience.crashed(5_000), 100);
  patience.forget();
  assert.equal(patience.crashed(5_001), 100);
});
