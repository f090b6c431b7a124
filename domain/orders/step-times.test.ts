import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOUR_MS, type Instant, instant, later, type LocalDate, MINUTE_MS, parseIso, toIso } from "../shared/time";
import { mayHaveHappened, minuteOf, readEarly, seenAt } from "./step-times";
import type { WayLeg } from "../hubs/place";
import { type Begun, type Earliest, laterOf, whenGoodsCame } from "../services/earliest";
import { kindOf } from "../services/registry";
import type { Service } from "../shared/vocabulary";

const NOW = instant(Date.parse("2026-11-24T02:00:20Z"));
const anyTime = fc.integer({ min: NOW - 10 * MINUTE_MS, max: NOW + 5 * MINUTE_MS }).map((ms) => instant(ms));

test("what the market sees is of the minute that people would type for it, and never before what was told", () => {
  fc.assert(
    fc.property(fc.array(fc.option(anyTime)), (told) => {
      const seen = seenAt(
        NOW,
        told.map((occurredAt) => ({ occurredAt })),
      );
      for (const one of told) expect(seen).toBeGreaterThanOrEqual(one ?? 0);
      if (told.every((one) => one === null || one <= minuteOf(NOW))) expect(seen).toBe(minuteOf(NOW));
      expect(mayHaveHappened(seen, { lastAt: null, now: NOW }).ok).toBe(true);
    }),
  );
});

test("a time typed to the minute follows what was seen in that minute", () => {
  expect(mayHaveHappened(minuteOf(NOW), { lastAt: seenAt(NOW, []), now: NOW }).ok).toBe(true);
  expect(mayHaveHappened(minuteOf(NOW), { lastAt: NOW, now: NOW }).ok).toBe(true);
});

test("nothing is told that has not happened yet, but a phone's clock may run five minutes ahead", () => {
  const inMinutes = (minutes: number) => instant(NOW + minutes * MINUTE_MS);
  expect(mayHaveHappened(inMinutes(5), { lastAt: null, now: NOW }).ok).toBe(true);
  expect(mayHaveHappened(instant(inMinutes(5) + 1), { lastAt: null, now: NOW })).toMatchObject({
    refusal: { code: "occurred_in_future" },
  });
});

const at = (iso: string): Instant => parseIso(iso) as Instant;
const leg = (fromId: string, toId: string, mode: WayLeg["mode"], km: number): WayLeg => ({
  ...{ fromId, toId, mode, km, days: { min: 1, max: 2 } },
  ...{ source: "test", isEstimate: false },
});
// By hand: 900 km by road are 10 h at 90, 1,200 km by rail 10 h at 120.
const LEGS = [
  leg("CNYIW", "CNURC", "road", 900),
  leg("CNURC", "CNHRG", "rail", 1200),
  leg("CNHRG", "KZALA", "road", 360),
];

const begun = (happened: Readonly<Record<string, Instant>> = {}, legs: readonly WayLeg[] = LEGS): Begun => ({
  happenedAt: (step) => happened[step] ?? null,
  ready: { date: "2026-12-10" as LocalDate, zone: "Asia/Shanghai" },
  legs,
  hubPlaceIds: ["CNHRG", "KZNUR"],
  visitFrom: null,
});

const earliestOf = (service: Service, code: string, of: Begun): Earliest | null =>
  kindOf(service)
    .milestones.find((step) => step.code === code)
    ?.earliest?.(of) ?? null;

// Midnight of the day before the goods are ready, in the zone where they stand.
const READY = "2026-12-08T16:00:00Z";
const PICKED = { picked_up: at("2026-12-10T02:00:00Z") };

describe("a step of a voyage", () => {
  // By hand: 90 km by road are an hour, 920 km by sea at 46 are 20; the hub is the port of loading, or that of discharge.
  const VOYAGE = [
    leg("CNHGH", "CNNBO", "road", 90),
    leg("CNNBO", "KRPUS", "sea", 920),
    leg("KRPUS", "KRSEL", "road", 90),
  ];
  const HOURS = { arrived_hub: 1, loaded: 1, departed: 1, arrived_port: 21, arrived_destination: 22 };

  test.each([["CNNBO"], ["KRPUS"]])("cannot come sooner than its leg of the way, with the hub %s", (hub) => {
    const of = { ...begun(PICKED, VOYAGE), hubPlaceIds: [hub] };
    for (const [code, hours] of Object.entries(HOURS))
      expect([code, earliestOf("logistics", code, of)?.at]).toEqual([code, later(PICKED.picked_up, hours * HOUR_MS)]);
  });
});

describe("a carrier's step", () => {
  test.each([
    ["picked_up", {}, READY, "goods_ready"],
    ["arrived_hub", PICKED, "2026-12-10T22:00:00Z", "travel"],
    ["crossed_border", PICKED, "2026-12-10T22:00:00Z", "travel"],
    ["arrived_destination", PICKED, "2026-12-11T02:00:00Z", "travel"],
    ["delivered", PICKED, "2026-12-11T02:00:00Z", "travel"],
    // Where nobody said when they were fetched, they were fetched as soon as they can have been.
    ["delivered", {}, "2026-12-09T16:00:00Z", "travel"],
  ] as const)("%s after %o is not before %s", (code, happened, earliest, because) => {
    const found = earliestOf("logistics", code, begun(happened));
    expect(found && { at: toIso(found.at), because: found.because }).toEqual({ at: toIso(at(earliest)), because });
  });

  test.each(["booked", "slot_reserved", "export_released", "import_released", "documents_closed"])(
    "%s is made on paper, at any time",
    (code) => expect(earliestOf("logistics", code, begun(PICKED))).toBeNull(),
  );

  test.each([
    ["sea", 920, 20],
    ["air", 950, 1],
  ] as const)("by %s its %i km take %i hours at the least", (mode, km, hours) => {
    const found = earliestOf("logistics", "delivered", begun(PICKED, [leg("CNSHA", "RUVVO", mode, km)]));
    expect(found?.at).toBe(later(PICKED.picked_up, hours * HOUR_MS));
  });

  test("arrives at the hub where it begins as soon as it is fetched", () => {
    const found = earliestOf("logistics", "arrived_hub", begun(PICKED, LEGS.slice(2)));
    expect(found?.at).toBe(PICKED.picked_up);
  });
});

