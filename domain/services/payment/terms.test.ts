import { describe, expect, test } from "vitest";
import { z } from "zod";
import { instant } from "@/domain/shared/time";
import { shipmentExample } from "../examples";
import { CHANNELS } from "./choices";
import { payment } from "./kind";
import { paymentSpecSchema, paymentTermsSchema } from "./schema";

const NOW = instant(Date.parse("2026-11-24T10:00:00Z"));
const PAIR = { need: "supplier_payment", payerCurrency: "KZT", payeeCurrency: "CNY" };

const WHOLE = {
  channel: "cips",
  fallbackChannel: "correspondent",
  licenceNumber: "DEMO-1",
  licenceCountry: "KZ",
  midSource: "National Bank",
  midRate: "74.05",
  midBase: "CNY",
  midAt: "2026-11-24T02:00:00.000Z",
  lockMinutes: 60,
  expiresAt: "2026-11-24T11:00:00.000Z",
  hoursToPayout: 4,
  hoursToPayoutP90: 24,
  amountMax: { minor: 500_000_000, currency: "KZT" },
  returnCostBorneBy: "provider",
  returnDays: 5,
  escrowRelease: "on_acceptance",
  reportFrequency: "daily",
  kycDocuments: ["registration", "ownership"],
};

const issuesOf = (terms: object) =>
  (paymentTermsSchema.safeParse(terms).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);

const refusalOf = (terms: object, spec: object = PAIR) => {
  const request = paymentSpecSchema.parse({ amount: { minor: 1, currency: "CNY" }, ...spec });
  const checked = payment.checkTerms?.(paymentTermsSchema.parse(terms), {
    spec: request,
    shipment: shipmentExample(),
    now: NOW,
  });
  return checked?.ok ? null : checked?.refusal.code;
};

const IN_DOLLARS = { ...PAIR, payeeCurrency: "USD" };

describe("terms of a payment", () => {
  test("are written back as they were read, with every member and with none", () => {
    for (const terms of [WHOLE, {}])
      expect(z.encode(paymentTermsSchema, paymentTermsSchema.parse(terms))).toEqual(terms);
  });

  test("that were kept before there were a fallback, a rate or papers are still read", () => {
    const older = { channel: "own_account", midSource: "Bank, 10:00", lockMinutes: 15, hoursToPayout: 24 };
    expect(paymentTermsSchema.parse(older)).toEqual(older);
  });

  test.each<[object, string[]]>([
    [{ channel: "cips", fallbackChannel: "cips" }, ["fallbackChannel: fallback_same_channel"]],
    [{ fallbackChannel: "cips" }, []],
    [{ hoursToPayout: 5, hoursToPayoutP90: 4 }, ["hoursToPayoutP90: p90_below_typical"]],
    [{ hoursToPayout: 5, hoursToPayoutP90: 5 }, []],
    [{ hoursToPayoutP90: 0 }, []],
    [{ midRate: "0" }, ["midRate: rate_malformed"]],
    [{ midRate: "-7.1" }, ["midRate: rate_malformed"]],
    [{ midRate: "7,1" }, ["midRate: rate_malformed"]],
    [{ midRate: "1e2" }, ["midRate: rate_malformed"]],
    [{ amountMax: { minor: 0, currency: "CNY" } }, ["amountMax: amount_not_positive"]],
    [{ kycDocuments: ["licence", "licence"] }, ["kycDocuments: named_twice"]],
  ])("%j have the issues %j", (terms, issues) => {
    expect(issuesOf(terms)).toEqual(issues);
  });

  test.each<[string, object, object, string | null]>([
    ["a quote that ends in the next moment", { expiresAt: "2026-11-24T10:00:00.001Z" }, PAIR, null],
    ["a quote that ends now", { expiresAt: "2026-11-24T10:00:00Z" }, PAIR, "quote_expires_in_past"],
    ["a mid for one of the payer's", { midRate: "0.0135" }, PAIR, null],
    ["a mid for one of the payee's", { midRate: "74.05", midBase: "CNY" }, PAIR, null],
    ["a mid of a third currency", { midRate: "7.1", midBase: "USD" }, PAIR, "mid_not_of_pair"],
    ["a third currency without its rate", { midBase: "USD" }, PAIR, "mid_not_of_pair"],
    ["a mid where nothing is exchanged", { midRate: "1" }, { ...PAIR, payerCurrency: "CNY" }, "mid_not_of_pair"],
    ["CIPS to a payee who gets yuan", { channel: "cips", fallbackChannel: "correspondent" }, PAIR, null],
    ["CIPS to a payee who gets another currency", { channel: "cips" }, IN_DOLLARS, "cips_not_in_yuan"],
    ["CIPS to fall back on for another currency", { fallbackChannel: "cips" }, IN_DOLLARS, "fallback_not_in_yuan"],
    ["another channel for another currency", { channel: "correspondent" }, IN_DOLLARS, null],
    ["no mid where nothing is exchanged", {}, { ...PAIR, payerCurrency: "CNY" }, null],
  ])("answer the request: %s", (_name, terms, spec, code) => {
    expect(refusalOf(terms, spec)).toBe(code);
  });

  test("may choose CIPS where the payee gets yuan, and else any other channel", () => {
    const choices = (payeeCurrency: string) =>
      payment.termChoices?.(
        paymentSpecSchema.parse({ ...PAIR, payeeCurrency, amount: { minor: 1, currency: "CNY" } }),
        shipmentExample(),
      );
    expect(choices("CNY")?.channel).toEqual(CHANNELS);
    for (const field of ["channel", "fallbackChannel"])
      expect(choices("USD")?.[field]).toEqual(CHANNELS.filter((channel) => channel !== "cips"));
  });

  test("name the time at which the quote ends, where they do", () => {
    const expiry = (terms: object) => payment.quoteExpiresAt?.(paymentTermsSchema.parse(terms));
    expect(expiry(WHOLE)).toBe(Date.parse(WHOLE.expiresAt));
    expect(expiry({})).toBeNull();
  });
});
