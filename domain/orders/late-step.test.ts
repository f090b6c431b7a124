import { describe, expect, test } from "vitest";
import { MODES } from "../hubs/place";
import { HOUR_MS, type Instant, instant, later, type LocalDate, MINUTE_MS, parseIso, toIso } from "../shared/time";
import { type Agreement, type Due, latenessOf, lateNow, lateSteps, readLate, stepDue } from "./due";
import type { Mover } from "./order-turn";
import { lateReasonsOf } from "./late-reasons";
import { LATE_REASONS } from "../services/work-reasons";

const DUE = parseIso("2026-12-10T12:00:00Z") as Instant;
const HAUL = { service: "logistics", mode: "road" } as const;
const NOT_SAID = { reason: null, words: null };
const late = { ...HAUL, due: { at: DUE }, occurredAt: later(DUE, 30 * HOUR_MS) };

describe("a step that was done", () => {
  test("in time keeps no reason, nor does one that nobody promised", () => {
    const told = { reason: "border_queue", words: null } as const;
    expect(readLate(told, { ...late, occurredAt: DUE })).toEqual({ ok: true, value: null });
    expect(readLate(told, { ...late, due: null })).toEqual({ ok: true, value: null });
  });

  test("a moment after it was due is refused without a reason", () => {
    expect(readLate(NOT_SAID, { ...late, occurredAt: later(DUE, 1) })).toEqual({
      ok: false,
      refusal: { code: "late_without_reason", details: { lacks: "reason", hours: 0, dueAt: toIso(DUE) } },
    });
    expect(readLate(NOT_SAID, late)).toMatchObject({ refusal: { details: { hours: 30 } } });
    const almost = { ...late, occurredAt: later(DUE, 31 * HOUR_MS - 1) };
    expect(readLate(NOT_SAID, almost)).toMatchObject({ refusal: { details: { hours: 30 } } });
  });

  test("late is kept with the reason and the time that it was due by", () => {
    const kept = { dueAt: DUE, reason: "border_queue", words: null };
    expect(readLate({ reason: "border_queue", words: null }, late)).toEqual({ ok: true, value: kept });
  });

  test("late for another reason says in words which one", () => {
    const lacks = { refusal: { code: "late_without_reason", details: { lacks: "words" } } };
    expect(readLate({ reason: "other", words: null }, late)).toMatchObject(lacks);
    expect(readLate({ reason: "other", words: "Strike at the port" }, late)).toMatchObject({ ok: true });
  });

  test("late is refused with a reason that such an order cannot have", () => {
    expect(readLate({ reason: "rolled", words: null }, late).ok).toBe(false);
    expect(readLate({ reason: "border_queue", words: null }, { ...late, mode: "sea" }).ok).toBe(false);
    expect(readLate({ reason: "bank_compliance", words: null }, late).ok).toBe(false);
  });

  test("late is kept without a reason where a record told it", () => {
    expect(readLate(undefined, late)).toEqual({ ok: true, value: { dueAt: DUE, ...NOT_SAID } });
  });
});

test.each([
  ["logistics", "road", ["customs_hold", "border_queue", "no_slot", "vehicle_breakdown"], ["rolled"]],
  ["logistics", "rail", ["border_queue", "rolled"], ["no_slot", "vehicle_breakdown", "bank_compliance"]],
  ["logistics", "sea", ["rolled", "road_or_weather"], ["border_queue", "no_slot"]],
  ["logistics", "air", ["rolled"], ["border_queue", "no_slot"]],
  ["customs", "road", ["customs_hold", "papers_incomplete"], ["border_queue", "goods_not_ready"]],
  ["inspection", "sea", ["goods_not_ready", "road_or_weather"], ["customs_hold"]],
  ["payment", "air", ["bank_compliance"], ["rolled", "customs_hold"]],
] as const)("of %s by %s a step may be late for %o, and not for %o", (service, mode, some, none) => {
  const reasons = lateReasonsOf(service, mode);
  expect(reasons).toEqual(expect.arrayContaining([...some, "papers_incomplete", "holiday", "own_fault", "other"]));
  for (const reason of none) expect(reasons).not.toContain(reason);
});

test("every reason is one that some order can have", () => {
  const services = ["logistics", "customs", "inspection", "payment"] as const;
  const had = services.flatMap((service) => MODES.flatMap((mode) => lateReasonsOf(service, mode)));
  expect(LATE_REASONS.filter((reason) => !had.includes(reason))).toEqual([]);
});

