import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { DAY_MS, HOUR_MS, type Instant, instant, later, MINUTE_MS } from "@/domain/shared/time";
import { wallClock } from "@/domain/shared/zones";
import { expectedWait, hoursOf, queueMs, queueOnArrival, waitBehind as behindWork } from "./expected-wait";
import { type OpeningHours, type Span, joined, nextOpening } from "./opening-hours";

/** Behind a queue at a crossing that never shuts. */
const waitBehind = (ms: number, closures: readonly Span[], arrival: Instant) =>
  behindWork({ queueMs: ms, hours: null }, closures, arrival);

const NOON = instant(Date.UTC(2026, 1, 10, 4));
const day = (count: number) => later(NOON, count * DAY_MS);
const closed = (from: number, to: number): Span => ({ from: day(from), to: day(to) });
const HORGOS = { backlog: 1_500, throughputPerDay: 700, capacityPerDay: null };
const hours = (closures: readonly Span[], arrival = NOON, of: Parameters<typeof queueMs>[0] = HORGOS) =>
  hoursOf(waitBehind(queueMs(of, null), closures, arrival).totalMs);

describe("the wait at a hub", () => {
  it("is backlog by throughput: 1,500 trucks at 700 a day are 2.14 days, 51.4 hours", () => {
    expect(hours([])).toBe(51.4);
    expect(queueMs(HORGOS, null) / DAY_MS).toBeCloseTo(2.142857, 6);
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
    expect(() => queueMs({ ...HORGOS, throughputPerDay: 0 }, null)).toThrow();
    expect(() => queueMs({ ...HORGOS, capacityPerDay: 0 }, null)).toThrow();
  });
});

const BY_DAY = { opensAt: "08:00", shutsAt: "20:00", zone: "Asia/Shanghai" };
const OVER_MIDNIGHT = { opensAt: "20:00", shutsAt: "04:00", zone: "Asia/Shanghai" };

describe("the queue of a crossing that shuts at night", () => {
  // 836 trucks wait and 1,354 a day cross, of which 113 an hour while it is open: 7.41 h of work, and 14.82 h where it never shuts.
  const PINGXIANG = { backlog: 836, throughputPerDay: 1_354, capacityPerDay: null };
  const clock = (text: string) => instant(Date.parse(`${text}:00+08:00`));
  const REPAIR = [{ from: clock("2026-02-10T12:00"), to: clock("2026-02-10T15:00") }];

  test.each([
    ["2026-02-10T11:15", BY_DAY, [], 7.4, 0, "2026-02-10T18:40"],
    ["2026-02-10T16:00", BY_DAY, [], 7.4, 12, "2026-02-11T11:25"],
    ["2026-02-10T22:00", BY_DAY, [], 7.4, 10, "2026-02-11T15:25"],
    // Closed from noon to three: who came before waits three hours more, and with them a night; who comes after finds who was held up.
    ["2026-02-10T11:15", BY_DAY, REPAIR, 7.4, 15, "2026-02-11T09:40"],
    ["2026-02-10T16:00", BY_DAY, REPAIR, 10.3, 12, "2026-02-11T14:16"],
    ["2026-02-10T22:00", BY_DAY, REPAIR, 9.7, 10, "2026-02-11T17:40"],
    ["2026-02-10T11:15", null, [], 14.8, 0, "2026-02-11T02:04"],
    ["2026-02-10T16:00", null, [], 14.8, 0, "2026-02-11T06:49"],
    ["2026-02-10T22:00", null, [], 14.8, 0, "2026-02-11T12:49"],
    ["2026-02-10T11:15", null, REPAIR, 14.8, 3, "2026-02-11T05:04"],
    ["2026-02-10T16:00", null, REPAIR, 17.7, 0, "2026-02-11T09:40"],
    ["2026-02-10T22:00", null, REPAIR, 16.8, 0, "2026-02-11T14:46"],
  ] as const)(
    "lets a truck of %s through within %j, closed %j: %d h of queue, %d h shut",
    (at, hours, closed, ...told) => {
      const [arrival, countedAt] = [clock(at), clock("2026-02-10T08:00")];
      const queueOf = { queueMs: queueMs(PINGXIANG, hours), hours, countedAt, comingPerThrough: null };
      const wait = expectedWait(queueOf, closed, arrival);
      const across = wallClock(later(arrival, Math.round(wait.totalMs / MINUTE_MS) * MINUTE_MS), "Asia/Shanghai");
      expect([hoursOf(wait.queueMs), hoursOf(wait.closedMs), across]).toEqual(told);
    },
  );

  it("is as long in the morning as it was in the evening", () => {
    const evening = {
      queueMs: 5 * HOUR_MS,
      hours: BY_DAY,
      countedAt: clock("2026-02-10T20:00"),
      comingPerThrough: 1.2,
    };
    expect(queueOnArrival(evening, [], clock("2026-02-11T08:00"))).toBe(5 * HOUR_MS);
    expect(queueOnArrival(evening, [], clock("2026-02-11T20:00"))).toBe(7.4 * HOUR_MS);
  });

  it("has nobody before it where nobody waits, and opens in the morning all the same", () => {
    const none = { queueMs: 0, hours: BY_DAY };
    expect(hoursOf(behindWork(none, [], clock("2026-02-10T21:00")).closedMs)).toBe(11);
    expect(behindWork(none, [], clock("2026-02-10T12:00")).totalMs).toBe(0);
    const closedTillTen = [{ from: clock("2026-02-11T07:00"), to: clock("2026-02-11T10:00") }];
    expect(hoursOf(behindWork(none, closedTillTen, clock("2026-02-10T21:00")).closedMs)).toBe(13);
  });
});

