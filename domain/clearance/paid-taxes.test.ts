import { describe, expect, test } from "vitest";
import type { LocalDate } from "../shared/time";
import { money } from "../shared/money";
import type { Declaration } from "./declaration";
import { paidTaxes } from "./paid-taxes";

const DAY = "2026-11-20" as LocalDate;
const RATES = [{ base: "CNY", quote: "VND", rate: "3650", day: "2026-11-18" as LocalDate, source: "bank" }] as const;

const one = (more: Partial<Declaration> = {}) => ({
  ...({ side: "import", state: "paid", currency: "VND", paidMinor: 36_500_000n } as const),
  assessment: { lines: [{ line: 1, duty: "0", excise: "0", vat: "36480000" }], fee: "20000" },
  ...more,
});
const unassessed = { assessment: null, paidMinor: 0n } as const;

type Order = Parameters<typeof paidTaxes>[0];
const settle = (order: Partial<Order> = {}, contract: Partial<Parameters<typeof paidTaxes>[1]> = {}) =>
  paidTaxes(
    { sides: ["import"], asked: 1, declarations: [one()], ...order },
    { estimated: money(1_020_000n, "CNY"), dutyPaidBy: "broker_advance", day: DAY, rates: RATES, ...contract },
  );

describe("what was paid to the customs", () => {
  test("takes the place of the estimate at the rate of the day of the contract", () => {
    expect(settle()).toEqual({
      ...{ estimated: money(1_020_000n, "CNY"), paid: [money(36_500_000n, "VND")], day: DAY },
      ...{ converted: money(1_000_000n, "CNY"), rates: RATES, paidBy: "provider" },
    });
  });

  test("of several declarations is the sum of each currency, and of them all in that of the contract", () => {
    const outward = one({ side: "export", currency: "CNY", paidMinor: 100n, assessment: { lines: [], fee: "100" } });
    expect(settle({ sides: ["export", "import"], asked: 2, declarations: [outward, one(), one()] })).toMatchObject({
      paid: [money(100n, "CNY"), money(73_000_000n, "VND")],
      converted: money(2_000_100n, "CNY"),
    });
  });

  test("is nothing where the customs assessed nothing", () => {
    const free = one({ paidMinor: 0n, assessment: { lines: [], fee: "0" } });
    expect(settle({ declarations: [free] })).toMatchObject({ paid: [], converted: money(0n, "CNY") });
  });

  test("has no sum in the currency of the contract where a rate of that day is missing", () => {
    expect(settle({}, { rates: [] })).toMatchObject({ paid: [money(36_500_000n, "VND")], converted: null });
  });
});

describe("of an order that was called off", () => {
  test("what was paid before stands, also where more was to come", () => {
    const declarations = [one({ state: "assessed" }), one({ ...unassessed, state: "filed" })];
    expect(settle({ declarations, asked: 2 })).toBeNull();
    expect(settle({ declarations, asked: 2 }, { isCalledOff: true })).toMatchObject({
      converted: money(1_000_000n, "CNY"),
    });
  });

  test("nothing is estimated where nothing was paid", () => {
    expect(settle({ declarations: [] }, { isCalledOff: true })).toMatchObject({
      paid: [],
      converted: money(0n, "CNY"),
    });
  });
});

describe("the estimate stands", () => {
  test.each([
    ["while no declaration is assessed", [one({ ...unassessed, state: "filed" })]],
    ["while something is still to be paid", [one({ state: "assessed", paidMinor: 36_499_999n })]],
    ["while a second declaration is to be assessed", [one(), one({ ...unassessed, state: "filed" })]],
    ["where the only one was refused", [one({ state: "refused" })]],
  ])("%s", (_, declarations) => {
    expect(settle({ declarations })).toBeNull();
  });

  test("while fewer are declared than were asked for", () => {
    expect(settle({ asked: 2 })).toBeNull();
  });

  test("while goods that come in are not assessed, whatever was paid where they left", () => {
    expect(settle({ sides: ["export", "import"], declarations: [one({ side: "export" })] })).toBeNull();
  });
});

test("the customs are owed nothing more by a declaration that they released without an assessment", () => {
  const free = one({ ...unassessed, state: "released" });
  expect(settle({ asked: 2, declarations: [one(), free] })).toMatchObject({ paid: [money(36_500_000n, "VND")] });
});

describe("who paid the customs", () => {
  test.each([
    ["client_account", 1_020_000n, "buyer"],
    ["broker_advance", 0n, "provider"],
    // A price that holds them is for them; one that holds none left them to the buyer.
    [undefined, 1_020_000n, "provider"],
    [undefined, 0n, "buyer"],
  ] as const)("of a bid that says %s, with %d fen of taxes in its price, is the %s", (dutyPaidBy, minor, paidBy) => {
    expect(settle({}, { dutyPaidBy, estimated: money(minor, "CNY") })).toMatchObject({ paidBy });
  });
});