describe("a step is due", () => {
  const agreement: Agreement = {
    awardedAt: instant(0),
    ...{ spec: { pickupTo: "2026-12-10" }, terms: {}, startDate: "2026-12-01" as LocalDate },
    ...{ transitDays: { min: 1, max: 2 }, awaited: null, hubPlaces: [] },
    zones: { origin: "Asia/Shanghai", hub: "Asia/Shanghai", destination: "Asia/Shanghai" },
  };
  const order = { service: "logistics", state: "scheduled", milestones: [] } as const;

  test("by its own promise, and by no later one's", () => {
    expect(stepDue(order, "picked_up", agreement)).toMatchObject({ source: "request", field: "pickupTo" });
    expect(stepDue(order, "export_released", agreement)).toBeNull();
  });

  test("by no promise where a delivery is done anew", () => {
    const milestones = [{ code: "picked_up", occurredAt: DUE }];
    expect(stepDue({ ...order, milestones }, "delivered", agreement)).not.toBeNull();
    expect(stepDue({ ...order, milestones, state: "changes_requested" }, "delivered", agreement)).toBeNull();
  });
});

describe("a step that is to come", () => {
  const AT = instant(5 * HOUR_MS);
  const due = (source: Due["source"]): Due => ({ at: AT, source, field: "pickupTo", code: "picked_up" });

  test.each([
    ["provider", "request", HOUR_MS, true],
    ["parties", "bid", HOUR_MS, true],
    ["provider", "rule", 0, true],
    ["provider", "request", -1, false],
    ["provider", "task", HOUR_MS, false],
    ["provider", "dispute", HOUR_MS, false],
    ["buyer", "request", HOUR_MS, false],
    ["others", "request", HOUR_MS, false],
    ["held", "request", HOUR_MS, false],
    ["market", "dispute", HOUR_MS, false],
    ["nobody", "request", HOUR_MS, false],
  ] as const)(
    "moved by %s, by the word of %s, %i ms after its time: late is %s",
    (mover: Mover, source, afterMs, isLate) => {
      const late = lateNow({ mover, due: due(source) }, later(AT, afterMs));
      expect(late).toEqual(
        isLate
          ? {
              step: "picked_up",
              dueAt: AT,
              occurredAt: null,
              hours: Math.floor(afterMs / HOUR_MS),
              reason: null,
              words: null,
            }
          : null,
      );
    },
  );

  test("that nobody promised is late at no time", () => {
    expect(lateNow({ mover: "provider", due: null }, AT)).toBeNull();
  });
});

describe("an order in a list", () => {
  const told = (code: string, hour: number) => ({ code, occurredAt: instant(hour * HOUR_MS) });
  const kept = (code: string, hour: number, lateHours = 2) => ({
    ...told(code, hour),
    late: { dueAt: instant((hour - lateHours) * HOUR_MS), reason: null, words: null },
  });
  const milestones = [told("booked", 1), told("picked_up", 9), { code: "arrived_hub", occurredAt: null }];
  const open = lateNow(
    { mover: "provider", due: { at: instant(0), source: "bid", field: "x", code: "arrived_hub" } },
    instant(1),
  );

  test.each([
    ["in_progress", [kept("picked_up", 9)], null, "picked_up"],
    ["in_progress", [kept("booked", 1)], null, null],
    ["in_progress", [kept("picked_up", 9), kept("booked", 1)], null, "picked_up"],
    ["in_progress", [kept("booked", 1)], open, "arrived_hub"],
    ["delivered", [kept("picked_up", 9)], null, "picked_up"],
    ["in_progress", [kept("arrived_hub", 12)], null, null],
    ["changes_requested", [kept("arrived_hub", 12)], null, "arrived_hub"],
    ["changes_requested", [kept("booked", 1)], null, null],
    ["completed", [kept("picked_up", 9)], null, "picked_up"],
    ["completed", [kept("booked", 1), kept("picked_up", 9, 3), kept("arrived_hub", 12)], null, "picked_up"],
    ["completed", [], null, null],
    ["cancelled", [kept("picked_up", 9)], null, null],
    ["in_progress", [], null, null],
  ] as const)("that is %s, with %j told late and %j late now, is late with %s", (state, late, current, code) => {
    expect(latenessOf({ state, milestones }, lateSteps(late, current))?.step ?? null).toBe(code);
  });

  test("is late by full hours: one that has begun is none yet", () => {
    const due = { at: instant(0), source: "bid", field: "x", code: "arrived_hub" } as const;
    const hoursAt = (at: number) => lateNow({ mover: "provider", due }, instant(at))?.hours;
    expect([HOUR_MS - 1, HOUR_MS, 47.9 * HOUR_MS].map(hoursAt)).toEqual([0, 1, 47]);
  });

  test("is late by the hours between its times as they are shown, whatever their seconds", () => {
    const late = { dueAt: instant(59 * MINUTE_MS + 50_000), reason: null, words: null };
    const occurredAt = instant(59 * MINUTE_MS + 12 * HOUR_MS + 10_000);
    expect(lateSteps([{ code: "picked_up", occurredAt, late }], null)[0]?.hours).toBe(12);
  });

  test("was late by the time from when a step was due to when it was", () => {
    expect(lateSteps([kept("picked_up", 9)], null)).toEqual([
      {
        step: "picked_up",
        dueAt: 7 * HOUR_MS,
        occurredAt: 9 * HOUR_MS,
        hours: 2,
        reason: null,
        words: null,
      },
    ]);
  });
});
