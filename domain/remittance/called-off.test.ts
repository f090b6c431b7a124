import { describe, expect, test } from "vitest";
import type { Receipt } from "../services/payment/funds";
import { DAY_MS, instant, type LocalDate } from "../shared/time";
import { LINE_STATES } from "../shared/vocabulary";
import {
  type CameBack,
  checkRefund,
  goesBack,
  heldOf,
  lockOf,
  nextCredit,
  nextOfBank,
  refunded,
  refundedBy,
  stillHeld,
} from "./called-off";

const day = (text: string) => text as LocalDate;
const told = (code: string, occurredAt: number | null) => ({ code, occurredAt: occurredAt as never });
const usd = (minor: number) => ({ minor: BigInt(minor), currency: "USD" as const });
const yuan = (minor: number) => ({ minor: BigInt(minor), currency: "CNY" as const });
const PAID = [told("funds_received", 1), told("sent", null), told("received_by_payee", null)];

describe("all that came in for a payment goes back", () => {
  test.each(LINE_STATES)("once it is called off, and not while it is %s", (state) => {
    expect(goesBack({ state, milestones: PAID }, null)).toBe(state === "cancelled");
  });

  test("also where the bank has sent it back", () => {
    expect(goesBack({ state: "cancelled", milestones: PAID }, "returned")).toBe(true);
  });

  test.each([
    ["a sending is on record", PAID, "sent"],
    ["the bank was asked for it back", PAID, "recalled"],
    ["it was told as sent", [told("sent", 2)], null],
    ["the payee has it", [told("received_by_payee", 2)], null],
  ] as const)("but not where %s", (_, milestones, last) => {
    expect(goesBack({ state: "cancelled", milestones }, last)).toBe(false);
  });
});

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

describe("what is left of a credit", () => {
  test("goes back whole, of the first one that is not back yet", () => {
    const receipts = [credit(300, { returns: [back(300)] }), credit(500, { returns: [back(200)] }), credit(7)];
    const funds = { receipts, difference: null };
    expect(nextCredit(funds)).toMatchObject({ amount: { minor: 300n }, remitters: ["Buyer"], isLast: false });
    expect(refunded(funds, nextCredit(funds), { ...ADVICE, today: TODAY })).toMatchObject({
      ok: true,
      value: { receipts: [{}, { returns: [{}, { amount: { minor: 300 }, reference: "RTN-1" }] }, {}] },
    });
  });

  test.each([
    ["where nothing is left", [credit(1, { returns: [back(1)] })], {}, "no_funds_to_return"],
    ["on a day to come", [credit(1)], { valueDate: day("2026-11-28") }, "value_date_in_future"],
    ["before it had come", [credit(1)], { valueDate: day("2026-11-23") }, "value_date_before_credit"],
    ["in part", [credit(2)], { amount: usd(1) }, "return_not_whole"],
    ["in another currency", [credit(2)], { amount: yuan(2) }, "refund_currency"],
  ] as const)("does not go back %s", (_, receipts, more, code) => {
    const funds = { receipts, difference: null };
    expect(refunded(funds, nextCredit(funds), { ...ADVICE, today: TODAY, ...more })).toMatchObject({
      refusal: { code },
    });
  });
});

