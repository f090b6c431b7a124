import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { startLoop } from "./loop";

const FAR = 60_000;

test("a loop never runs two rounds at once, however often it is nudged", async () => {
  let running = 0;
  let most = 0;
  let rounds = 0;
  const loop = startLoop({
    name: "test",
    everyMs: 1,
    async round() {
      most = Math.max(most, ++running);
      rounds++;
      await pause(3);
      running--;
      return false;
    },
  });
  for (let time = 0; time < 30; time++) {
    loop.nudge();
    await pause(1);
  }
  await loop.stop();
  expect(most).toBe(1);
  expect(rounds).toBeGreaterThan(3);
});

test("a nudge while a round runs brings another round at once", async () => {
  let rounds = 0;
  const loop = startLoop({
    name: "test",
    everyMs: FAR,
    async round() {
      rounds++;
      await pause(5);
      return false;
    },
  });
  await pause(1);
  loop.nudge();
  await pause(40);
  await loop.stop();
  expect(rounds).toBe(2);
});

test("a round that fails does not end the loop", async () => {
  let rounds = 0;
  const loop = startLoop({
    name: "test",
    everyMs: 1,
    async round() {
      rounds++;
      throw new Error("a fault");
    },
  });
  await pause(40);
  await loop.stop();
  expect(rounds).toBeGreaterThan(2);
});

test("where more waits the next round follows without a rest", async () => {
  let rounds = 0;
  const loop = startLoop({ name: "test", everyMs: FAR, round: async () => ++rounds < 5 });
  await pause(30);
  await loop.stop();
  expect(rounds).toBe(5);
});

test("stopping waits for the round that runs", async () => {
  let isDone = false;
  const loop = startLoop({
    name: "test",
    everyMs: FAR,
    async round() {
      await pause(20);
      isDone = true;
      return true;
    },
  });
  await loop.stop();
  expect(isDone).toBe(true);
});
