import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, type Instant, instant, later } from "../../shared/time";
import { type DelayQuestion, type DelayReckoning, nextChargeAt, reckonDelays } from "./delay-clock";
import { DELAY_REASONS, type DelayReason } from "./reasons";

const START = instant(Date.parse("2026-02-14T08:00:00Z"));
const at = (hours: number): Instant => later(START, hours * HOUR_MS);
const span = (from: number, to: number) => ({ from: at(from), to: at(to) });
const because = (reason: DelayReason, from: number, to: number, isObjected = false) => ({
  ...{ id: `${reason}${from}`, reason, isObjected },
  ...span(from, to),
});

const WTG = { code: "WTG", unitPriceMinor: "80000", tiers: [], isPerTruck: true } as const;
const BST = { code: "BST", unitPriceMinor: "12050", tiers: [], isPerTruck: false } as const;

const asked = (waitHours: number, more: Partial<DelayQuestion> = {}): DelayQuestion => ({
  stays: [span(0, waitHours)],
  freeHours: 48,
  closures: [],
  areClosuresExcluded: false,
  reasons: [],
  prices: [WTG],
  trucks: 1,
  currency: "CNY",
  ...more,
});

const reckonDelay = (question: DelayQuestion): DelayReckoning => {
  const [reckoning] = reckonDelays([question]);
  if (!reckoning) throw new Error("one clock is reckoned");
  return reckoning;
};

/** Hours free, left out and charged; days begun; what buyer and provider come to in fen. */
const summed = ({ freeMs, excludedMs, chargedMs, days, totals }: DelayReckoning) => [
  ...[freeMs, excludedMs, chargedMs].map((ms) => ms / HOUR_MS),
  days.length,
  totals.buyer.minor,
  totals.provider.minor,
];

const CLOSED = [span(40, 112)];