/** 1,800 trucks at 900 a day, counted at noon: 48 h. Closed for 36 h from the next noon on. */
const counted = (comingPerThrough: number | null) => ({
  queueMs: 48 * HOUR_MS,
  hours: null,
  countedAt: NOON,
  comingPerThrough,
});
const HOLIDAY = [closed(1, 2.5)];

describe("the queue remembers who came", () => {
  // By hand: 770 a day come. Open, 130 trucks a day go, 3.4667 h of work; closed, 770 a day come, 20.5333 h of work.
  test.each([
    ["when it was counted", 0, 48],
    ["as the border closes", 1, 44.5],
    ["a day later, still closed", 2, 65.1],
    ["as it opens, 1,155 trucks more before it", 2.5, 75.3],
    ["a day after", 3.5, 71.9],
    ["ten days after, when all that the closure brought is gone again", 12.5, 40.7],
    ["twenty-two days after, when nobody is left", 24.5, 0],
  ])("%s (day %d): %d hours of work", (_, at, expected) => {
    expect(hoursOf(queueOnArrival(counted(770 / 900), HOLIDAY, day(at)))).toBe(expected);
  });

  // Nobody says who comes: as many as go through. Closed, 24 h of work a day come; open, 15 % of a day's work goes: 3.6 h.
  test.each([
    ["as the border closes it is as it was counted", 1, 48],
    ["as it opens it is longer by the closure", 2.5, 84],
    ["a day after", 3.5, 80.4],
    ["the day before it is as it was", 11.5, 51.6],
    ["ten days after it is as it was", 12.5, 48],
    ["and stays so", 30, 48],
  ])("%s (day %d): %d hours", (_, at, expected) => {
    expect(hoursOf(queueOnArrival(counted(null), HOLIDAY, day(at)))).toBe(expected);
  });

  it("grows without a closure where more come than go through", () => {
    expect(hoursOf(queueOnArrival(counted(1.25), [], day(4)))).toBe(72);
  });

  it("is waited behind, with what is left of the closure", () => {
    const wait = expectedWait(counted(null), HOLIDAY, day(2));
    expect([hoursOf(wait.queueMs), hoursOf(wait.closedMs), hoursOf(wait.totalMs)]).toEqual([72, 12, 84]);
  });

  it("of before its count is the count", () => {
    expect(hoursOf(queueOnArrival(counted(0.5), [closed(-3, -1)], day(-1)))).toBe(48);
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

type Shut = { readonly closures: readonly Span[]; readonly hours: OpeningHours | null };

/** The same by walking hour for hour: the queue shortens by one in each hour in which the border is open. */
function walked(ms: number, { closures, hours }: Shut, arrival: number): number {
  const isNight = (at: number) => hours !== null && nextOpening(hours, instant(at)) !== at;
  const isClosed = (at: number) => isNight(at) || closures.some(({ from, to }) => from <= at && at < to);
  let [at, left] = [arrival, ms];
  while (left > 0 || (ms === 0 && isClosed(at))) {
    if (!isClosed(at)) left -= HOUR_MS;
    at += HOUR_MS;
  }
  return at - arrival;
}

const openingHours = fc.constantFrom(null, BY_DAY, OVER_MIDNIGHT);
const coming = fc.oneof(fc.constant(null), fc.double({ min: 0, max: 2, noNaN: true }));

describe("the queue, whoever comes", () => {
  it("lets nobody through before whoever came earlier", () => {
    fc.assert(
      fc.property(
        queue,
        coming,
        spans,
        arrivals,
        fc.record({ hour: fc.integer({ min: 0, max: 100 }), hours: openingHours }),
        (ms, per, closures, arrival, { hour, hours }) => {
          const of = { queueMs: ms, hours, countedAt: NOON, comingPerThrough: per };
          const through = (at: typeof arrival) => at + expectedWait(of, closures, at).totalMs;
          expect(through(later(arrival, hour * HOUR_MS))).toBeGreaterThanOrEqual(through(arrival) - 1);
        },
      ),
    );
  });

  it("is never shorter by a closure more, nor by one more that comes", () => {
    fc.assert(
      fc.property(queue, coming, spans, spans, arrivals, openingHours, (ms, per, some, more, arrival, hours) => {
        const of = { queueMs: ms, hours, countedAt: NOON, comingPerThrough: per };
        const before = queueOnArrival(of, some, arrival);
        expect(queueOnArrival(of, [...some, ...more], arrival)).toBeGreaterThanOrEqual(before - 1);
        if (per !== null)
          expect(queueOnArrival({ ...of, comingPerThrough: per + 0.1 }, some, arrival)).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe("the wait, whatever is closed", () => {
  it("is what one counts hour for hour", () => {
    fc.assert(
      fc.property(queue, spans, arrivals, openingHours, (ms, closures, arrival, hours) => {
        const wait = behindWork({ queueMs: ms, hours }, closures, arrival);
        expect(wait.totalMs).toBe(walked(ms, { closures, hours }, arrival));
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
