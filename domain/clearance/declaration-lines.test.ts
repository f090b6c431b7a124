import { expect, test } from "vitest";
import { money } from "../shared/money";
import { refuse } from "../shared/result";
import { declareLines, declaredGoods, markChanged, type TypedLine } from "./declaration-lines";

const GOODS = {
  ...{ description: "Inverters", packages: 10, grossWeightGrams: 500_000, netWeightGrams: null },
  quantitiesMilli: { piece: 24_000 },
};
const CARGO = [GOODS];

test.each([
  ["CN", "8504409100", "850440", "10"],
  ["CN", "8504.4091.00", "85044091", "10"],
  ["RU", "8504409000", "85044090", "10"],
  ["KZ", "8504409000", "850440", "10"],
  ["KG", "8504409000", "850440", "10"],
  ["BY", "8504409000", "850440", "10"],
  ["AM", "8504409000", "850440", "10"],
  ["VN", "85044090", "8504409000", "8"],
  ["UZ", "850440", "85044", "any"],
  ["UZ", "8504409000", "85044090001", "any"],
] as const)("the customs of %s take the code %s and not %s", (country, code, wrong, digits) => {
  const declared = (hsCode: string) =>
    declareLines([{ line: 1, hsCode, customsValue: money(5n, "CNY") }], {
      ...{ cargo: CARGO, currency: "CNY", country, isConfirmed: false },
    });
  expect(declared(code).ok).toBe(true);
  expect(declared(wrong)).toEqual(refuse("hs_code_malformed", { line: 1, digits }));
});

const declared = (said: Partial<TypedLine>, isConfirmed = false) =>
  declareLines([{ line: 1, hsCode: "8504409100", customsValue: money(5n, "CNY"), ...said }], {
    ...{ cargo: CARGO, currency: "CNY", country: "CN", isConfirmed },
  });
const BARE = { line: 1, hsCode: "8504409100", valueMinor: "5" };

test.each([
  ["what the deal says", { packages: 10, grossWeightGrams: 500_000, quantity: { unit: "piece", milli: 24_000 } }, {}],
  ["other packages", { packages: 9 }, { packages: 9 }],
  ["another gross weight", { grossWeightGrams: 480_500 }, { grossWeightGrams: 480_500 }],
  ["a net weight that the deal does not say", { netWeightGrams: 450_000 }, { netWeightGrams: 450_000 }],
  ["another count", { quantity: { unit: "piece", milli: 23_000 } }, { quantity: { unit: "piece", milli: 23_000 } }],
  ["another unit", { quantity: { unit: "kg", milli: 24_000 } }, { quantity: { unit: "kg", milli: 24_000 } }],
] as const)("of a line's goods is kept what the deal does not say: %s", (_, said, kept) => {
  expect(declared(said)).toEqual({ ok: true, value: [{ ...BARE, ...kept }] });
});

test("goods are declared as the declaration says, and as the deal where it says nothing", () => {
  const { description: _, ...deal } = GOODS;
  expect(declaredGoods({}, deal)).toEqual(deal);
  expect(declaredGoods({ packages: 9, quantity: { unit: "kg", milli: 5 } }, deal)).toEqual({
    ...{ packages: 9, grossWeightGrams: 500_000, netWeightGrams: null, quantitiesMilli: { kg: 5 } },
  });
});

test("no line weighs more net than gross, by its own figures or the deal's", () => {
  expect(declared({ netWeightGrams: 500_000 }).ok).toBe(true);
  expect(declared({ netWeightGrams: 500_001 })).toEqual(refuse("net_above_gross", { line: 1 }));
  expect(declared({ netWeightGrams: 400, grossWeightGrams: 399 })).toEqual(refuse("net_above_gross", { line: 1 }));
});

test.each([
  ["one package more", { packages: 11 }],
  ["a gram more", { grossWeightGrams: 500_001 }],
])("a line of %s than the deal's cargo is asked about, and kept once somebody says that it is right", (_, said) => {
  expect(declared(said)).toEqual(refuse("declared_above_cargo", { line: 1, packages: 10, grossKg: 500 }));
  expect(declared(said, true)).toEqual({ ok: true, value: [{ ...BARE, ...said }] });
});

test.each([
  ["the same figures", true, { packages: 12, grossWeightGrams: 510_000 }],
  ["another net weight", true, { packages: 12, grossWeightGrams: 510_000, netWeightGrams: 400_000 }],
  ["packages of the cargo again", true, { packages: 10, grossWeightGrams: 510_000 }],
  ["more packages", false, { packages: 13, grossWeightGrams: 510_000 }],
  ["fewer packages that are still too many", false, { packages: 11, grossWeightGrams: 510_000 }],
  ["another gross weight", false, { packages: 12, grossWeightGrams: 510_001 }],
] as const)(
  "what a draft has above the cargo is taken without asking again in a revision with %s: %j",
  (_, isTaken, said) => {
    const revised = [{ ...BARE, packages: 12, grossWeightGrams: 510_000 }];
    const kept = declareLines([{ line: 1, hsCode: "8504409100", customsValue: money(6n, "CNY"), ...said }], {
      ...{ cargo: CARGO, currency: "CNY", country: "CN", isConfirmed: false, revised },
    });
    expect(kept.ok).toBe(isTaken);
  },
);

const BOARDS = [{ ...GOODS, description: "MDF", quantitiesMilli: { piece: 652_000 } }];
const boards = (more: Partial<TypedLine> = {}, of: object = {}) =>
  declareLines([{ line: 1, hsCode: "4411142900", customsValue: money(5n, "CNY"), ...more }], {
    ...{ cargo: BOARDS, currency: "CNY", country: "CN", isConfirmed: false, ...of },
  });

test("boards that are counted in pieces, by the deal or the declaration, are asked about, and kept once somebody says that it is right", () => {
  const odd = refuse("declared_unit_odd", { line: 1, unit: "cubic_metre" });
  expect(boards()).toEqual(odd);
  expect(boards({ quantity: { unit: "piece", milli: 600_000 } })).toEqual(odd);
  expect(boards({ quantity: { unit: "piece", milli: 600_000 } }, { isConfirmed: true })).toEqual(odd);
  expect(boards({ quantity: { unit: "cubic_metre", milli: 34_900 } }).ok).toBe(true);
  expect(boards({}, { isUnitConfirmed: true }).ok).toBe(true);
});

test("a unit that was confirmed is not asked about again in a revision, unless the code or the unit is another", () => {
  const revised = [{ line: 1, hsCode: "4411142900", valueMinor: "5" }];
  expect(boards({ quantity: { unit: "piece", milli: 600_000 } }, { revised }).ok).toBe(true);
  expect(boards({ hsCode: "4411130000" }, { revised }).ok).toBe(false);
  expect(boards({ quantity: { unit: "pair", milli: 1_000 } }, { revised }).ok).toBe(false);
});

test.each([
  ["packages", { packages: 9 }],
  ["the gross weight", { grossWeightGrams: 480_500 }],
  ["the net weight", { netWeightGrams: 450_000 }],
  ["the quantity", { quantity: { unit: "piece", milli: 23_000 } as const }],
])("a revision of %s marks the line with what the buyer had read", (_, said) => {
  const returned = { state: "returned", currency: "CNY", lines: [BARE] } as const;
  const changed = markChanged([{ ...BARE, ...said }], returned, "CNY");
  expect(changed).toEqual([{ ...BARE, ...said, before: { hsCode: BARE.hsCode, valueMinor: "5" } }]);
  const again = { state: "drafted", currency: "CNY", lines: changed } as const;
  expect(markChanged([BARE], again, "CNY")).toEqual([BARE]);
});
