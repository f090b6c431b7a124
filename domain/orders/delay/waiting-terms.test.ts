import { describe, expect, test } from "vitest";
import type { PricedLine } from "../../bidding/price-charges";
import type { Mode } from "../../hubs/place";
import { milestonesFor } from "../../services/registry";
import { HOUR_MS, type Instant, instant, later } from "../../shared/time";
import { clausesOf, freeTimeOf, waitingPrices } from "./waiting-terms";
import { type Interval, intervalsOf } from "./intervals";
import { type DelaySegment, endSegment, objectTo, reportSegment, withdraw } from "./segment";

const START = instant(Date.parse("2026-02-14T08:00:00Z"));
const at = (hours: number): Instant => later(START, hours * HOUR_MS);

const told = (times: Readonly<Record<string, number>>, mode: Mode = "road") =>
  milestonesFor("logistics", mode).map((milestone) => {
    const hours = times[milestone.code];
    return { ...milestone, occurredAt: hours === undefined ? null : at(hours) };
  });

type Left = readonly [hubId: string, arrived: number | null, left: number];
type More = {
  ended?: number;
  now?: number;
  left?: readonly Left[];
  sentBack?: number;
  mode?: Mode;
};

const found = (times: Readonly<Record<string, number>>, more: More = {}) =>
  intervalsOf({
    milestones: told(times, more.mode),
    hubId: "here",
    leftHubs: (more.left ?? []).map(([hubId, arrived, left]) => ({
      ...{ hubId, leftAt: at(left) },
      arrivedAt: arrived === null ? null : at(arrived),
    })),
    trucks: [{ plates: [], count: 1, booked: [], crossedAt: null }],
    firstDeliveredAt: more.sentBack === undefined ? null : at(more.sentBack),
    endedAt: more.ended === undefined ? null : at(more.ended),
    now: at(more.now ?? 100),
  });

const hours = (moment: Instant): number => (moment - START) / HOUR_MS;

const waits = (times: Readonly<Record<string, number>>, more: More = {}) =>
  found(times, more).map(({ place, from, to, isRunning, began }) => [place, hours(from), hours(to), isRunning, began]);

describe("a wait runs", () => {
  test.each([
    ["nowhere before a truck has arrived", {}, {}, []],
    ["at the border from the arrival until now", { arrived_hub: 10 }, {}, [["border", 10, 100, true, "arrived"]]],
    ["at no port, whatever was gated in", { arrived_hub: 10, departed: 30 }, { mode: "sea" }, []],
    ["until the crossing", { arrived_hub: 10, crossed_border: 70 }, {}, [["border", 10, 70, false, "arrived"]]],
    [
      "until the next step where the crossing was passed over",
      { arrived_hub: 10, import_released: 80 },
      {},
      [["border", 10, 80, false, "arrived"]],
    ],
    [
      "at the destination until the delivery",
      { arrived_destination: 20, delivered: 30 },
      {},
      [["destination", 20, 30, false, "arrived"]],
    ],
    [
      "at the destination until the first delivery, though that was sent back",
      { arrived_destination: 20 },
      { sentBack: 30 },
      [["destination", 20, 30, false, "arrived"]],
    ],
    [
      "at the destination until the first delivery, though it was delivered again",
      { arrived_destination: 20, delivered: 60 },
      { sentBack: 30 },
      [["destination", 20, 30, false, "arrived"]],
    ],
    [
      "at both ends",
      { arrived_hub: 1, crossed_border: 5, arrived_destination: 9 },
      {},
      [
        ["border", 1, 5, false, "arrived"],
        ["destination", 9, 100, true, "arrived"],
      ],
    ],
    ["until the order is called off", { arrived_hub: 10 }, { ended: 50 }, [["border", 10, 50, false, "arrived"]]],
  ] as const)("%s", (_, times, more, expected) => {
    expect(waits(times as Readonly<Record<string, number>>, more)).toEqual(expected);
  });
});

