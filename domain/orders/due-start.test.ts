import { describe, expect, test } from "vitest";
import { HOUR_MS, type Instant, later, parseIso, toIso } from "../shared/time";
import { milestonesFor } from "../services/registry";
import type { TimeStart } from "../services/due-time";
import { type Agreement, dueNow, dueStart, readLate, stepDue } from "./due";

const day = (text: string): Instant => parseIso(`2026-12-0${text}:00Z`) as Instant;

const WITHIN_HOURS = 3;
const AGREED: Agreement = {
  awardedAt: day("1T00:00"),
  ...{ spec: { side: "export" }, terms: { hoursToFile: WITHIN_HOURS }, startDate: null, transitDays: null },
  ...{ awaited: null, hubPlaces: [] },
  zones: { origin: "Asia/Shanghai", hub: "Asia/Shanghai", destination: "Asia/Almaty" },
};

const orderOf = (happened: Readonly<Record<string, string>>, more: object = {}) => ({
  ...{ service: "customs" as const, state: "in_progress" as const, autoAcceptAt: null, disputedSince: null },
  milestones: milestonesFor("customs", "road").map((milestone) => {
    const told = happened[milestone.code];
    return { ...milestone, occurredAt: told === undefined ? null : day(told) };
  }),
  ...more,
});

const COMPLETE = { documents_requested: "1T02:00", documents_complete: "2T02:00" };
const APPROVED = { ...COMPLETE, draft_approved: "2T06:00" };
const beside = (...starts: [string, string | null][]): Agreement => ({
  ...AGREED,
  alsoFrom: { filed: starts.map(([what, at]): TimeStart => ({ what, at: at === null ? null : day(at) })) },
});
const drafts = (...times: [string, string, string | null][]) => ({
  withBuyer: times.map(([side, from, to]) => ({ side, from: day(from), to: to === null ? null : day(to) })),
});

describe("the hours to file are counted from", () => {
  test.each([
    ["complete papers where nothing else is waited for", COMPLETE, AGREED, "documents_complete 2T02:00"],
    ["nothing before the papers are complete", { documents_requested: "1T02:00" }, AGREED, "documents_complete"],
    ["the approval of a draft that was told by hand", APPROVED, AGREED, "draft_answered 2T06:00"],
    [
      "the papers, where the draft was approved before",
      { ...COMPLETE, draft_approved: "1T20:00" },
      AGREED,
      "documents_complete 2T02:00",
    ],
    [
      "the buyer's last answer to a draft",
      COMPLETE,
      { ...AGREED, ...drafts(["export", "2T03:00", "2T05:00"], ["export", "2T06:00", "2T09:00"]) },
      "draft_answered 2T09:00",
    ],
    [
      "no answer to a question of the customs",
      COMPLETE,
      { ...AGREED, withBuyer: [{ side: "export", isQuestion: true, from: day("2T03:00"), to: day("2T05:00") }] },
      "documents_complete 2T02:00",
    ],
    [
      "nothing while a draft lies with the buyer",
      COMPLETE,
      { ...AGREED, ...drafts(["export", "2T03:00", null]) },
      "draft_answered",
    ],
    [
      "no draft of the side that goods enter, of both",
      COMPLETE,
      { ...AGREED, spec: { side: "both" }, ...drafts(["import", "2T03:00", null]) },
      "documents_complete 2T02:00",
    ],
    ["the goods at the yard", APPROVED, beside(["arrived_hub", "4T06:00"]), "arrived_hub 4T06:00"],
    [
      "the draft, where the goods were there before",
      APPROVED,
      beside(["arrived_hub", "1T06:00"]),
      "draft_answered 2T06:00",
    ],
    ["nothing before the goods are at the yard", APPROVED, beside(["arrived_hub", null]), "arrived_hub"],
    [
      "the opening of the gate that came last",
      APPROVED,
      beside(["arrived_hub", "4T06:00"], ["gate", "5T01:00"]),
      "gate 5T01:00",
    ],
    ["nothing while a gate is closed", APPROVED, beside(["arrived_hub", "4T06:00"], ["gate", null]), "gate"],
  ] as const)("%s", (_, happened, agreement, expected) => {
    const start = dueStart(orderOf(happened), agreement as Agreement, null);
    const [what, at] = expected.split(" ");
    expect(start).toEqual({ code: "filed", what, at: at === undefined ? null : day(at) });
    const due = at === undefined ? null : later(day(at), WITHIN_HOURS * HOUR_MS);
    expect(stepDue(orderOf(happened), "filed", agreement as Agreement)?.at ?? null).toBe(due);
  });
});

