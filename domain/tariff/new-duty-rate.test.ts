import { describe, expect, test } from "vitest";
import type { LocalDate } from "../shared/time";
import { money } from "../shared/money";
import { checkNewDutyRate, newDutyRateSchema } from "./new-duty-rate";
import { dutyRate } from "./duty-example";
import type { DutyRate } from "./duty-rate";

const TYPED = {
  country: "KZ",
  charge: "duty",
  hsPrefix: "84.82",
  method: "ad_valorem",
  percent: "6,5",
  validFrom: "2026-01-01",
  source: "Tariff",
};

const issues = (changes: object) =>
  newDutyRateSchema
    .safeParse({ ...TYPED, ...changes })
    .error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("a typed rate", () => {
  test("is read exactly, dots of the tariff aside", () => {
    expect(newDutyRateSchema.parse(TYPED).rate).toEqual({
      country: "KZ",
      charge: "duty",
      hsPrefix: "8482",
      method: "ad_valorem",
      rateBps: 650,
      unitPrice: null,
      unit: null,
      valueFromMinor: 0n,
      validFrom: "2026-01-01",
      source: "Tariff",
    });
  });

  test("may have two parts, the one a unit in another currency", () => {
    const combined = { method: "larger", unitPrice: "0.70", unitCurrency: "EUR", unit: "pair" };
    expect(newDutyRateSchema.parse({ ...TYPED, ...combined }).rate).toMatchObject({
      rateBps: 650,
      unitPrice: money(70n, "EUR"),
      unit: "pair",
    });
  });

  test("of a fee is an amount from a value on, in the country's currency", () => {
    const fee = { charge: "fee", hsPrefix: "", method: "fixed", percent: "", unitPrice: "2 462", valueFrom: "200000" };
    expect(newDutyRateSchema.parse({ ...TYPED, country: "RU", ...fee }).rate).toMatchObject({
      unitPrice: money(246_200n, "RUB"),
      unit: null,
      valueFromMinor: 20_000_000n,
    });
  });

  test.each<[object, [string, string][]]>([
    [{ percent: "" }, [["percent", "required"]]],
    [{ percent: "much" }, [["percent", "percent_malformed"]]],
    [{ percent: "1000.01" }, [["percent", "percent_too_high"]]],
    [{ unitPrice: "5" }, [["unitPrice", "not_of_this_method"]]],
    [{ hsPrefix: "8" }, [["hsPrefix", "hs_prefix_malformed"]]],
    [{ hsPrefix: "84a" }, [["hsPrefix", "hs_prefix_malformed"]]],
    [{ valueFrom: "5" }, [["valueFrom", "band_of_fee_only"]]],
    [{ charge: "fee" }, [["hsPrefix", "fee_of_all_goods"]]],
    [
      { charge: "vat", method: "specific", percent: "", unitPrice: "1", unit: "kg" },
      [["method", "method_not_of_charge"]],
    ],
    [
      { method: "specific", percent: "" },
      [
        ["unitPrice", "required"],
        ["unit", "required"],
      ],
    ],
    [{ method: "sum", unitPrice: "1.005", unit: "kg" }, [["unitPrice", "amount_too_precise"]]],
  ])("with %j is malformed", (changes, expected) => {
    expect(issues(changes)).toEqual(expected);
  });
});

describe("a new rate", () => {
  const last = (changes: Partial<DutyRate> = {}) => ({ sameDay: null, last: dutyRate(changes) });
  const next = (changes: Partial<DutyRate>) => dutyRate({ validFrom: "2026-07-01" as LocalDate, ...changes });
  const perKg = (minor: bigint, currency: "EUR" | "USD" = "EUR") =>
    ({ method: "specific", rateBps: null, unitPrice: money(minor, currency), unit: "kg" }) as const;

  test.each<[string, DutyRate, Parameters<typeof checkNewDutyRate>[1], string | null]>([
    ["that is a little higher", next({ rateBps: 650 }), last(), null],
    ["of a digit too many", next({ rateBps: 5_000 }), last(), "duty_rate_jumps"],
    ["twice the last one", next({ rateBps: 1_000 }), last(), "duty_rate_jumps"],
    ["half the last one", next({ rateBps: 250 }), last(), "duty_rate_jumps"],
    ["that ends a rate", next({ rateBps: 0 }), last(), "duty_rate_jumps"],
    ["the same again", next({ rateBps: 0 }), last({ rateBps: 0 }), null],
    ["a kilogram with a slipped point", next(perKg(60n)), last(perKg(6n)), "duty_rate_jumps"],
    ["in another currency, which is not comparable", next(perKg(60n, "USD")), last(perKg(6n)), null],
    ["a piece, which is not comparable with a kilogram", next({ ...perKg(60n), unit: "piece" }), last(perKg(6n)), null],
    ["of just the whole value", next({ rateBps: 10_000 }), { sameDay: null, last: null }, null],
    ["above the whole value", next({ rateBps: 10_001 }), { sameDay: null, last: null }, "duty_rate_high"],
    ["of a day that has one", next({}), { sameDay: next({}), last: null }, "duty_rate_exists"],
  ])("%s", (_, rate, known, code) => {
    const result = checkNewDutyRate(rate, known, false);
    expect(result.ok ? null : result.refusal.code).toBe(code);
  });

  test("that was confirmed may jump, and never stands twice on one day", () => {
    expect(checkNewDutyRate(next({ rateBps: 5_000 }), last(), true).ok).toBe(true);
    expect(checkNewDutyRate(next({}), { sameDay: next({}), last: null }, true).ok).toBe(false);
  });
});
