import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Way } from "../../hubs/place";
import { DAY_MS, HOUR_MS, instant, later } from "../../shared/time";
import { type BorderDelay, type CrossingSlot, etaOf } from "./eta";

const START = instant(Date.parse("2026-11-24T00:00:00Z"));
const day = (days: number) => later(START, days * DAY_MS);

const leg = (fromId: string, toId: string, min: number, max = min * 1.25) => ({
  ...({ fromId, toId, mode: "road", km: 100, source: "test", isEstimate: false } as const),
  days: { min, max },
});
/** Yiwu, four days to Horgos; across in one and a day of waiting that the plan has in it; two days to Almaty. */
const WAY: Way = {
  hubId: "horgos",
  mode: "road",
  legs: [leg("yiwu", "horgos", 4), leg("horgos", "khorgos", 2), leg("khorgos", "almaty", 2)],
  distanceKm: 300,
  days: { min: 8, max: 10 },
  borderWait: { hours: 24, month: 11, source: "test", isEstimate: true },
  isEstimate: false,
};
const wait = (days: number, closed = 0): BorderDelay => ({
  queueMs: days * DAY_MS,
  closureMs: closed * DAY_MS,
  source: "board",
});
/** A slot of two hours; once it has been called in with the day of that. */
const slot = (from: number, calledAt: number | null = null): CrossingSlot => ({
  window: { from: day(from), to: later(day(from), 2 * HOUR_MS) },
  calledAt: calledAt === null ? null : day(calledAt),
});
const etaWith = (told: Readonly<Record<string, number>>, more: Partial<Parameters<typeof etaOf>[0]> = {}) =>
  etaOf({
    way: WAY,
    crossing: 1,
    pickup: { min: START, max: START },
    milestones: Object.entries(told).map(([code, at]) => ({ code, occurredAt: day(at) })),
    waitAt: () => wait(1),
    ...{ slots: [], hours: null, now: START, portDays: { before: 0, after: 0 } },
    ...more,
  });
const daysOf = (eta: ReturnType<typeof etaOf>) => eta.stops.map(({ at }) => (at.min - START) / DAY_MS);