describe("of goods that were sent on to another hub", () => {
  const stays = (times: Readonly<Record<string, number>>, more: More) =>
    found(times, more).flatMap(({ stays: all }) =>
      all.map(({ hubId, from, to, began }) => [hubId, hours(from), hours(to), began]),
    );

  test.each([
    [
      "the wait at the old hub is a stay beside the one at the new",
      { arrived_hub: 80 },
      { left: [["old", 0, 72]] },
      [
        ["old", 0, 72, "arrived"],
        ["here", 80, 100, "arrived"],
      ],
    ],
    [
      "the wait at the old hub stands while they are driven",
      {},
      { left: [["old", 0, 72]] },
      [["old", 0, 72, "arrived"]],
    ],
    [
      "they have waited nowhere that they were not",
      { arrived_hub: 90 },
      { left: [["old", null, 24]] },
      [["here", 90, 100, "arrived"]],
    ],
    [
      "a truck that was at the new hub before all was agreed waited there from then on",
      { arrived_hub: 60 },
      { left: [["old", 0, 72]] },
      [
        ["old", 0, 60, "arrived"],
        ["here", 60, 100, "arrived"],
      ],
    ],
    [
      "each hub has its stay, however often they were sent on",
      { arrived_hub: 90, crossed_border: 95 },
      {
        left: [
          ["old", 0, 20],
          ["other", 30, 50],
        ],
      },
      [
        ["old", 0, 20, "arrived"],
        ["other", 30, 50, "arrived"],
        ["here", 90, 95, "arrived"],
      ],
    ],
  ] as const)("%s", (_, times, more, expected) => {
    expect(stays(times as Readonly<Record<string, number>>, more)).toEqual(expected);
  });

  test("the clock stands still while they are driven, and runs again at the new hub", () => {
    const left = [["old", 0, 72]] as const;
    expect(waits({}, { left })).toEqual([["border", 0, 72, false, "arrived"]]);
    expect(waits({ arrived_hub: 80 }, { left })).toEqual([["border", 0, 100, true, "arrived"]]);
  });
});

const line = (
  code: PricedLine["code"],
  basis: PricedLine["basis"],
  unitPriceMinor: string | null = "100",
): PricedLine => ({
  ...{
    code,
    basis,
    unitPriceMinor,
    rateBps: null,
    quantityMilli: null,
    amountMinor: null,
    isPassThrough: false,
    note: "",
  },
});

describe("a wait is priced", () => {
  const lines = [
    line("WTG", "truck_day_after_free"),
    line("BST", "day_after_free"),
    line("DMR", "day_after_free"),
    line("WTG", "truck"),
  ];

  test("at the border by waiting trucks and storage, at the destination by demurrage, by the day alone", () => {
    expect(waitingPrices(lines, "border").map(({ code, isPerTruck }) => [code, isPerTruck])).toEqual([
      ["WTG", true],
      ["BST", false],
    ]);
    expect(waitingPrices(lines, "destination").map(({ code }) => code)).toEqual(["DMR"]);
    const tiers = [{ from: 3, unitPriceMinor: "90" }];
    expect(waitingPrices([{ ...line("DMR", "truck_day_after_free", "120"), tiers }], "destination")).toEqual([
      { code: "DMR", unitPriceMinor: "120", tiers, isPerTruck: true },
    ]);
  });

  test("at the destination by the waiting truck where the bid has no demurrage, and else not at all", () => {
    expect(waitingPrices([line("WTG", "truck_day_after_free")], "destination").map(({ code }) => code)).toEqual([
      "WTG",
    ]);
    expect(waitingPrices([line("OFT", "truck")], "destination")).toEqual([]);
  });
});

test.each([
  [{ freeTimeBorderHours: 24 }, { freeTimeHours: 12 }, { hours: 24, saidBy: "bid" }],
  [{ freeTimeDestinationHours: 24 }, { freeTimeHours: 12 }, { hours: 12, saidBy: "request" }],
  [{}, { freeTimeHours: 12, freeTimeBorderHours: 6 }, { hours: 6, saidBy: "request" }],
  [{}, {}, { hours: 0, saidBy: "nobody" }],
  [{ freeTimeBorderHours: 0 }, { freeTimeHours: 12 }, { hours: 0, saidBy: "bid" }],
] as const)("free time of %j in a bid on %j is %j", (terms, spec, free) => {
  expect(freeTimeOf("border", terms, spec)).toEqual(free);
  const elsewhere = (said: object) =>
    Object.fromEntries(
      Object.entries(said).map(([name, hours]) => [
        name.includes("Border") ? name.replace("Border", "Destination") : name.replace("Destination", "Border"),
        hours,
      ]),
    );
  expect(freeTimeOf("destination", elsewhere(terms), elsewhere(spec))).toEqual(free);
});