describe("money that came back from the bank", () => {
  const sent = (amount: bigint | null, returned: bigint, more: Partial<CameBack> = {}): CameBack => ({
    ...{ amountMinor: amount, returnedMinor: returned, returnedCurrency: "USD" },
    ...{ costBorneBy: "payer", costBasis: "bid", ...more },
  });
  const inYuan = { returnedCurrency: "CNY" } as const;
  const ofProvider = { costBorneBy: "provider" } as const;

  test.each([
    ["less what its return has cost", [sent(900n, 890n)], 0n, [["USD", 990n, 990n]]],
    ["less what each return has cost", [sent(1000n, 990n), sent(990n, 985n)], 0n, [["USD", 985n, 985n]]],
    ["whole where the bid puts that on the provider", [sent(900n, 890n, ofProvider)], 0n, [["USD", 1000n, 1000n]]],
    [
      "less that also where the provider was only said to bear it",
      [sent(900n, 890n, { ...ofProvider, costBasis: "open" })],
      0n,
      [["USD", 990n, 990n]],
    ],
    ["whole where nobody knows what was sent", [sent(null, 890n)], 0n, [["USD", 1000n, 1000n]]],
    ["as it is held where it was exchanged", [sent(7120n, 7120n, inYuan)], 1000n, [["CNY", 7120n, 1000n]]],
    [
      "with the rest that was not exchanged apart",
      [sent(7120n, 6408n, inYuan)],
      800n,
      [
        ["CNY", 6408n, 720n],
        ["USD", 200n, 200n],
      ],
    ],
    [
      "less each cost of what went twice",
      [sent(7120n, 7000n, inYuan), sent(7000n, 6408n, inYuan)],
      1000n,
      [["CNY", 6408n, 900n]],
    ],
    ["as it came where nobody knows what was sent of it", [sent(null, 7000n, inYuan)], 1000n, [["CNY", 7000n, 1000n]]],
  ] as const)("is held %s", (_, sendings, exchangedMinor, expected) => {
    const held = heldOf(sendings, { remaining: { minor: 1000n, currency: "USD" }, exchangedMinor });
    expect(held.map(({ amount, counted }) => [amount.currency, amount.minor, counted.minor])).toEqual(expected);
    expect(held.every(({ counted }) => counted.currency === "USD")).toBe(true);
  });

  const HELD = [
    { amount: { minor: 7120n, currency: "CNY" as const }, counted: { minor: 1000n, currency: "USD" as const } },
    { amount: { minor: 20n, currency: "USD" as const }, counted: { minor: 20n, currency: "USD" as const } },
  ];
  const FUNDS = { receipts: [credit(1020)], difference: null };
  const next = (held = HELD) => nextOfBank(FUNDS, held, day("2026-11-25"));

  test.each([
    ["as it is held", undefined, 1000],
    ["as its amount says", yuan(7120), 1000],
    ["exchanged back at a loss", usd(901), 901],
    ["exchanged back at a gain", usd(1100), 1100],
  ] as const)("goes back %s, and the rest after it", (_, amount, counted) => {
    expect(next()).toMatchObject({ remitters: ["Buyer"], since: "2026-11-25", isFromBank: true, isLast: false });
    const one = refunded({ ...FUNDS, surplus: { minor: 20, currency: "USD" } }, next(), {
      ...{ ...ADVICE, amount, today: TODAY },
    });
    expect(one).toMatchObject({
      ok: true,
      value: { surplus: { minor: 20 }, refunds: [{ heldIn: "CNY", counted: { minor: counted, currency: "USD" } }] },
    });
    if (!one.ok) return;
    const rest = nextOfBank(one.value, HELD, day("2026-11-25"));
    expect(rest).toMatchObject({ amount: { minor: 20n, currency: "USD" }, isLast: true });
    const all = refunded(one.value, rest, { ...ADVICE, today: TODAY });
    expect(all).toMatchObject({ ok: true, value: { refunds: [{ heldIn: "CNY" }, { heldIn: "USD" }] } });
    if (!all.ok) return;
    expect(all.value).not.toHaveProperty("surplus");
    expect(stillHeld(HELD, all.value)).toEqual([]);
  });

  test.each([
    ["in part", { amount: yuan(7119) }, "return_not_whole"],
    ["in a third currency", { amount: { minor: 7120n, currency: "EUR" } }, "refund_currency"],
    ["far below what it was exchanged for", { amount: usd(899) }, "refund_far_off"],
    ["far above what it was exchanged for", { amount: usd(1101) }, "refund_far_off"],
    ["before it had come back", { valueDate: day("2026-11-24") }, "value_date_before_credit"],
    ["on a day to come", { valueDate: day("2026-11-28") }, "value_date_in_future"],
  ] as const)("does not go back %s", (_, more, code) => {
    expect(checkRefund(next(), { ...ADVICE, ...more }, TODAY)).toMatchObject({ refusal: { code } });
  });
});

test("a lock ends with its order where that is called off before, and with its own time else", () => {
  const lock = { expiresAt: instant(500) };
  expect(lockOf({ cancelledAt: instant(300) }, lock).expiresAt).toBe(300);
  expect(lockOf({ cancelledAt: instant(700) }, lock)).toBe(lock);
  expect(lockOf({ cancelledAt: null }, lock)).toBe(lock);
});

test("funds of an order that was called off are back within the days of its bid, where that says any", () => {
  const ended = { cancelledAt: instant(300) };
  expect(refundedBy(ended, { returnDays: 10 })).toBe(300 + 10 * DAY_MS);
  expect(refundedBy(ended, { returnDays: 10, cameBackAt: instant(200) })).toBe(300 + 10 * DAY_MS);
  expect(refundedBy(ended, { returnDays: 10, cameBackAt: instant(500) })).toBe(500 + 10 * DAY_MS);
  expect(refundedBy(ended, { returnDays: undefined })).toBeNull();
  expect(refundedBy({ cancelledAt: null }, { returnDays: 10 })).toBeNull();
});
