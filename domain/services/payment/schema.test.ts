import { PAYEE, shipmentExample } from "../examples";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { money } from "@/domain/shared/money";
import { NEEDS } from "./choices";
import { payment, quartersOf } from "./kind";
import { paymentSpecSchema, paymentTermsSchema } from "./schema";
import type { PaymentSpec } from "./spec";

const wire = {
  need: "supplier_payment",
  payerCurrency: "KZT",
  payeeCurrency: "CNY",
  ...PAYEE,
  amount: { minor: 63_000_000, currency: "CNY" },
  purpose: "GDDS",
  lockMinutes: 60,
};
const spec = (changes: object = {}): PaymentSpec => paymentSpecSchema.parse({ ...wire, ...changes });
const messages = (changes: object) => payment.checkSpec(spec(changes), shipmentExample()).map((issue) => issue.message);
const credit = { need: "letter_of_credit", creditType: "usance", tenorDays: 120 };

describe("a payment request", () => {
  test("with need, currencies, amount, purpose and lock is complete", () => {
    for (const need of NEEDS) expect(messages({ need })).toEqual([]);
  });

  test.each([
    [{ need: "loan" }],
    [{ payerCurrency: "XXX" }],
    [{ amount: { minor: 0, currency: "CNY" } }],
    [{ amount: { minor: -5, currency: "CNY" } }],
    [{ amount: 63_000_000 }],
    [{ lockMinutes: 1_441 }],
    [{ lockMinutes: -1 }],
    [{ settleWithinDays: 4 }],
    [{ depositPercent: 101 }],
    [{ creditType: "oral" }],
    [{ purpose: "p".repeat(141) }],
    [{ iban: "KZ00" }],
  ])("with %j is refused", (change) => {
    expect(paymentSpecSchema.safeParse({ ...wire, ...change }).success).toBe(false);
  });

  test("names its amount in the payer's or the payee's currency", () => {
    expect(messages({ amount: { minor: 5, currency: "KZT" } })).toEqual([]);
    expect(messages({ amount: { minor: 5, currency: "USD" } })).toEqual(["issue.amount_currency"]);
  });

  test("to convert needs two currencies", () => {
    const one = { payerCurrency: "CNY", lockMinutes: undefined };
    expect(messages({ ...one, need: "fx_conversion" })).toEqual(["issue.one_currency"]);
    expect(messages(one)).toEqual([]);
  });

  test("locks a rate only where there is one", () => {
    expect(messages({ payerCurrency: "CNY" })).toEqual(["issue.lock_without_exchange"]);
    expect(messages({ payerCurrency: "CNY", lockMinutes: 0 })).toEqual([]);
  });

  test("names the type of credit for a letter of credit only", () => {
    expect(messages(credit)).toEqual([]);
    expect(messages({ creditType: "sight" })).toEqual(["issue.credit_type_without_credit"]);
  });

  test("names a tenor for a credit or a collection only", () => {
    expect(messages({ need: "documentary_collection", tenorDays: 60 })).toEqual([]);
    expect(messages({ tenorDays: 60 })).toEqual(["issue.tenor_without_credit"]);
  });

  test("pays out more than once as a mass payout only", () => {
    expect(messages({ need: "mass_payout", payouts: 40 })).toEqual([]);
    expect(messages({ payouts: 1 })).toEqual([]);
    expect(messages({ payouts: 2 })).toEqual(["issue.payouts_without_mass_payout"]);
  });
});

describe("the price of a payment", () => {
  test("is counted by payout and organisation; amendments are contingent", () => {
    const quantities = payment.quantities(spec({ need: "mass_payout", payouts: 40 }), shipmentExample());
    expect(quantities).toMatchObject({
      payout: 40_000,
      organisation: 1000,
      amendment: "contingent",
      kg: null,
      truck: null,
    });
    expect(payment.quantities(spec(), shipmentExample())).toMatchObject({ payout: 1000 });
  });

  test("is a percentage of the request's amount, not of the goods", () => {
    expect(payment.basisAmounts(spec(), shipmentExample())).toEqual({
      percent_of_amount: money(63_000_000n, "CNY"),
      bps_of_amount: money(63_000_000n, "CNY"),
    });
  });

  test.each([
    [undefined, 1],
    [1, 1],
    [90, 1],
    [91, 2],
    [360, 4],
  ])("of a credit of %s days counts %d quarters begun", (tenorDays, quarters) => {
    const request = spec({ need: "letter_of_credit", tenorDays });
    expect(quartersOf(request)).toBe(quarters);
    const amounts = payment.basisAmounts(request, shipmentExample());
    expect(amounts.percent_of_amount_per_quarter).toEqual(money(63_000_000n * BigInt(quarters), "CNY"));
  });

  test.each([
    [{}, ["FXS bps_of_amount", "PAY payout", "KYC organisation"]],
    [{ payerCurrency: "CNY", lockMinutes: 0 }, ["PAY payout", "KYC organisation"]],
    [
      credit,
      ["FXS bps_of_amount", "LCO percent_of_amount_per_quarter", "LCA amendment", "PAY payout", "KYC organisation"],
    ],
  ])("for %j starts with %j", (changes, lines) => {
    const suggested = payment.suggestedCharges(spec(changes), shipmentExample());
    expect(suggested.map((line) => `${line.code} ${line.basis}`)).toEqual(lines);
  });
});

test("the screen is shown amount, pair and lock, and the quarters of a credit", () => {
  const keys = (changes: object) => payment.figures(spec(changes), shipmentExample()).map((figure) => figure.key);
  expect(keys({})).toEqual(["amount", "pair", "lock"]);
  expect(keys(credit)).toEqual(["amount", "pair", "lock", "quarters"]);
  expect(keys({ payerCurrency: "CNY", lockMinutes: 0 })).toEqual(["amount"]);
});

test("a quote's expiry is written back in UTC", () => {
  const terms = paymentTermsSchema.parse({ channel: "cips", lockMinutes: 60, expiresAt: "2026-11-24T18:00:00+08:00" });
  expect(z.encode(paymentTermsSchema, terms)).toEqual({
    channel: "cips",
    lockMinutes: 60,
    expiresAt: "2026-11-24T10:00:00.000Z",
  });
});
