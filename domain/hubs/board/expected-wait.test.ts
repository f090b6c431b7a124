import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { DAY_MS, HOUR_MS, instant, later } from "@/domain/shared/instant";
import { expectedWait, hoursOf, queueMs, waitBehind } from "./expected-wait";
import { joined, type Span } from "./standing-still";

const NOON = instant(Date.UTC(2026, 1, 10, 4));
const day = (count: number) => later(NOON, count * DAY_MS);
const closed = (from: number, to: number): Span => ({ from: day(from), to: day(to) });
const HORGOS = { backlog: 1_500, throughputPerDay: 700, capacityPerDay: null };
const hours = (closures: readonly Span[], arrival = NOON, of: Parameters<typeof queueMs>[0] = HORGOS) =>
  hoursOf(expectedWait({ ...of, closures }, arrival).totalMs);

describe("the wait at a hub", () => {
  it("is backlog by throughput: 1,500 trucks at 700 a day are 2.14 days, 51.4 hours", () => {
    expect(hours([])).toBe(51.4);
    expect(queueMs(HORGOS) / DAY_MS).toBeCloseTo(2.142857, 6);
  });

  it("goes by the capacity where that is less than what went through", () => {
    expect(hours([], NOON, { ...HORGOS, capacityPerDay: 1_000 })).toBe(51.4);
    expect(hours([], NOON, { ...HORGOS, capacityPerDay: 500 })).toBe(72);
  });

  it("is none where nobody waits", () => {
    expect(hours([], NOON, { ...HORGOS, backlog: 0 })).toBe(0);
  });

  // The queue alone takes 2.142857 days from the arrival on.
  test.each([
    ["over before the arrival", [closed(-4, -1)], 51.4],
    ["until the very arrival", [closed(-3, 0)], 51.4],
    ["around the arrival: what is left of it is waited too", [closed(-2, 1)], 51.4 + 24],
    ["from the arrival on", [closed(0, 3)], 51.4 + 72],
    ["that begins while waiting", [closed(1, 4)], 51.4 + 72],
    ["that begins an instant before the end", [{ from: day(1_500 / 700) - 1, to: day(5) }], hoursOf(day(5) - NOON)],
    ["that begins at the end", [{ from: day(1_500 / 700), to: day(5) }], 51.4],
    ["after the end", [closed(3, 6)], 51.4],
    ["that reaches into the wait only because another one made it longer", [closed(1, 2), closed(3, 4)], 51.4 + 48],
    ["twice at the same time", [closed(1, 3), closed(2, 4)], 51.4 + 72],
    ["one within the other", [closed(1, 4), closed(2, 3)], 51.4 + 72],
    ["one after the other without a pause", [closed(1, 2), closed(2, 4)], 51.4 + 72],
    ["in any order", [closed(3, 4), closed(-1, 1)], 51.4 + 48],
    ["without length", [closed(1, 1)], 51.4],
  ] as const)("with a closure %s", (_, closures, expected) => {
    expect(hours(closures)).toBeCloseTo(expected, 5);
  });

  it("lasts until the border opens even where nobody stands before it", () => {
    expect(hours([closed(-1, 2)], NOON, { ...HORGOS, backlog: 0 })).toBe(48);
    expect(hours([closed(1, 2)], NOON, { ...HORGOS, backlog: 0 })).toBe(0);
  });

  it("takes a queue that does not move for a fault", () => {
    expect(() => queueMs({ ...HORGOS, throughputPerDay: 0 })).toThrow();
    expect(() => queueMs({ ...HORGOS, capacityPerDay: 0 })).toThrow();
  });
});

const spans = fc.array(
  fc.tuple(fc.integer({ min: -60, max: 200 }), fc.integer({ min: 0, max: 40 })).map(([from, length]) => ({
    from: NOON + from * HOUR_MS,
    to: NOON + (from + length) * HOUR_MS,
  })),
  { maxLength: 8 },
);
const queue = fc.integer({ min: 0, max: 120 }).map((hoursOfIt) => hoursOfIt * HOUR_MS);
const arrivals = fc.integer({ min: -30, max: 120 }).map((hour) => instant(NOON + hour * HOUR_MS));

/** The same by walking hour for hour: the queue shortens by one in each hour in which the border is open. */
function walked(ms: number, closures: readonly Span[], arrival: number): number {
  const isClosed = (at: number) => closures.some(({ from, to }) => from <= at && at < to);
  let [at, left] = [arrival, ms];
  while (left > 0 || (ms === 0 && isClosed(at))) {
    if (!isClosed(at)) left -= HOUR_MS;
    at += HOUR_MS;
  }
  return at - arrival;
}

describe("the wait, whatever is closed", () => {
  it("is what one counts hour for hour", () => {
    fc.assert(
      fc.property(queue, spans, arrivals, (ms, closures, arrival) => {
        expect(waitBehind(ms, closures, arrival).totalMs).toBe(walked(ms, closures, arrival));
      }),
      { numRuns: 500 },
    );
  });

  it("is the queue and the time closed, neither ever negative", () => {
    fc.assert(
      fc.property(queue, spans, arrivals, (ms, closures, arrival) => {
        const wait = waitBehind(ms, closures, arrival);
        expect(wait.totalMs).toBe(wait.queueMs + wait.closedMs);
        expect(wait.queueMs).toBe(ms);
        expect(wait.closedMs).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("is never shorter by a closure more", () => {
    fc.assert(
      fc.property(queue, spans, spans, arrivals, (ms, some, more, arrival) => {
        const [before, after] = [waitBehind(ms, some, arrival), waitBehind(ms, [...some, ...more], arrival)];
        expect(after.totalMs).toBeGreaterThanOrEqual(before.totalMs);
      }),
    );
  });

  it("lets nobody through before whoever came earlier", () => {
    fc.assert(
      fc.property(queue, spans, arrivals, fc.integer({ min: 0, max: 100 }), (ms, closures, arrival, hour) => {
        const next = later(arrival, hour * HOUR_MS);
        const through = (at: typeof arrival) => at + waitBehind(ms, closures, at).totalMs;
        expect(through(next)).toBeGreaterThanOrEqual(through(arrival));
      }),
    );
  });

  it("does not depend on how the closures are told", () => {
    fc.assert(
      fc.property(queue, spans, arrivals, (ms, closures, arrival) => {
        const wait = waitBehind(ms, closures, arrival);
        expect(waitBehind(ms, [...closures].reverse(), arrival)).toEqual(wait);
        expect(waitBehind(ms, joined(closures), arrival)).toEqual(wait);
      }),
    );
  });
});
