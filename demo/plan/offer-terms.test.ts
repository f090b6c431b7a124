import { expect, test } from "vitest";
import { checkPaymentTerms } from "@/domain/services/payment/kind";
import { customsTermsSchema } from "@/domain/services/customs/schema";
import { paymentSpecSchema, paymentTermsSchema } from "@/domain/services/payment/schema";
import { later, MINUTE_MS } from "@/domain/shared/time";
import { START } from "@/test/posting-market";
import { customsTerms, paymentTerms } from "./offer-terms";
import { readMarketData } from "./market-data";

const { organisations, prices, cargo: goods } = readMarketData();
const providers = organisations.filter(({ kind }) => kind === "provider");
const decideBy = later(START, MINUTE_MS);
const cargo = { hsCode: "850440" };

test("The demo has providers, and prices for customs and for payments: the tests below are about somebody.", () => {
  expect([providers.length > 10, prices.customs.length > 1, prices.payment.length > 1]).toEqual([true, true, true]);
});

test("every provider of the demo promises what a bidder for customs could send, whatever the goods", () => {
  const codes = [...new Set(goods.map(({ hsCode }) => hsCode))];
  expect(codes.length).toBeGreaterThan(50);
  // Each code meets every corridor, and each provider several codes: all with all are a hundred thousand of the same kind.
  for (const [position, hsCode] of codes.entries())
    for (const provider of providers.filter((_, at) => at % 5 === position % 5))
      for (const { corridor, side } of prices.customs) {
        const request = { spec: { side }, decideBy };
        const terms = customsTerms({ prices, movement: { corridor, cargo: { hsCode } }, request, provider });
        expect(customsTermsSchema.safeParse(terms).error?.issues).toBeUndefined();
      }
});

test("every provider of the demo promises what a bidder for a payment could send, its rate held until the decision", () => {
  for (const provider of providers)
    for (const { corridor, payerCurrency, payeeCurrency } of prices.payment) {
      const spec = {
        need: "supplier_payment",
        payerCurrency,
        payeeCurrency,
        amount: { minor: 1_000_000, currency: payeeCurrency },
        purpose: "GDDS",
        lockMinutes: 60,
      };
      const request = { spec, decideBy };
      const terms = paymentTermsSchema.parse(
        paymentTerms({ prices, movement: { corridor, cargo }, request, provider }, { min: 1, max: 4 }),
      );
      expect(checkPaymentTerms(terms, { spec: paymentSpecSchema.parse(spec), now: START }).ok).toBe(true);
      expect(terms.hoursToPayoutP90).toBe(96);
      expect(terms.hoursToPayout).toBeLessThanOrEqual(96);
      expect(terms.expiresAt ?? decideBy).toBeGreaterThanOrEqual(decideBy);
    }
});
