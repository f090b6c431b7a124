import { describe, expect, test } from "vitest";
import { dueNow, dueOf } from "../../orders/due";
import type { LineState } from "../../shared/vocabulary";
import { DAY_MS, type Instant, type LocalDate, parseIso, toIso } from "../../shared/time";
import { SERVICE_KINDS } from "../registry";

const at = (text: string): Instant => parseIso(`${text}:00Z`) as Instant;

const NOTHING = {
  ...{ spec: {}, terms: {}, startDate: null, transitDays: null, awaited: null, hubPlaces: [] },
  awardedAt: at("2026-11-01T02:00"),
  zones: { origin: "Asia/Shanghai", hub: "Asia/Shanghai", destination: "Asia/Almaty" },
};

type Happened = Readonly<Record<string, string>>;

const orderOf = (happened: Happened) => ({
  ...({ service: "payment", autoAcceptAt: null, disputedSince: null } as const),
  state: (Object.keys(happened).length > 0 ? "in_progress" : "placed") as LineState,
  milestones: SERVICE_KINDS.payment.milestones.map((milestone) => ({
    ...milestone,
    occurredAt: happened[milestone.code] === undefined ? null : at(happened[milestone.code] as string),
  })),
});

/** "sent by bid.transitDays at …", or null. */
function said(happened: Happened, agreement: object = {}): string | null {
  const due = dueOf(orderOf(happened), { ...NOTHING, ...agreement });
  return due && `${due.code} by ${due.source}.${due.field} at ${toIso(due.at).slice(0, 16)}`;
}

const START = "2026-11-24" as LocalDate;
const LOCKED = { kyc_submitted: "2026-11-24T01:00", kyc_approved: "2026-11-24T02:00", rate_locked: "2026-11-24T03:00" };
const FUNDED = { ...LOCKED, funds_received: "2026-11-24T05:00" };

describe("a payment's next step is due", () => {
  test.each([
    [{}, { startDate: START }, "kyc_submitted by bid.startDate at 2026-11-24T15:59"],
    [
      LOCKED,
      { terms: { lockMinutes: 60 }, spec: { lockMinutes: 240 } },
      "funds_received by bid.lockMinutes at 2026-11-24T04:00",
    ],
    [LOCKED, { spec: { lockMinutes: 240 } }, "funds_received by request.lockMinutes at 2026-11-24T07:00"],
    [LOCKED, { terms: { lockMinutes: 0 } }, null],
    [LOCKED, { terms: { lockMinutes: 1_440 } }, "funds_received by bid.lockMinutes at 2026-11-25T03:00"],
    // A rate that was locked for longer than was promised is due with its own end.
    [
      LOCKED,
      { terms: { lockMinutes: 60 }, lockEndsAt: at("2026-11-27T08:00") },
      "funds_received by bid.lockMinutes at 2026-11-27T08:00",
    ],
    // What has come in is sent under the lock, or within the days where these end first.
    [
      FUNDED,
      { terms: { lockMinutes: 60 }, lockEndsAt: at("2026-11-25T08:00"), transitDays: { min: 0, max: 2 } },
      "sent by bid.lockMinutes at 2026-11-25T08:00",
    ],
    [
      FUNDED,
      { spec: { lockMinutes: 60 }, lockEndsAt: at("2026-11-25T08:00") },
      "sent by request.lockMinutes at 2026-11-25T08:00",
    ],
    [
      FUNDED,
      { terms: { lockMinutes: 60 }, lockEndsAt: at("2026-11-27T08:00"), transitDays: { min: 0, max: 1 } },
      "sent by bid.transitDays at 2026-11-25T15:59",
    ],
    // What is usual is no promise: neither before the day that was promised, nor after it.
    [FUNDED, { terms: { hoursToPayout: 4, hoursToPayoutP90: 24 } }, null],
    [
      FUNDED,
      { terms: { hoursToPayout: 4, hoursToPayoutP90: 40 }, transitDays: { min: 0, max: 1 } },
      "sent by bid.transitDays at 2026-11-25T15:59",
    ],
    [
      FUNDED,
      { spec: { payeeCountry: "VN" }, transitDays: { min: 0, max: 1 } },
      "sent by bid.transitDays at 2026-11-25T16:59",
    ],
    [
      FUNDED,
      { spec: { payeeCountry: "RU" }, transitDays: { min: 0, max: 1 } },
      "sent by bid.transitDays at 2026-11-25T20:59",
    ],
    // The fourth day after a Tuesday is a Saturday, the sixth a Monday.
    [FUNDED, { transitDays: { min: 1, max: 4 } }, "sent by bid.transitDays at 2026-11-30T15:59"],
    [FUNDED, { transitDays: { min: 1, max: 6 } }, "sent by bid.transitDays at 2026-11-30T15:59"],
    // At eleven in the evening in Almaty, and after midnight in China.
    [
      { ...LOCKED, funds_received: "2026-11-24T18:00" },
      { spec: { payeeCountry: "KZ" }, transitDays: { min: 0, max: 1 } },
      "sent by bid.transitDays at 2026-11-25T18:59",
    ],
    [
      { ...FUNDED, sent: "2026-11-24T08:00" },
      { transitDays: { min: 0, max: 1 } },
      "received_by_payee by bid.transitDays at 2026-11-25T15:59",
    ],
  ] as const)("after %j", (happened, agreement, expected) => {
    expect(said(happened, agreement)).toBe(expected);
  });
});

