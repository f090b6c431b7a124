import { describe, expect, test } from "vitest";
import type { Receipt } from "../services/payment/funds";
import { DAY_MS, instant, type LocalDate } from "../shared/time";
import { LINE_STATES } from "../shared/vocabulary";
import { goesBack, lockOf, receiptToReturn, refundedBy, returnLeft } from "./called-off";

const day = (text: string) => text as LocalDate;
const told = (code: string, occurredAt: number | null) => ({ code, occurredAt: occurredAt as never });
const PAID = [told("funds_received", 1), told("sent", null), told("received_by_payee", null)];

describe("all that came in for a payment goes back", () => {
  test.each(LINE_STATES)("once it is called off, and not while it is %s", (state) => {
    expect(goesBack({ state, milestones: PAID }, null)).toBe(state === "cancelled");
  });

  test.each([
    ["a sending is on record", PAID, "sent"],
    ["a sending came back", PAID, "returned"],
    ["it was told as sent", [told("sent", 2)], null],
    ["the payee has it", [told("received_by_payee", 2)], null],
  ] as const)("but not where %s", (_, milestones, last) => {
    expect(goesBack({ state: "cancelled", milestones }, last)).toBe(false);
  });
});

describe("what is left of a credit", () => {
  const credit = (minor: number, more: Partial<Receipt> = {}): Receipt => ({
    ...{ amount: { minor, currency: "USD" }, valueDate: day("2026-11-24"), remitter: "Buyer", thirdPartyReason: null },
    ...more,
  });
  const back = (minor: number) => ({
    ...{ amount: { minor, currency: "USD" as const }, valueDate: day("2026-11-25"), reference: "R" },
    recordedAt: instant(1),
  });
  const ADVICE = { valueDate: day("2026-11-26"), reference: "RTN-1", recordedAt: instant(5) };
  const TODAY = day("2026-11-27");

  test("goes back whole, of the first one that is not back yet", () => {
    const receipts = [credit(300, { returns: [back(300)] }), credit(500, { returns: [back(200)] }), credit(7)];
    expect(receiptToReturn({ receipts })).toBe(receipts[1]);
    expect(returnLeft({ receipts }, ADVICE, TODAY)).toMatchObject({
      ok: true,
      value: [{}, { returns: [{}, { amount: { minor: 300 }, reference: "RTN-1" }] }, {}],
    });
  });

  test.each([
    ["where nothing is left", [credit(1, { returns: [back(1)] })], {}, "no_funds_to_return"],
    ["on a day to come", [credit(1)], { valueDate: day("2026-11-28") }, "value_date_in_future"],
    ["before it had come", [credit(1)], { valueDate: day("2026-11-23") }, "value_date_before_credit"],
  ] as const)("does not go back %s", (_, receipts, more, code) => {
    expect(returnLeft({ receipts }, { ...ADVICE, ...more }, TODAY)).toMatchObject({ refusal: { code } });
  });
});

test("a lock ends with its order where that is called off before, and with its own time else", () => {
  const lock = { expiresAt: instant(500) };
  expect(lockOf({ cancelledAt: instant(300) }, lock).expiresAt).toBe(300);
  expect(lockOf({ cancelledAt: instant(700) }, lock)).toBe(lock);
  expect(lockOf({ cancelledAt: null }, lock)).toBe(lock);
});

test("funds of an order that was called off are back within the days of its bid, where that says any", () => {
  expect(refundedBy({ cancelledAt: instant(300) }, 10)).toBe(300 + 10 * DAY_MS);
  expect(refundedBy({ cancelledAt: instant(300) }, undefined)).toBeNull();
  expect(refundedBy({ cancelledAt: null }, 10)).toBeNull();
});
