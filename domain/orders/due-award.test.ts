import { expect, test } from "vitest";
import { milestonesFor } from "../services/registry";
import type { Service } from "../shared/vocabulary";
import { type Instant, type LocalDate, parseIso, toIso } from "../shared/time";
import { type Agreement, dueOf, readLate, stepDue } from "./due";

const at = (text: string): Instant => parseIso(`${text}:00Z`) as Instant;

const AGREED: Agreement = {
  awardedAt: at("2026-11-20T02:00"),
  ...{ spec: {}, terms: {}, startDate: null, transitDays: null, awaited: null, hubPlaces: [] },
  // A day ends at 16:00 UTC.
  zones: { origin: "Asia/Shanghai", hub: "Asia/Shanghai", destination: "Asia/Almaty" },
};

const orderOf = (service: Service, done: readonly string[]) => ({
  ...{ service, state: "scheduled" as const, autoAcceptAt: null, disputedSince: null },
  milestones: milestonesFor(service, "road").map((step) => ({
    ...step,
    occurredAt: done.includes(step.code) ? at("2026-11-24T02:00") : null,
  })),
});

const BEGUN = { startDate: "2026-11-24" as LocalDate };
const VISIT = { spec: { date: "2026-11-27" } };
const WINDOW = { spec: { pickupFrom: "2026-11-25", pickupTo: "2026-11-26T09:00:00Z" } };

test.each([
  ["customs", [], BEGUN, "2026-11-24T15:58", "documents_requested by bid.startDate at 2026-11-24T15:59"],
  ["customs", [], BEGUN, "2026-11-24T23:10", "documents_requested by rule.award_day at 2026-11-25T15:59"],
  ["payment", [], BEGUN, "2026-11-26T02:00", "kyc_submitted by rule.award_day at 2026-11-26T15:59"],
  ["inspection", [], VISIT, "2026-11-26T15:00", "scheduled by request.date at 2026-11-26T16:00"],
  ["inspection", [], VISIT, "2026-11-27T01:00", "scheduled by rule.award_day at 2026-11-27T15:59"],
  ["inspection", ["scheduled"], VISIT, "2026-11-28T01:00", "inspector_assigned by rule.award_day at 2026-11-28T15:59"],
  ["logistics", [], WINDOW, "2026-11-25T01:00", "booked by rule.award_day at 2026-11-25T15:59"],
  ["logistics", ["booked"], WINDOW, "2026-11-26T09:00", "picked_up by rule.award_day at 2026-11-26T15:59"],
] as const)(
  "a step of %s after %j by %j, awarded %s, is due no sooner than that day ends at the hub: %s",
  (service, done, agreed, awardedAt, expected) => {
    const due = dueOf(orderOf(service, done), { ...AGREED, ...agreed, awardedAt: at(awardedAt) });
    expect(due && `${due.code} by ${due.source}.${due.field} at ${toIso(due.at).slice(0, 16)}`).toBe(expected);
  },
);

test("a first step that the award has overtaken is in time on the day of the award, and late on the next", () => {
  const due = stepDue(orderOf("customs", []), "documents_requested", {
    ...{ ...AGREED, ...BEGUN },
    awardedAt: at("2026-11-24T23:10"),
  });
  const late = (done: string) => readLate(undefined, { occurredAt: at(done), due, service: "customs", mode: "road" });
  expect(late("2026-11-25T06:00")).toEqual({ ok: true, value: null });
  expect(late("2026-11-25T16:00")).toMatchObject({ ok: true, value: { dueAt: due?.at } });
});
