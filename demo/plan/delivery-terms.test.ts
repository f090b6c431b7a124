import { describe, expect, test } from "vitest";
import { commercialTerms, drawDelivery, drawRule, namedPlace, statedValues, termsAtExit } from "./delivery-terms";
import { randomFrom } from "./random";

type Rule = Parameters<typeof statedValues>[0]["rule"];
const costs = { freight: 900, beyond: 200, insurance: 30 };
const taxes = { dutyBps: 1_000, vatBps: 1_000, fee: 0 };
const stated = (rule: Rule, side: "export" | "import", isOverLand: boolean, values = [12_100]) =>
  statedValues({ rule, values, byBorder: { ...costs, isOverLand, taxes } }, side).map(Math.round);

describe("goods that were sold for 121.00, with carriage for 9.00 to the border and for 2.00 beyond it", () => {
  test.each([
    // What the price lacks on the way to the border is added on both sides.
    ["EXW", 13_000, 13_030],
    ["FCA", 13_000, 13_030],
    // What lies beyond the border comes off, and insurance where they leave.
    ["CPT", 11_900, 11_930],
    ["CIP", 11_870, 11_900],
    ["DAP", 11_870, 11_900],
    // So do a duty of 10 % and a tax of 10 % on both.
    ["DDP", 9_805, 9_835],
  ] as const)(
    "are declared under %s over land at %d where they leave and at %d where they come in",
    (rule, leaving, entering) => {
      expect(stated(rule, "export", true)).toEqual([leaving]);
      expect(stated(rule, "import", true)).toEqual([entering]);
    },
  );

  test.each([
    ["EXW", 12_245, 13_030],
    ["FOB", 12_100, 13_030],
    ["CFR", 11_200, 12_130],
    ["CIF", 11_170, 12_100],
    ["DAP", 10_970, 11_900],
  ] as const)(
    "are declared under %s by sea at %d where they leave and at %d where they come in",
    (rule, leaving, entering) => {
      expect(stated(rule, "export", false)).toEqual([leaving]);
      expect(stated(rule, "import", false)).toEqual([entering]);
    },
  );

  test("are declared line by line, each by its own value", () => {
    expect(stated("FCA", "import", true, [2_420, 9_680])).toEqual([2_606, 10_424]);
  });

  test("have no more than two fifths of their price as carriage that the price holds", () => {
    const dear = { freight: 9_000, beyond: 3_000, insurance: 30 };
    const of = (rule: Rule, isOverLand: boolean, side: "export" | "import") =>
      statedValues({ rule, values: [10_000], byBorder: { ...dear, isOverLand, taxes } }, side);
    expect(of("DAP", true, "import")).toEqual([9_000]);
    expect(of("CFR", false, "export")).toEqual([6_000]);
    expect(of("FCA", false, "import")).toEqual([19_030]);
  });

  test.each([
    ["FCA", { freightToBorder: 900, insuranceToBorder: 30 }],
    ["CPT", { insuranceToBorder: 30, includedAfterBorder: 200 }],
    ["CIF", {}],
    ["DAP", { includedAfterBorder: 200 }],
    ["DDP", { includedAfterBorder: 2_265 }],
  ] as const)("have under %s beside their price in a request for clearance: %j", (rule, beside) => {
    expect(commercialTerms({ rule, byBorder: { ...costs, isOverLand: true, taxes } }, 12_100)).toEqual(beside);
  });

  test("leave under DDP what pays the duty, the tax, the fee and the way on", () => {
    const byBorder = { ...costs, isOverLand: true, taxes: { ...taxes, fee: 400 } };
    const { includedAfterBorder: after = 0 } = commercialTerms({ rule: "DDP", byBorder }, 12_100);
    const [duty, vat] = [(12_100 - after) * 0.1, (12_100 - after) * 1.1 * 0.1];
    expect(Math.round(after - duty - vat)).toBe(600);
  });

  test.each([
    ["EXW", true, { freightToBorder: 900 }],
    ["FCA", true, { freightToBorder: 900 }],
    ["DAP", true, { includedAfterBorder: 230 }],
    ["CPT", true, { includedAfterBorder: 200 }],
    ["CIF", false, { includedAfterBorder: 930 }],
    ["FOB", false, {}],
  ] as const)(
    "have under %s in a request for exports alone, over land %s, what makes the price the value at the exit: %j",
    (rule, isOverLand, beside) => {
      const byBorder = { ...costs, isOverLand, taxes };
      expect(termsAtExit({ rule, byBorder }, 12_100)).toEqual(beside);
      const {
        freightToBorder = 0,
        includedAfterBorder = 0,
      }: { freightToBorder?: number; includedAfterBorder?: number } = beside;
      expect([12_100 + freightToBorder - includedAfterBorder]).toEqual(stated(rule, "export", isOverLand));
    },
  );
});

describe("where carriage ends", () => {
  const random = randomFrom(11);
  const drawn = (asked: Parameters<typeof drawDelivery>[1]) =>
    new Set(Array.from({ length: 60 }, () => drawDelivery(random, asked)));

  test.each([
    ["DAP", "rail", false, ["door"]],
    ["DDP", "sea", true, ["door"]],
    ["FCA", "road", false, ["door"]],
    ["CIP", "sea", false, ["door"]],
    ["CIF", "sea", true, ["terminal"]],
    ["CFR", "sea", true, ["terminal"]],
    ["CPT", "rail", false, ["door", "terminal"]],
    ["FCA", "air", false, ["door", "terminal"]],
    ["EXW", "sea", true, ["door", "terminal"]],
  ] as const)("under %s by %s, to a port %s, goods are handed over at the %j", (rule, mode, isToPort, at) => {
    expect([...drawn({ rule, mode, isToPort })].sort()).toEqual(at);
  });

  test("no seller to a town beyond the port sells under a rule that ends at one", () => {
    const asked = { poster: "seller", mode: "sea", services: ["logistics"], side: null } as const;
    const rules = (isToPort: boolean) =>
      new Set(Array.from({ length: 60 }, () => drawRule(random, { ...asked, isToPort })));
    expect([...rules(true)].sort()).toEqual(["CFR", "CIF", "DAP"]);
    expect([...rules(false)].sort()).toEqual(["CIP", "CPT", "DAP"]);
  });

  const ends = {
    origin: ["义乌", "Yiwu"],
    portOfLoading: ["宁波舟山港", "Ningbo-Zhoushan port"],
    destination: ["阿拉木图", "Almaty"],
  } as const;

  test.each([
    ["FOB", "sea", "terminal", "宁波舟山港 · Ningbo-Zhoushan port"],
    ["FCA", "rail", "terminal", "义乌 · Yiwu"],
    ["EXW", "road", "door", "义乌 · Yiwu"],
    ["CIF", "sea", "terminal", "阿拉木图 · Almaty"],
    ["CPT", "rail", "terminal", "阿拉木图站 · Almaty station"],
    ["CIP", "air", "terminal", "阿拉木图机场 · Almaty airport"],
    ["CIP", "air", "door", "阿拉木图 · Almaty"],
  ] as const)("%s by %s, handed over at the %s, names %s", (rule, mode, deliverAt, named) => {
    expect(namedPlace({ rule, mode, deliverAt }, ends)).toBe(named);
  });
});