describe("the days of a payment stand still while the buyer owes an answer", () => {
  // The second day after a Tuesday is a Thursday.
  const days = { transitDays: { min: 0, max: 2 } };
  const withBuyer = (...times: readonly (readonly [string, string | null])[]) =>
    times.map(([from, to]) => ({ side: "", from: at(from), to: to === null ? null : at(to) }));

  test.each([
    ["on its own day", [["2026-11-25T01:00", "2026-11-25T10:00"]], "2026-11-26"],
    ["within seconds of midnight", [["2026-11-25T15:59", "2026-11-25T16:00"]], "2026-11-27"],
    ["two days later", [["2026-11-24T06:00", "2026-11-26T01:00"]], "2026-11-30"],
    ["after a weekend, which is no time of a bank", [["2026-11-26T06:00", "2026-11-30T01:00"]], "2026-11-30"],
    [
      "once each, two on one day",
      [
        ["2026-11-24T06:00", "2026-11-25T01:00"],
        ["2026-11-25T02:00", "2026-11-25T03:00"],
      ],
      "2026-11-27",
    ],
    ["after the days had passed before it was asked", [["2026-11-26T17:00", "2026-11-30T01:00"]], "2026-11-26"],
    ["not yet", [["2026-11-25T01:00", null]], "2026-11-26"],
  ] as const)("that was answered %s", (_, times, day) => {
    expect(said(FUNDED, { ...days, withBuyer: withBuyer(...times) })).toBe(`sent by bid.transitDays at ${day}T15:59`);
  });

  test("which the due time says of itself, with what came of weekends", () => {
    const stood = (...times: readonly (readonly [string, string])[]) =>
      dueOf(orderOf(FUNDED), { ...NOTHING, ...days, withBuyer: withBuyer(...times) })?.stood;
    expect(stood(["2026-11-24T06:00", "2026-11-26T01:00"])).toEqual({ ms: 4 * DAY_MS, by: "answer" });
    expect(stood(["2026-11-25T01:00", "2026-11-25T10:00"])).toBeUndefined();
  });
});

test("is not due by the end of a rate that ran out, while it is locked anew", () => {
  const funded = orderOf(FUNDED);
  const agreed = { ...NOTHING, terms: { lockMinutes: 60 }, lockEndsAt: at("2026-11-24T08:00") };
  const days = { ...agreed, transitDays: { min: 0, max: 1 } };
  const anew = { side: "provider", code: "remittance.lock", by: null } as const;
  expect(dueNow(funded, days, null)).toMatchObject({ field: "lockMinutes", at: at("2026-11-24T08:00") });
  expect(dueNow(funded, days, anew)).toMatchObject({ field: "transitDays" });
  expect(dueNow(funded, agreed, anew)).toBeNull();
  expect(dueNow(orderOf(LOCKED), agreed, anew)).toMatchObject({ at: at("2026-11-24T08:00") });
});