describe("the hours to release of what was filed ahead are counted from", () => {
  test.each([
    ["nothing before the goods are at the yard", null, "arrived_hub", null],
    ["the goods at the yard, where they came after it", "4T06:00", "arrived_hub", "4T06:00"],
    ["the filing, where they were there before", "1T06:00", "filed", "2T08:00"],
  ] as const)("%s", (_, came, what, at) => {
    const told = orderOf({ ...APPROVED, filed: "2T08:00", duties_paid: "2T09:00" });
    const goods: TimeStart = { what: "arrived_hub", at: came === null ? null : day(came) };
    const agreement: Agreement = {
      ...{ ...AGREED, terms: { hoursToRelease: 12 }, awaited: { occurredAt: goods.at } },
      alsoFrom: { released: [goods, { what: "gate", at: null }] },
    };
    expect(dueStart(told, agreement, null)).toEqual({ code: "released", what, at: at === null ? null : day(at) });
    const due = at === null ? null : later(day(at), 12 * HOUR_MS);
    expect(stepDue(told, "released", agreement)?.at ?? null).toBe(due);
  });
});

test("a declaration that is filed before the goods are there is not late, and one filed long after them is", () => {
  const late = (filedAt: string, arrived: string | null) => {
    const due = stepDue(orderOf(APPROVED), "filed", beside(["arrived_hub", arrived]));
    return readLate(undefined, { occurredAt: day(filedAt), due, service: "customs", mode: "road" });
  };
  expect(late("3T22:00", null)).toEqual({ ok: true, value: null });
  expect(late("4T05:00", "4T06:00")).toEqual({ ok: true, value: null });
  expect(late("4T09:00", "4T06:00")).toEqual({ ok: true, value: null });
  expect(late("4T09:01", "4T06:00")).toMatchObject({ ok: true, value: { dueAt: day("4T09:00") } });
});

describe("nothing is said of what a time is counted from", () => {
  test.each([
    ["where nobody promised hours", orderOf(APPROVED), { ...AGREED, terms: {} }, null],
    ["once the declaration is filed", orderOf({ ...APPROVED, filed: "2T08:00" }), AGREED, null],
    ["of a delivery", orderOf(APPROVED, { state: "delivered" }), AGREED, null],
    ["of a delivery that is to be changed", orderOf(APPROVED, { state: "changes_requested" }), AGREED, null],
    ["while a dispute runs", orderOf(APPROVED), AGREED, { who: "parties", what: "talk", by: null }],
    [
      "while a room asks something by its own time",
      orderOf(APPROVED),
      AGREED,
      { side: "buyer", code: "clearance.answer", by: day("3T00:00") },
    ],
  ] as const)("%s", (_, order, agreement, asked) => {
    expect(dueStart(order, agreement, asked)).toBeNull();
  });
});

test("an earlier step's own promise is shown without what a later one is counted from", () => {
  const agreement = { ...AGREED, startDate: toIso(day("1T00:00")).slice(0, 10) } as Agreement;
  expect(dueNow(orderOf({}), agreement, null)).toMatchObject({ code: "documents_requested" });
  expect(dueStart(orderOf({}), agreement, null)).toBeNull();
});
