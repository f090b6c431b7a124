import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChargeLine } from "../services/charge-schema";
import { quantitiesOf } from "../services/quantities";
import { SERVICE_KINDS } from "../services/registry";
import type { LocalDate } from "../shared/time";
import { money } from "../shared/money";
import { type PriceContext, priceCharges } from "./price-charges";

const context: PriceContext = {
  codes: SERVICE_KINDS.customs.chargeCodes,
  quantities: quantitiesOf({}),
  basisAmounts: { percent_of_customs_value: money(1_000_000n, "CNY") },
  rates: [],
  day: "2026-11-24" as LocalDate,
};

const FEE: ChargeLine = { code: "IMD", basis: "shipment", unitPrice: money(30_000n, "CNY") };
const DUTY: ChargeLine = { code: "DTY", basis: "percent_of_customs_value", rateBps: 1_200 };
const TAX: ChargeLine = { code: "VAT", basis: "percent_of_customs_value_plus_duty", rateBps: 1_300 };

const amountsOf = (charges: readonly ChargeLine[]): Readonly<Record<string, string | null>> => {
  const priced = priceCharges(charges, "CNY", context);
  if (!priced.ok) throw new Error(priced.refusal.code);
  return Object.fromEntries(priced.value.lines.map(({ code, amountMinor }) => [code, amountMinor]));
};

test("A percentage of the customs value plus duty counts the duty in, wherever the lines stand.", () => {
  // 13 % of 10 000.00 with 12 % duty on it: 1 456.00.
  const amounts = { IMD: "30000", DTY: "120000", VAT: "145600" };
  for (const charges of [
    [FEE, DUTY, TAX],
    [TAX, DUTY, FEE],
    [TAX, FEE, DUTY],
    [DUTY, TAX, FEE],
  ])
    expect(amountsOf(charges)).toEqual(amounts);
});

test("Of several duty lines it counts all, and of a bid without duty none.", () => {
  const antiDumping: ChargeLine = { code: "DTY", basis: "shipment", unitPrice: money(50_000n, "CNY") };
  const priced = priceCharges([TAX, DUTY, antiDumping], "CNY", context);
  expect(priced.ok && priced.value.lines[0]?.amountMinor).toBe("152100");
  expect(amountsOf([TAX, FEE]).VAT).toBe("130000");
});

test("Duty in the bid's currency is counted on top of a customs value that is brought to it at the dated rate.", () => {
  const rates = [{ base: "USD", quote: "CNY", rate: "7.12", day: context.day, source: "test" } as const];
  const abroad = { ...context, basisAmounts: { percent_of_customs_value: money(1_000_000n, "USD") }, rates };
  const priced = priceCharges([TAX, DUTY], "CNY", abroad);
  // 10 000.00 dollars are 71 200.00 yuan, with 12 % duty 79 744.00; 13 % of that.
  expect(priced.ok && priced.value.lines.map(({ amountMinor }) => amountMinor)).toEqual(["1036672", "854400"]);
  expect(priced.ok && priced.value.rates).toEqual(rates);
});

test("The order of the lines changes no line's amount.", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([FEE, DUTY, TAX], { minLength: 3 }), (charges) => {
      expect(amountsOf(charges)).toEqual(amountsOf([FEE, DUTY, TAX]));
    }),
  );
});
