import { expect, test } from "vitest";
import type { PricedLine } from "../bidding/price-charges";
import type { PaymentSpec } from "../services/payment/spec";
import type { LocalDate } from "../shared/time";
import { money } from "../shared/money";
import { chargedBy, payoutOf, payoutOfBid } from "./payout";

const DAY = "2026-11-24" as LocalDate;
const AT = { day: DAY, rates: [{ base: "USD", quote: "CNY", rate: "7.12", day: DAY, source: "test" }] } as const;
const NO_RATES = { day: DAY, rates: [] };

const line = (code: string, basis: string, more: Partial<PricedLine>) =>
  ({
    ...{ code, basis, unitPriceMinor: null, rateBps: null, quantityMilli: null, amountMinor: null },
    ...{ isPassThrough: false, note: "", ...more },
  }) as PricedLine;

const USD_TO_CNY = {
  ...{ need: "supplier_payment", payerCurrency: "USD", payeeCurrency: "CNY" },
  amount: money(10_000_00n, "USD"),
} as PaymentSpec;

test("what a bid charges in another currency than the payer's is brought to it, each least amount with its own percentage", () => {
  const lines = [
    line("PAY", "percent_of_amount", { rateBps: 10, minimumMinor: "14240", amountMinor: "14240" }),
    line("FXS", "bps_of_amount", { rateBps: 30, amountMinor: "21360" }),
    line("FXS", "bps_of_amount", { rateBps: 20, minimumMinor: "71200", amountMinor: "71200" }),
    line("PAY", "payout", { unitPriceMinor: "24920", amountMinor: "24920" }),
    line("FXS", "payout", { unitPriceMinor: "712", amountMinor: "712" }),
    line("LCO", "percent_of_amount", { rateBps: 5, amountMinor: "14240" }),
    line("KYC", "organisation", { unitPriceMinor: "7120", amountMinor: "7120" }),
    line("LCA", "amendment", { unitPriceMinor: "9999" }),
  ];
  const content = { lines, currency: "CNY" } as const;
  expect(chargedBy(content, "USD", AT)).toEqual({
    ok: true,
    value: {
      spreadBps: 30,
      percentFees: [
        { rateBps: 10, minimumMinor: 20_00n },
        { rateBps: 20, minimumMinor: 100_00n },
      ],
      fixedFeeMinor: 36_00n,
      otherChargesMinor: 30_00n,
    },
  });
  expect(chargedBy(content, "USD", NO_RATES)).toMatchObject({ refusal: { code: "rate_missing" } });
  // 10,000 less 30, 20, 100 and 36; 186 of it and 30 beside are 216 of 10,000.
  expect(payoutOf(USD_TO_CNY, { ...content, terms: {} }, AT)).toMatchObject({
    value: { amount: money(6_987_568n, "CNY"), effectiveCostBps: 216 },
  });
});

test.each([
  ["for the payer's currency", { midRate: "8" }, { base: "USD", quote: "CNY", rate: "8" }],
  ["for the payee's currency", { midRate: "0.125", midBase: "CNY" }, { base: "CNY", quote: "USD", rate: "0.125" }],
] as const)("a bid's own mid rate may be %s; what it costs is measured by the market's", (_, terms, rate) => {
  const content = { lines: [], currency: "USD", terms } as const;
  expect(payoutOf(USD_TO_CNY, content, AT)).toMatchObject({
    value: {
      side: "payee_receives",
      amount: money(80_000_00n, "CNY"),
      mid: { source: "bid", rates: [rate] },
      costAgainst: "market",
      effectiveCostBps: -1_236,
    },
  });
  const received = { ...USD_TO_CNY, amount: money(80_000_00n, "CNY") };
  expect(payoutOf(received, content, AT)).toMatchObject({
    value: { side: "payer_pays", amount: money(10_000_00n, "USD"), costAgainst: "market" },
  });
});

test("between equal currencies nothing is exchanged, whatever rate a bid names, and the amount is the payer's", () => {
  const spec = { ...USD_TO_CNY, payeeCurrency: "USD" } as const;
  expect(payoutOf(spec, { lines: [], currency: "USD", terms: { midRate: "8" } }, NO_RATES)).toMatchObject({
    value: { side: "payee_receives", amount: money(10_000_00n, "USD"), mid: { source: "none", rates: [] } },
  });
});

test("a service that moves no money has no payout", () => {
  expect(payoutOfBid({ service: "customs", spec: {} }, { lines: [], currency: "USD", terms: {} }, AT)).toBeNull();
});

test("a payment request or terms that were kept in a form that is read no longer have no payout, and break nothing", () => {
  const content = { lines: [], currency: "USD", terms: {} } as const;
  expect(payoutOfBid({ service: "payment", spec: { oldMember: 1 } }, content, AT)).toBeNull();
  expect(payoutOfBid({ service: "payment", spec: USD_TO_CNY }, { ...content, terms: { old: 1 } }, AT)).toBeNull();
});
