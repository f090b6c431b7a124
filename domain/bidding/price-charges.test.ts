import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChargeLine } from "../services/charge-schema";
import { SERVICE_KINDS } from "../services/registry";
import { quantitiesOf } from "../services/quantities";
import type { LocalDate } from "../shared/time";
import { money } from "../shared/money";
import { type PriceContext, priceCharges } from "./price-charges";

const DAY = "2026-11-24" as LocalDate;

const context: PriceContext = {
  codes: SERVICE_KINDS.logistics.chargeCodes,
  quantities: quantitiesOf({ truck: 2000, kg: 1234, day_after_free: "contingent" }),
  basisAmounts: { percent_of_value: money(90_000_00n, "USD") },
  rates: [{ base: "USD", quote: "CNY", rate: "7.12", day: DAY, source: "test" }],
  day: DAY,
};

const unit = (
  code: "PUP" | "OFT" | "DLV" | "BST",
  basis: "shipment" | "truck" | "kg" | "day_after_free",
  minor: bigint,
): ChargeLine => ({
  code,
  basis,
  unitPrice: money(minor, "CNY"),
});
const percent = (basis: "percent_of_OFT" | "percent_of_value", rateBps: number): ChargeLine => ({
  code: "FSC",
  basis,
  rateBps,
});

test("own work is never paid at cost, since bids are ranked without what is; what others charge is", () => {
  const marked = (code: "OFT" | "PUP"): ChargeLine => ({ ...unit(code, "shipment", 5n), isPassThrough: true });
  const price = (...charges: ChargeLine[]) => priceCharges(charges, "CNY", context);
  expect(price(marked("OFT"))).toEqual({
    ok: false,
    refusal: { code: "own_work_at_cost", details: { code: "OFT", field: "charges[0]" } },
  });
  expect(price(unit("OFT", "shipment", 5n), marked("PUP")).ok).toBe(true);
});

const lines = fc.array(
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom("PUP", "OFT", "DLV"),
        fc.constantFrom("shipment", "truck", "kg"),
        fc.bigInt(0n, 10_000_000n),
      )
      .map(([code, basis, minor]) => unit(code as "PUP", basis as "truck", minor)),
    fc
      .tuple(fc.constantFrom("percent_of_OFT", "percent_of_value"), fc.integer({ min: 0, max: 5000 }))
      .map(([basis, bps]) => percent(basis as "percent_of_OFT", bps)),
  ),
  { minLength: 1, maxLength: 40 },
);