describe("lesson 34: a delay has clear rules, and its sum is what a hand comes to", () => {
  test.each<[string, DelayQuestion, readonly (number | bigint)[]]>([
    ["a wait within free time costs nothing", asked(47), [47, 0, 0, 0, 0n, 0n]],
    ["48 hours of 48 cost nothing", asked(48), [48, 0, 0, 0, 0n, 0n]],
    ["one hour more is one day", asked(49), [48, 0, 1, 1, 80_000n, 0n]],
    ["24 hours more are one day", asked(72), [48, 0, 24, 1, 80_000n, 0n]],
    ["25 hours more are two", asked(73), [48, 0, 25, 2, 160_000n, 0n]],
    ["without free time the first hour is a day", asked(1, { freeHours: 0 }), [0, 0, 1, 1, 80_000n, 0n]],
    ["three trucks cost three times a truck's day", asked(73, { trucks: 3 }), [48, 0, 25, 2, 480_000n, 0n]],
    [
      "a day of the whole is no day of each truck",
      asked(73, { trucks: 3, prices: [WTG, BST] }),
      [48, 0, 25, 2, 504_100n, 0n],
    ],
    [
      "a closure of 72 hours is left out where the clause says so: 120 hours leave 48",
      asked(120, { closures: CLOSED, areClosuresExcluded: true }),
      [48, 72, 0, 0, 0n, 0n],
    ],
    ["and counts where it does not", asked(120, { closures: CLOSED }), [48, 0, 72, 3, 240_000n, 0n]],
    [
      "two closures that meet are left out once: 0–10 and 5–20 of 70 leave 50, one day",
      asked(70, { closures: [span(0, 10), span(5, 20)], areClosuresExcluded: true }),
      [48, 20, 2, 1, 80_000n, 0n],
    ],
    [
      "a closure that a party reports is left out like the board's",
      asked(76, { reasons: [because("closure", 10, 38)], areClosuresExcluded: true }),
      [48, 28, 0, 0, 0n, 0n],
    ],
    [
      "a queue is the buyer's, a breakdown the provider's: one day and two",
      asked(120, { reasons: [because("queue", 48, 72), because("vehicle", 72, 120)] }),
      [48, 0, 72, 3, 80_000n, 160_000n],
    ],
    [
      "a day with two reasons is whose the greater part is: 10 hours queue, 14 vehicle",
      asked(72, { reasons: [because("queue", 48, 58), because("vehicle", 58, 72)] }),
      [48, 0, 24, 1, 0n, 80_000n],
    ],
    [
      "of two equal halves it is whose came first",
      asked(72, { reasons: [because("vehicle", 48, 60), because("queue", 60, 72)] }),
      [48, 0, 24, 1, 0n, 80_000n],
    ],
    [
      "force majeure is charged to neither, and its day is counted all the same",
      asked(96, { reasons: [because("force_majeure", 48, 72)] }),
      [48, 0, 48, 2, 80_000n, 0n],
    ],
    [
      "a closure in the middle of a day makes no new day: 20 hours, a break, 4 hours",
      asked(120, { closures: [span(68, 116)], areClosuresExcluded: true }),
      [48, 48, 24, 1, 80_000n, 0n],
    ],
    [
      "from the third day on all days cost the tier's price",
      asked(48 + 72, { prices: [{ ...WTG, tiers: [{ from: 3, unitPriceMinor: "60000" }] }] }),
      [48, 0, 72, 3, 180_000n, 0n],
    ],
    [
      "a tier counts truck days: two days of three trucks reach the tier from six, and a price of the whole does not",
      asked(48 + 48, {
        trucks: 3,
        prices: [
          { ...WTG, tiers: [{ from: 6, unitPriceMinor: "60000" }] },
          { ...BST, tiers: [{ from: 3, unitPriceMinor: "1" }] },
        ],
      }),
      [48, 0, 48, 2, 384_100n, 0n],
    ],
    ["what the bid does not price is not charged", asked(500, { prices: [] }), [48, 0, 452, 19, 0n, 0n]],
  ])("%s", (_, question, sum) => {
    expect(summed(reckonDelay(question))).toEqual(sum);
  });

  test("every step stands in the answer: free, left out, charged, with reason and payer", () => {
    const { pieces, days, lines } = reckonDelay(
      asked(130, {
        closures: [span(20, 40)],
        areClosuresExcluded: true,
        reasons: [because("queue", 10, 90), because("vehicle", 90, 100, true)],
        trucks: 2,
      }),
    );
    expect(
      pieces.map(({ from, to, as, reason, payer }) => [
        (from - START) / HOUR_MS,
        (to - START) / HOUR_MS,
        as,
        reason,
        payer,
      ]),
    ).toEqual([
      [0, 10, "free", null, "buyer"],
      [10, 20, "free", "queue", "buyer"],
      [20, 40, "excluded", "queue", "buyer"],
      [40, 68, "free", "queue", "buyer"],
      [68, 90, "charged", "queue", "buyer"],
      [90, 100, "charged", "vehicle", "provider"],
      [100, 130, "charged", null, "buyer"],
    ]);
    expect(days.map(({ countedMs, payer }) => [countedMs / HOUR_MS, payer])).toEqual([
      [24, "buyer"],
      [24, "buyer"],
      [14, "buyer"],
    ]);
    expect(
      lines.map(({ code, payer, days: count, trucks, amount }) => [code, payer, count, trucks, amount.minor]),
    ).toEqual([["WTG", "buyer", 3, 2, 480_000n]]);
  });

  test("a reason that was objected to counts, and the sum says that it is contested", () => {
    const sum = (isObjected: boolean) => reckonDelay(asked(72, { reasons: [because("queue", 48, 72, isObjected)] }));
    expect(sum(true)).toMatchObject({ isContested: true, totals: sum(false).totals });
    expect(sum(false).isContested).toBe(false);
  });
});