describe("a way's times", () => {
  test("are the plan's where nothing was reported and the border waits as planned", () => {
    const eta = etaWith({});
    expect(daysOf(eta)).toEqual([0, 4, 6, 8]);
    expect(eta.stops.map(({ placeId }) => placeId)).toEqual(["yiwu", "horgos", "khorgos", "almaty"]);
    // A quarter more of what is travelled; the wait is the border's own.
    expect((eta.arrives.max - START) / DAY_MS).toBe(7 * 1.25 + 1);
  });

  test("are later by what the border's queue and its closure add", () => {
    expect(daysOf(etaWith({}, { waitAt: () => wait(2.5, 3) }))).toEqual([0, 4, 10.5, 12.5]);
  });

  test("ask for the wait at the time when the goods come to the border", () => {
    const asked: number[] = [];
    etaWith({ picked_up: 1 }, { now: day(1), waitAt: (at) => (asked.push((at - START) / DAY_MS), wait(0)) });
    expect(asked).toEqual([5, 6]);
  });

  test.each([
    [{ picked_up: 2 }, 2, [2, 6, 8, 10]],
    [{ picked_up: 2, arrived_hub: 7 }, 7, [2, 7, 9, 11]],
    [{ picked_up: 2, arrived_hub: 7, crossed_border: 12 }, 12, [2, 7, 12, 14]],
    [{ picked_up: 2, crossed_border: 12 }, 12, [2, 6, 12, 14]],
    [{ picked_up: 2, arrived_hub: 7, crossed_border: 12, arrived_destination: 13 }, 13, [2, 7, 12, 13]],
    [{ picked_up: 2, delivered: 13 }, 13, [2, 6, 8, 13]],
  ])("follow what was reported: %j at day %i", (told, now, expected) => {
    expect(daysOf(etaWith(told as Record<string, number>, { now: day(now) }))).toEqual(expected);
  });

  test("by sea begin anew with the departure, from which on nothing waits, and end the voyage with the arrival at the port", () => {
    const gatedIn = { picked_up: 0, arrived_hub: 4 };
    expect(daysOf(etaWith(gatedIn, { now: day(4) }))).toEqual([0, 4, 6, 8]);
    const sailed = etaWith({ ...gatedIn, departed: 7 }, { now: day(7) });
    expect(daysOf(sailed)).toEqual([0, 4, 8, 10]);
    expect(sailed.wait).toBeNull();
    expect(daysOf(etaWith({ ...gatedIn, departed: 7, arrived_port: 9 }, { now: day(9) }))).toEqual([0, 4, 9, 11]);
  });

  test("end at a port or airport with the landing, which the customs there release after", () => {
    const direct = { way: { ...WAY, legs: WAY.legs.slice(0, 2) }, crossing: 1, now: day(9) };
    const landed = { picked_up: 0, arrived_hub: 1, departed: 2, arrived_port: 3 };
    const handedOver = etaWith({ ...landed, import_released: 4, arrived_destination: 5, delivered: 6 }, direct);
    expect(daysOf(handedOver)).toEqual([0, 1, 3]);
    expect(handedOver.hasArrived).toBe(true);
    expect(daysOf(etaWith({ crossed_border: 3, arrived_destination: 5 }, direct)).at(-1)).toBe(5);
  });

  test("never lie in the past for what has not happened", () => {
    expect(daysOf(etaWith({}, { now: day(3) }))).toEqual([3, 7, 9, 11]);
    expect(daysOf(etaWith({ picked_up: 0 }, { now: day(6) }))).toEqual([0, 6, 8, 10]);
    expect(daysOf(etaWith({ picked_up: 0, arrived_hub: 4 }, { now: day(9) }))).toEqual([0, 4, 9, 11]);
  });

  test("drive on from the release, which is now at the earliest, and say of a place that is overdue that it is", () => {
    const unreleased = (now: number, told: readonly { code: string; occurredAt: ReturnType<typeof day> | null }[]) =>
      etaWith({}, { now: day(now), milestones: [{ code: "crossed_border", occurredAt: day(6) }, ...told] });
    expect(daysOf(unreleased(9, [{ code: "import_released", occurredAt: null }]))).toEqual([0, 4, 6, 11]);
    const released = unreleased(9, [{ code: "import_released", occurredAt: day(6) }]);
    expect(released.stops.map(({ isOverdue }) => isOverdue)).toEqual([false, false, false, true]);
    expect(unreleased(7, []).stops.map(({ isOverdue }) => isOverdue)).toEqual([false, false, false, false]);
  });

  test("cross no sooner than the last truck's booked slot, and go on from there", () => {
    const booked = etaWith({}, { slots: [slot(9), slot(7)] });
    expect(daysOf(booked)).toEqual([0, 4, 9, 11]);
    expect(booked.stops[2]?.at.max).toBe(day(9));
    // The plan is later than the slot: a slot makes nothing sooner.
    expect(daysOf(etaWith({}, { slots: [slot(5)] }))).toEqual([0, 4, 6, 8]);
    expect(daysOf(etaWith({ picked_up: 0, crossed_border: 6 }, { now: day(6), slots: [slot(9)] }))).toEqual([
      0, 4, 6, 8,
    ]);
  });

  test("cross while the crossing is open, by its own clock, also after a slot that begins before", () => {
    const hours = { opensAt: "10:00", shutsAt: "16:00", zone: "Asia/Shanghai" };
    const opens = (at: number) => at + 2 / 24;
    expect(daysOf(etaWith({}, { hours }))).toEqual([0, 4, opens(6), opens(8)]);
    expect(daysOf(etaWith({}, { hours, slots: [slot(7.5)] }))).toEqual([0, 4, opens(8), opens(10)]);
    const late = etaWith({ picked_up: 0, arrived_hub: 4 }, { hours, now: day(8.5) });
    expect(daysOf(late)).toEqual([0, 4, opens(9), opens(11)]);
    for (const { at } of late.stops.slice(2)) expect(at.max).toBeGreaterThanOrEqual(at.min);
    // What has crossed has crossed.
    expect(daysOf(etaWith({ picked_up: 0, crossed_border: 6.5 }, { hours, now: day(7) }))).toEqual([0, 4, 6.5, 8.5]);
  });

  test("say no wait once the goods have crossed", () => {
    expect(etaWith({ picked_up: 0, arrived_hub: 4 }, { now: day(4) }).wait).toEqual(wait(1));
    expect(etaWith({ picked_up: 0, crossed_border: 6 }, { now: day(6) }).wait).toBeNull();
    expect(etaWith({ delivered: 8 }, { now: day(8) })).toMatchObject({ hasArrived: true, wait: null });
  });

  test("are in the order of the way, the slow end never before the fast one, whatever was reported in order", () => {
    const codes = ["picked_up", "arrived_hub", "crossed_border", "arrived_destination"];
    fc.assert(
      fc.property(
        fc.subarray(codes),
        fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }),
        fc.nat(60),
        (some, times, at) => {
          const sorted = [...times].sort((a, b) => a - b);
          const told = Object.fromEntries(
            codes.flatMap((code, i) => (some.includes(code) ? [[code, sorted[i] ?? 0]] : [])),
          );
          const now = Math.max(at, ...Object.values(told));
          const { stops } = etaWith(told, { now: day(now) });
          for (const { at: span } of stops) expect(span.max).toBeGreaterThanOrEqual(span.min);
          const lastTold = stops.findLastIndex(({ isActual }) => isActual);
          for (const [i, { at: span }] of stops.entries())
            if (i > lastTold && i > 0) expect(span.min).toBeGreaterThanOrEqual(stops[i - 1]?.at.min ?? 0);
          for (const { at: span } of stops.slice(lastTold + 1)) expect(span.min).toBeGreaterThanOrEqual(day(now));
        },
      ),
    );
  });
});