describe("the delivery of work that is not on the road", () => {
  const start = at("2026-12-01T02:00:00Z");
  test.each([
    ["customs", "documents_complete", "released", 20],
    ["payment", "funds_received", "received_by_payee", 10],
    ["inspection", "inspector_assigned", "report_issued", 60],
  ] as const)("of %s comes after %s: %s, %i minutes later at the least", (service, from, code, minutes) => {
    const found = earliestOf(service, code, begun({ [from]: start }));
    expect(found).toEqual({ at: later(start, minutes * MINUTE_MS), because: "work" });
    expect(earliestOf(service, code, begun())).toBeNull();
  });
});

describe("a visit to the goods", () => {
  const visit = { at: at("2026-12-09T16:00:00Z"), because: "visit_day" } as const;
  const assigned = { inspector_assigned: at("2026-12-08T02:00:00Z") };
  const lateAssigned = { inspector_assigned: at("2026-12-10T02:00:00Z") };

  test.each([
    ["on_site", {}, visit],
    ["report_drafted", assigned, visit],
    ["report_issued", assigned, visit],
    ["report_issued", lateAssigned, { at: at("2026-12-10T03:00:00Z"), because: "work" }],
    // The inspector was there before, as somebody has said and given a reason for.
    [
      "report_issued",
      { ...assigned, on_site: at("2026-12-08T04:00:00Z") },
      { at: at("2026-12-08T03:00:00Z"), because: "work" },
    ],
  ] as const)("is told by %s after %o not before its day", (code, happened, earliest) => {
    expect(earliestOf("inspection", code, { ...begun(happened), visitFrom: visit })).toEqual(earliest);
  });

  test("is made at any time where nobody named a day, and is booked at any", () => {
    expect(earliestOf("inspection", "on_site", begun())).toBeNull();
    for (const code of ["scheduled", "inspector_assigned", "buyer_decided"])
      expect(earliestOf("inspection", code, { ...begun(), visitFrom: visit })).toBeNull();
  });
});

describe("a step that needs the goods", () => {
  const told = { now: at("2026-12-10T12:00:00Z"), occurredAt: at("2026-12-10T09:00:00Z") };

  test.each([
    ["when they came", "2026-12-10T10:00:00Z", "2026-12-10T10:00:00Z"],
    ["now, where nobody has reported them", null, "2026-12-10T12:00:00Z"],
  ])("is not before %s", (_, came, earliest) => {
    const found = whenGoodsCame({ occurredAt: came === null ? null : at(came) }, told);
    expect(found).toEqual({ at: at(earliest), because: "goods_away" });
  });

  test("is early by a clock that runs ahead as well, and asked nothing where no order brings the goods", () => {
    const ahead = { now: told.now, occurredAt: later(told.now, MINUTE_MS) };
    expect(whenGoodsCame({ occurredAt: null }, ahead)?.at).toBe(later(told.now, 2 * MINUTE_MS));
    expect(whenGoodsCame(null, told)).toBeNull();
  });

  test("is held to the later of two times", () => {
    const [soon, late] = [9, 10].map((hour) => ({ at: later(told.now, hour * HOUR_MS), because: "work" }) as const);
    expect([laterOf(soon ?? null, late ?? null), laterOf(late ?? null, soon ?? null)]).toEqual([late, late]);
    expect([laterOf(null, late ?? null), laterOf(late ?? null, null), laterOf(null, null)]).toEqual([late, late, null]);
  });
});

describe("a step that was reported", () => {
  const earliest = { at: at("2026-12-10T12:00:00Z"), because: "travel" } as const;
  const isFine = { ok: true, value: { earliestAt: null, earlyReason: null } };

  test("stands as it is from the earliest time on, whatever reason is given", () => {
    expect(readEarly({ occurredAt: earliest.at, earlyReason: "we drove fast" }, earliest)).toEqual(isFine);
    expect(readEarly({ occurredAt: later(earliest.at, -1), earlyReason: "no rule" }, null)).toEqual(isFine);
  });

  test("before it, is refused without a reason by whoever can give one", () => {
    const refused = readEarly({ occurredAt: later(earliest.at, -90 * MINUTE_MS), earlyReason: null }, earliest);
    const details = { because: "travel", hours: 2, earliestAt: toIso(earliest.at) };
    expect(refused).toEqual({ ok: false, refusal: { code: "early_without_reason", details } });
    expect(readEarly({ occurredAt: later(earliest.at, -1), earlyReason: "" }, earliest).ok).toBe(false);
  });

  test("before it, is kept as early: with the reason, or without one where nobody could be asked", () => {
    const early = later(earliest.at, -1);
    expect(readEarly({ occurredAt: early, earlyReason: "Goods were ready sooner" }, earliest)).toEqual({
      ok: true,
      value: { earliestAt: earliest.at, earlyReason: "Goods were ready sooner" },
    });
    expect(readEarly({ occurredAt: early }, earliest)).toEqual({
      ok: true,
      value: { earliestAt: earliest.at, earlyReason: null },
    });
  });
});