describe("a clause of the bid", () => {
  const conditions = [
    { type: "waiting_excluded_closures", value: true },
    { type: "free_unloading_hours", value: 12 },
    { type: "slot_by_buyer", value: true },
  ] as const;

  test("binds whether it stands among the terms or among the conditions", () => {
    expect(clausesOf({}, conditions)).toEqual({
      terms: { closuresExcluded: true, freeTimeDestinationHours: 12 },
      bookedBy: "buyer",
    });
    expect(clausesOf({}, [])).toEqual({ terms: { closuresExcluded: false }, bookedBy: undefined });
  });

  test("holds as the terms say it where both do", () => {
    const terms = {
      ...{ closuresExcluded: false, freeTimeDestinationHours: 48 },
      slot: { system: "cargoruqsat", bookedBy: "provider" },
    } as const;
    expect(clausesOf(terms, conditions)).toEqual({ terms, bookedBy: "provider" });
  });
});

const codeOf = (result: { ok: boolean; refusal?: { code: string } }): string => result.refusal?.code ?? "ok";
const stay = (hubId: string, from: number, to: number) =>
  ({ hubId, from: at(from), to: at(to), began: "arrived" }) as const;
const border: Interval = {
  ...{ place: "border", trucks: 1, plates: [], from: at(0), to: at(100), isRunning: true, began: "arrived" },
  stays: [stay("here", 0, 100)],
};
const segment = (more: Partial<DelaySegment> = {}): DelaySegment => ({
  ...{
    id: "g",
    place: "border",
    reason: "queue",
    from: at(10),
    to: at(20),
    by: "provider",
    objectedAt: null,
    withdrawnAt: null,
  },
  ...more,
});

describe("a reason for a wait", () => {
  const report = (from: number, to: number | null, of: Partial<Parameters<typeof reportSegment>[1]> = {}) =>
    codeOf(
      reportSegment(
        { place: "border", from: at(from), to: to === null ? null : at(to) },
        { interval: border, segments: [segment()], now: at(100), ...of },
      ),
    );

  test.each([
    ["beside another", 20, 30, "ok"],
    ["before another", 0, 10, "ok"],
    ["that goes on", 50, null, "ok"],
    ["over another", 15, 30, "delay_overlaps"],
    ["around another", 5, 25, "delay_overlaps"],
    ["from before the wait", -1, 5, "delay_outside"],
    ["that ends before it begins", 30, 25, "delay_inverted"],
    ["of the future", 90, 101, "delay_in_future"],
  ] as const)("%s is answered", (_, from, to, code) => {
    expect(report(from, to)).toBe(code);
  });

  test.each([
    ["at the old hub", 25, 50, "ok"],
    ["at the new one", 80, 90, "ok"],
    ["of the drive between", 60, 70, "delay_outside"],
    ["over both", 40, 90, "delay_outside"],
    ["that goes on from the old hub", 40, null, "delay_outside"],
    ["that goes on at the new one", 80, null, "ok"],
  ] as const)("of goods that were sent on, %s, is answered", (_, from, to, code) => {
    const interval = { ...border, stays: [stay("old", 0, 50), stay("here", 80, 100)] };
    expect(report(from, to, { interval })).toBe(code);
  });

  test("is of a wait that runs or ran", () => {
    expect(report(20, 30, { interval: null })).toBe("delay_not_running");
    expect(report(20, null, { interval: { ...border, isRunning: false } })).toBe("delay_not_running");
    expect(report(20, 30, { interval: { ...border, isRunning: false } })).toBe("ok");
  });

  test("that was taken back makes room for another", () => {
    expect(report(15, 30, { segments: [segment({ withdrawnAt: at(50) })] })).toBe("ok");
  });

  test("is ended and taken back by whoever gave it, and objected to by the other side, once", () => {
    const open = segment({ to: null });
    expect(codeOf(endSegment(open, { by: "provider", at: at(50) }, at(60)))).toBe("ok");
    expect(codeOf(endSegment(open, { by: "buyer", at: at(50) }, at(60)))).toBe("not_permitted");
    expect(codeOf(endSegment(open, { by: "provider", at: at(70) }, at(60)))).toBe("delay_in_future");
    expect(codeOf(endSegment(open, { by: "provider", at: at(10) }, at(60)))).toBe("delay_inverted");
    expect(codeOf(endSegment(segment(), { by: "provider", at: at(50) }, at(60)))).toBe("delay_ended");
    expect(codeOf(objectTo(open, "buyer"))).toBe("ok");
    expect(codeOf(objectTo(open, "provider"))).toBe("delay_own");
    expect(codeOf(objectTo(segment({ objectedAt: at(30) }), "buyer"))).toBe("delay_objected");
    expect(codeOf(objectTo(segment({ withdrawnAt: at(30) }), "buyer"))).toBe("delay_ended");
    expect(codeOf(withdraw(open, "provider"))).toBe("ok");
    expect(codeOf(withdraw(open, "buyer"))).toBe("not_permitted");
  });
});