describe("pricing a bid", () => {
  test.each([
    ["below its minimum comes to the minimum", 100, 50_000n, 50_000n],
    ["above its minimum comes to the percentage", 200, 50_000n, 60_000n],
    ["at its minimum comes to just that", 100, 30_000n, 30_000n],
    ["without a rate comes to the minimum", 0, 1n, 1n],
  ])("a percentage %s", (_name, rateBps, minimum, amount) => {
    const haul = unit("OFT", "truck", 1_500_000n);
    const fuel: ChargeLine = { code: "FSC", basis: "percent_of_OFT", rateBps, minimum: money(minimum, "CNY") };
    const priced = priceCharges([haul, fuel], "CNY", context);
    expect(priced.ok && priced.value.lines[1]).toMatchObject({
      amountMinor: amount.toString(),
      minimumMinor: minimum.toString(),
    });
    expect(priced.ok && priced.value.total.minor).toBe(3_000_000n + amount);
  });

  test("a minimum in another currency than the bid's is refused", () => {
    const fuel: ChargeLine = { code: "FSC", basis: "percent_of_OFT", rateBps: 1, minimum: money(1n, "USD") };
    const priced = priceCharges([unit("OFT", "truck", 1n), fuel], "CNY", context);
    expect(priced.ok ? null : priced.refusal.code).toBe("currency_mixed");
  });

  test("the total is the exact sum of the lines, for every bid", () => {
    fc.assert(
      fc.property(lines, (charges) => {
        const priced = priceCharges(charges, "CNY", context);
        if (!priced.ok) return priced.refusal.code === "nothing_priced";
        const sum = priced.value.lines.reduce((all, line) => all + BigInt(line.amountMinor ?? "0"), 0n);
        return sum === priced.value.total.minor && priced.value.lines.length === charges.length;
      }),
    );
  });

  test("the order of the lines changes no total, though percentages are of other lines", () => {
    fc.assert(
      fc.property(lines, (charges) => {
        const there = priceCharges(charges, "CNY", context);
        const back = priceCharges([...charges].reverse(), "CNY", context);
        if (!there.ok || !back.ok) return there.ok === back.ok;
        return there.value.total.minor === back.value.total.minor;
      }),
    );
  });

  test("the quantity is the request's: two trucks cost twice, a thousandth of a kilogram counts", () => {
    const priced = priceCharges([unit("PUP", "truck", 135_001n), unit("DLV", "kg", 10_000n)], "CNY", context);
    expect(priced.ok && priced.value.lines.map((line) => [line.quantityMilli, line.amountMinor])).toEqual([
      [2000, "270002"],
      [1234, "12340"],
    ]);
  });

  test("what is due only if it happens is kept with its price and not summed", () => {
    const priced = priceCharges([unit("PUP", "shipment", 100n), unit("BST", "day_after_free", 999n)], "CNY", context);
    expect(priced.ok && priced.value.total.minor).toBe(100n);
    expect(priced.ok && priced.value.lines[1]).toMatchObject({
      unitPriceMinor: "999",
      quantityMilli: null,
      amountMinor: null,
    });
  });

  test("a percentage of an amount in another currency names the dated rate it was converted at", () => {
    const priced = priceCharges([percent("percent_of_value", 35)], "CNY", context);
    expect(priced.ok && priced.value.total.minor).toBe(224_280n);
    expect(priced.ok && priced.value.rates.map((rate) => rate.source)).toEqual(["test"]);
  });

  test("a percentage of the carriage is of its own lines alone, all of them", () => {
    const olc = { code: "OLC", basis: "truck", unitPrice: money(5_000_000n, "CNY") } as ChargeLine;
    const haul = [unit("OFT", "truck", 100_000n), olc, unit("OFT", "shipment", 1_000n), unit("PUP", "truck", 7n)];
    const priced = priceCharges([percent("percent_of_OFT", 1_000), ...haul], "CNY", context);
    expect(priced.ok && priced.value.lines[0]?.amountMinor).toBe("20100");
  });

  test("an amount that comes by two rates of a day names both", () => {
    const tenge = { base: "CNY", quote: "KZT", rate: "74", day: DAY, source: "test" } as const;
    const both = { ...context, rates: [...context.rates, tenge] };
    const priced = priceCharges([percent("percent_of_value", 35)], "KZT", both);
    expect(priced.ok && priced.value.rates).toEqual([context.rates[0], tenge]);
  });

  test.each([
    ["a missing rate", [percent("percent_of_value", 35)], { ...context, rates: [] }, "rate_missing"],
    [
      "two currencies",
      [unit("PUP", "truck", 1n), { code: "DLV", basis: "truck", unitPrice: money(1n, "USD") } as ChargeLine],
      context,
      "currency_mixed",
    ],
    [
      "a tier in another currency",
      [
        {
          ...{ code: "DLV", basis: "truck", unitPrice: money(9n, "CNY") },
          tiers: [{ from: 2, unitPrice: money(1n, "USD") }],
        } as ChargeLine,
      ],
      context,
      "currency_mixed",
    ],
    [
      "a basis without a quantity",
      [{ code: "OFT", basis: "wagon", unitPrice: money(1n, "CNY") } as ChargeLine],
      context,
      "basis_not_possible",
    ],
    ["a sum beyond what is exact", [unit("PUP", "truck", 2n ** 53n - 1n)], context, "amount_too_large"],
    ["nothing", [unit("PUP", "truck", 0n)], context, "nothing_priced"],
  ] as const)("refused: %s", (_, charges, at, code) => {
    const priced = priceCharges(charges, "CNY", at);
    expect(priced.ok ? "accepted" : priced.refusal.code).toBe(code);
  });
});