test("a way whose plan has no wait in it takes the border's by the hour", () => {
  const bare = { ...WAY, borderWait: null };
  const queue = () => ({ ...wait(0), queueMs: 12 * HOUR_MS });
  expect(daysOf(etaWith({}, { way: bare, waitAt: queue }))).toEqual([0, 4, 6.5, 8.5]);
});

describe("a voyage of 7.3 days, two of them in each port,", () => {
  const ship: Way = {
    ...WAY,
    ...{ hubId: "qingdao", mode: "sea", borderWait: null },
    legs: [leg("ussuriysk", "vostochny", 1), leg("vostochny", "qingdao", 7.3), leg("qingdao", "jinan", 1)],
  };
  const atSea = (told: Readonly<Record<string, number | null>>, now: number, way = ship) => {
    const { stops, wait: waits } = etaWith(
      {},
      {
        ...{ way, portDays: { before: 2, after: 2 }, waitAt: () => wait(0), now: day(now) },
        milestones: Object.entries(told).map(([code, at]) => ({ code, occurredAt: at === null ? null : day(at) })),
      },
    );
    const days = (at: number) => Number(((at - START) / DAY_MS).toFixed(3));
    return { spans: stops.map(({ at }) => [days(at.min), days(at.max)]), waits };
  };
  const toPort = { ...ship, legs: ship.legs.slice(0, 2) };

  test("comes to the second port without the days there, which lie before what follows", () => {
    expect(atSea({}, 0).spans).toEqual([
      [0, 0],
      [1, 1.25],
      [1 + 2 + 3.3, 1.25 + 2.5 + 4.125],
      [6.3 + 2 + 1, 7.875 + 2.5 + 1.25],
    ]);
  });

  test.each<[string, Readonly<Record<string, number>>, number, readonly number[]]>([
    ["is three days and a third from its sailing", { arrived_hub: 1, loaded: 2.5, departed: 3 }, 3, [6.3, 7.125]],
    ["sails now at the earliest once the goods are loaded", { arrived_hub: 1, loaded: 2.5 }, 2.75, [6.05, 6.875]],
    ["has the days in the first port before it while they are not", { arrived_hub: 1 }, 1, [6.3, 7.625]],
  ])("%s", (_, told, now, arrives) => {
    expect(atSea(told, now).spans.at(2)).toEqual(arrives);
    expect(atSea(told, now, toPort).spans.at(-1)).toEqual(arrives);
  });

  test("is followed by the days in the second port until the goods are released, and by none from then on", () => {
    const landed = { arrived_hub: 1, loaded: 2.5, departed: 3, arrived_port: 7, import_released: null };
    expect(atSea(landed, 7).spans.at(-1)).toEqual([10, 7 + 2.5 + 1.25]);
    expect(atSea(landed, 9.5).spans.at(-1)).toEqual([10.5, 9.5 + 1.25]);
    expect(atSea({ ...landed, import_released: 8 }, 8.5).spans.at(-1)).toEqual([9, 9.25]);
  });
});