describe("goods that were sent on to another hub have waited once", () => {
  test.each<[string, DelayQuestion, readonly (number | bigint)[]]>([
    [
      "at two hubs the drive counts for nothing, and free time is used once: 60 hours and 10 are 22 after it, one day",
      asked(0, { stays: [span(0, 60), span(100, 110)] }),
      [48, 0, 22, 1, 80_000n, 0n],
    ],
    [
      "free time that is left at the first hub is used at the second: 20 hours and 30 are 2 after it",
      asked(0, { stays: [span(0, 20), span(50, 80)] }),
      [48, 0, 2, 1, 80_000n, 0n],
    ],
    [
      "a day that was begun at the first hub goes on at the second, and is whose its greater part is: 10 hours queue, 14 vehicle",
      asked(0, { stays: [span(0, 58), span(80, 94)], reasons: [because("queue", 48, 58), because("vehicle", 80, 94)] }),
      [48, 0, 24, 1, 0n, 80_000n],
    ],
  ])("%s", (_, question, sum) => {
    expect(summed(reckonDelay(question))).toEqual(sum);
  });
});

describe("each truck has a clock of its own", () => {
  /** Of several trucks: the days that each has begun, and what the buyer pays for each. */
  const clocks = (...questions: readonly DelayQuestion[]) =>
    reckonDelays(questions).map(({ days, totals }) => [days.length, totals.buyer.minor]);
  const from = (hour: number, to: number, more: Partial<DelayQuestion> = {}) =>
    asked(0, { stays: [span(hour, to)], freeHours: 24, ...more });

  test("two trucks that cross at hour 43, with a day free each, come to a truck-day each where their slots began at hours 0 and 18, and to one where the second began at 20", () => {
    // The first waits 43 hours, 19 of them after its free day; the second 25 hours, one of them after its own.
    expect(clocks(from(0, 43), from(18, 43))).toEqual([
      [1, 80_000n],
      [1, 80_000n],
    ]);
    expect(clocks(from(0, 43), from(20, 43))).toEqual([
      [1, 80_000n],
      [0, 0n],
    ]);
    expect(clocks(from(0, 49), from(18, 43))).toEqual([
      [2, 160_000n],
      [1, 80_000n],
    ]);
  });

  test("a tier counts the days of all of them: two and one reach the tier from three", () => {
    const prices = [{ ...WTG, tiers: [{ from: 3, unitPriceMinor: "60000" }] }];
    expect(clocks(from(0, 49, { prices }), from(18, 43, { prices }))).toEqual([
      [2, 120_000n],
      [1, 60_000n],
    ]);
  });

  test("a day of the whole is charged once, by the clock that has begun the most", () => {
    const prices = [BST];
    expect(clocks(from(18, 43, { prices }), from(0, 49, { prices }))).toEqual([
      [1, 0n],
      [2, 24_100n],
    ]);
    expect(clocks(from(0, 43, { prices }), from(0, 43, { prices }))).toEqual([
      [1, 12_050n],
      [1, 0n],
    ]);
  });
});

test.each([
  [20, at(20 + 28)],
  [48, at(48)],
  [50, at(72)],
  [72, at(72)],
])("a running clock at hour %i says when the next day is charged", (hours, next) => {
  const reckoning = reckonDelay(asked(hours));
  expect(nextChargeAt(reckoning, { freeHours: 48, isRunning: true, now: at(hours) })).toBe(next);
  expect(nextChargeAt(reckoning, { freeHours: 48, isRunning: false, now: at(hours) })).toBeNull();
});

const HOURS = 400;
const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: HOURS }), { minLength: 2, maxLength: 12 })
  .map((list) => list.sort((a, b) => a - b))
  .map((list) => list.slice(0, list.length - (list.length % 2)));
const pairs = (list: readonly number[]) =>
  Array.from(
    { length: list.length / 2 },
    (_, place) => [list[place * 2] as number, list[place * 2 + 1] as number] as const,
  );

