import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../domain/shared/time";
import { EventQueue } from "./stage";

test("events run by time, and at one time as they were scheduled, also those scheduled on the way", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(50), fc.nat(20)), { maxLength: 60 }), async (plan) => {
      const queue = new EventQueue();
      const ran: [number, number][] = [];
      for (const [position, [at, delay]] of plan.entries()) {
        queue.schedule(instant(at), async () => {
          ran.push([at, position]);
          if (delay > 0) queue.schedule(instant(at + delay), async () => void ran.push([at + delay, 1000 + position]));
        });
      }
      await queue.runUntil(instant(1000), () => undefined);
      expect(queue.size).toBe(0);
      expect(ran.map(([at]) => at)).toEqual(ran.map(([at]) => at).sort((a, b) => a - b));
    }),
  );
});

test("what lies after the end stays undone", async () => {
  const queue = new EventQueue();
  const ran: number[] = [];
  for (const at of [3, 1, 2]) queue.schedule(instant(at), async () => void ran.push(at));
  expect(await queue.runUntil(instant(2), () => undefined)).toBe(2);
  expect(ran).toEqual([1, 2]);
  expect(queue.size).toBe(1);
});