test("goods by road that are across drive on from their release, whenever that was", () => {
  expect(daysOf(etaWith({ crossed_border: 6, import_released: 7 }, { now: day(7.5) }))).toEqual([0, 4, 6, 9]);
});

describe("a place that was passed without a word", () => {
  test("is said to be passed, and was so no later than the next that was reported", () => {
    const hurried = etaWith({ picked_up: 0, crossed_border: 3 }, { now: day(3) });
    expect(hurried.stops.map(({ isActual, isPassed }) => [isActual, isPassed])).toEqual([
      [true, false],
      [false, true],
      [true, false],
      [false, false],
    ]);
    expect(hurried.stops[1]?.at).toEqual({ min: day(3), max: day(3) });
    expect(etaWith({ delivered: 8 }, { now: day(8) }).stops.map(({ isPassed }) => isPassed)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe("the times of goods at the border", () => {
  test("cross within the window of a truck that was called in, whatever queue there is, and then at the latest now", () => {
    const told = { picked_up: 0, arrived_hub: 4 };
    const crossing = (slots: readonly CrossingSlot[], now: number, more: Record<string, number> = told) => {
      const eta = etaWith(more, { now: day(now), slots, waitAt: () => wait(3) });
      const at = eta.stops[2];
      return [at && (at.at.min - START) / DAY_MS, at && (at.at.max - START) / DAY_MS, at?.isOverdue, eta.wait !== null];
    };
    const [begins, ends] = [5, 5 + 2 / 24];
    expect(crossing([slot(5)], 4.9)).toEqual([8, 8.25, false, true]);
    expect(crossing([slot(5, 4.9)], 4.9)).toEqual([begins, ends, false, false]);
    expect(crossing([slot(5, 4.9)], 5.05)).toEqual([5.05, ends, false, false]);
    expect(crossing([slot(5, 4.9)], 6)).toEqual([6, 6, true, false]);
    // Of two trucks the second waits for its call: the goods are across with it, by the queue or its own slot.
    expect(crossing([slot(5, 4.9), slot(5)], 4.9)).toEqual([begins, 8.25, false, false]);
    expect(crossing([slot(5, 4.9), slot(9)], 4.9)).toEqual([9, 9, false, false]);
    // Both are called: the last one's window counts.
    expect(crossing([slot(5, 4.9), slot(7, 4.9)], 4.9)).toEqual([7, 7 + 2 / 24, false, false]);
    // Nobody has reported the hub: the truck was there when it was called.
    expect(crossing([slot(5, 4.9)], 4.9, {})).toEqual([begins, ends, false, false]);
    expect(etaWith({}, { now: day(4.9), slots: [slot(5, 4.9)] }).stops.map(({ isPassed }) => isPassed)).toEqual([
      ...[true, true, false, false],
    ]);
  });

  test("are not overdue at the crossing while the slot is still to come", () => {
    const told = { picked_up: 0, arrived_hub: 4 };
    const overdue = (slots: readonly CrossingSlot[]) =>
      etaWith(told, { now: day(9), slots }).stops.map(({ isOverdue }) => isOverdue);
    expect(overdue([])).toEqual([false, false, true, false]);
    expect(overdue([slot(9.3)])).toEqual([false, false, false, false]);
    expect(overdue([slot(8)])).toEqual([false, false, true, false]);
  });

  test("say that the goods stand at the border from their arrival there, or their call, until they are across", () => {
    const isAt = (told: Readonly<Record<string, number>>, slots: readonly CrossingSlot[] = []) =>
      etaWith(told, { now: day(9), slots }).isAtBorder;
    expect(isAt({ picked_up: 0 })).toBe(false);
    expect(isAt({ picked_up: 0, arrived_hub: 4 })).toBe(true);
    expect(isAt({ picked_up: 0 }, [slot(9, 8.9)])).toBe(true);
    expect(isAt({ picked_up: 0, arrived_hub: 4, crossed_border: 6 })).toBe(false);
    expect(isAt({ picked_up: 0, arrived_hub: 4, departed: 6 })).toBe(false);
  });
});