const questions = fc
  .record({
    waits: spans,
    freeHours: fc.integer({ min: 0, max: 100 }),
    closures: spans,
    reasons: spans,
    codes: fc.array(fc.constantFrom(...DELAY_REASONS), { minLength: 6, maxLength: 6 }),
    areClosuresExcluded: fc.boolean(),
    trucks: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ waits, closures, reasons, codes, ...rest }) =>
    asked(0, {
      ...rest,
      stays: pairs(waits).map(([from, to]) => span(from, to)),
      closures: pairs(closures).map(([from, to]) => span(from, to)),
      reasons: pairs(reasons).map(([from, to], place) => because(codes[place] as DelayReason, from, to)),
      prices: [WTG, BST],
    }),
  );

/** The same, hour by hour, as somebody would with a pencil. */
function byHand({ stays, freeHours, closures, areClosuresExcluded, reasons, trucks }: DelayQuestion) {
  const payers: Record<string, string> = {
    ...Object.fromEntries(DELAY_REASONS.map((reason) => [reason, "provider"])),
    ...{ queue: "buyer", closure: "buyer", customs_inspection: "buyer", documents: "buyer", consignee: "buyer" },
    force_majeure: "nobody",
  };
  const counted: string[] = [];
  for (let hour: number = START; hour < at(HOURS); hour += HOUR_MS) {
    if (!stays.some(({ from, to }) => from <= hour && hour < to)) continue;
    const reason = reasons.find(({ from, to }) => from <= hour && hour < to)?.reason;
    const isShut = reason === "closure" || closures.some(({ from, to }) => from <= hour && hour < to);
    if (!(areClosuresExcluded && isShut)) counted.push(reason ? (payers[reason] as string) : "buyer");
  }
  const charged = counted.slice(freeHours);
  const sum = { buyer: 0, provider: 0, nobody: 0 } as Record<string, number>;
  for (let day = 0; day * 24 < charged.length; day++) {
    const hours = charged.slice(day * 24, day * 24 + 24);
    const count = (who: string) => hours.filter((one) => one === who).length;
    const order = [...new Set(hours)];
    const [most = "buyer"] = order.sort((a, b) => count(b) - count(a));
    sum[most] = (sum[most] ?? 0) + 1;
  }
  const price = (days: number) => BigInt(days) * (80_000n * BigInt(trucks) + 12_050n);
  return [price(sum.buyer ?? 0), price(sum.provider ?? 0)];
}

test("whatever the times, the sum equals one that is made hour by hour", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { totals } = reckonDelay(question);
      expect([totals.buyer.minor, totals.provider.minor]).toEqual(byHand(question));
    }),
    { numRuns: 400 },
  );
});

test("the pieces are the whole wait without a gap but the drives, and no day is longer than a day", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { pieces, days, freeMs, excludedMs, chargedMs } = reckonDelay(question);
      const { stays } = question;
      expect(pieces[0]?.from).toBe(stays[0]?.from);
      expect(pieces.at(-1)?.to).toBe(stays.at(-1)?.to);
      const gaps = pieces.slice(1).flatMap(({ from }, place) => (from === pieces[place]?.to ? [] : [from]));
      expect(gaps).toEqual(stays.slice(1).map(({ from }) => from));
      expect(freeMs + excludedMs + chargedMs).toBe(stays.reduce((all, { from, to }) => all + to - from, 0));
      expect(days.length).toBe(Math.ceil(chargedMs / DAY_MS));
    }),
  );
});

test("a wait that goes on never costs a party less in all", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const last = question.stays.at(-1) as DelayQuestion["stays"][number];
      const sum = (to: Instant) => {
        const stays = [...question.stays.slice(0, -1), { ...last, to }];
        return reckonDelay({ ...question, stays }).days.length;
      };
      expect(sum(later(last.to, HOUR_MS))).toBeGreaterThanOrEqual(sum(last.to));
    }),
  );
});
