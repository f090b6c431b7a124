import { expect, test } from "vitest";
import { money } from "@/domain/shared/money";
import { drawn, wordsIn } from "@/test/drawn";
import type { Declaration, DeclarationLine, DeclaredGoods } from "@/views/declarations";
import { DutiesCards, DutiesTable, GoodsList, LineCards, LineTable } from "./declaration-tables";
import { PLAYED_LOCALES } from "@/test/played-locales";

const GOODS: DeclaredGoods = {
  ...{
    packages: 1_200,
    packageType: "CT",
    grossWeightGrams: 9_600_000,
    netWeightGrams: 8_400_500,
    originCountry: "CN",
  },
  quantitiesMilli: { piece: 24_000_000 },
};
const line = {
  ...{ line: 1, description: "Lamps", name: "LED luminaires", hsCode: "940542", customsValue: money(500n, "CNY") },
  goods: GOODS,
};
const declared = (lines: readonly DeclarationLine[], side: Declaration["side"] = "import") => ({
  ...{ lines: [...lines], currency: "CNY" as const, side },
  incoterm: { rule: "FCA" as const, place: "Nanning" },
});
const ROOMS = ["clearance", "services", "service-customs", "ui"];

test.each(PLAYED_LOCALES)(
  "in %s what was changed stands beside what it was, and the deal's name beside the declared one",
  (locale) => {
    const words = wordsIn("clearance", locale).lines;
    const draw = (
      shown: typeof line & { readonly before: null | Pick<typeof line, "name" | "hsCode" | "customsValue" | "goods"> },
    ) => drawn(<LineTable declaration={declared([shown])} caption="Lines" />, { locale, rooms: ROOMS });
    const changed = draw({ ...line, before: { ...line, name: "Lamps of glass", hsCode: "940541" } });
    for (const said of ["LED luminaires", words.inDeal.replace("{description}", "Lamps")])
      expect(changed).toContain(said);
    expect([...changed.matchAll(/<del>([^<]*)<\/del>/g)].map(([, was]) => was)).toEqual(["Lamps of glass", "940541"]);
    const same = draw({ ...line, name: "Lamps", before: null });
    expect(same).not.toContain("<del>");
    expect(same).not.toContain(words.inDeal.replace("{description}", "Lamps"));
  },
);

test.each([
  ["en", /24,000 pcs.*1,200 × Carton.*9,600.*8,400\.5.*China/s],
  ["zh-CN", /24,000 .*1,200 件（纸箱）.*9,600.*8,400\.5.*中国/s],
])(
  "in %s what the deal says of the goods stands beside what is declared of them, and beside the fields of a draft",
  (locale, said) => {
    const table = <LineTable declaration={declared([{ ...line, before: null }])} caption="Lines" />;
    const beside = <GoodsList goods={GOODS} incoterm={{ rule: "DAP", place: "Almaty" }} />;
    for (const part of [table, beside]) expect(drawn(part, { locale, rooms: ROOMS })).toMatch(said);
    expect(drawn(beside, { locale, rooms: ROOMS })).toContain("DAP Almaty");
  },
);

test.each(PLAYED_LOCALES)("in %s what the deal does not say of the goods is said so", (locale) => {
  const unknown = { ...GOODS, netWeightGrams: null, originCountry: null, quantitiesMilli: {} };
  const page = drawn(
    <LineTable declaration={declared([{ ...line, goods: unknown, before: null }])} caption="Lines" />,
    {
      locale,
      rooms: ROOMS,
    },
  );
  expect(page.split(wordsIn("clearance", locale).lines.notGiven)).toHaveLength(4);
});

test.each([
  ["en", ["23,000 pcs", "1,100 × Carton", "9,500", "8,300"]],
  ["zh-CN", ["23,000 件", "1,100 件（纸箱）", "9,500", "8,300"]],
])("in %s each changed figure of the goods stands beside what it was, with its unit", (locale, was) => {
  const goods = {
    ...{ ...GOODS, packages: 1_100, grossWeightGrams: 9_500_000, netWeightGrams: 8_300_000 },
    quantitiesMilli: { piece: 23_000_000 },
  };
  const lines = [{ ...line, before: { ...line, goods } }];
  const html = drawn(<LineTable declaration={declared(lines)} caption="Lines" />, { locale, rooms: ROOMS });
  expect([...html.matchAll(/<del>([^<]*)<\/del>/g)].map(([, text]) => text)).toEqual(was);
});

test.each(PLAYED_LOCALES)(
  "in %s a phone has a card for each line, and what was changed stands first in it",
  (locale) => {
    const words = wordsIn("clearance", locale).lines;
    const goods = { ...GOODS, grossWeightGrams: 9_500_000 };
    const lines = [
      { ...line, before: { ...line, goods } },
      { ...line, line: 2, before: null },
    ];
    const html = drawn(<LineCards declaration={declared(lines)} caption="Lines" />, { locale, rooms: ROOMS });
    const [first = "", second = ""] = html.split("<li>").slice(1);
    for (const part of ["hsCode", "quantity", "packages", "gross", "net", "origin"] as const)
      for (const card of [first, second]) expect(card, part).toContain(words[part]);
    expect(first.indexOf(words.gross)).toBeLessThan(first.indexOf(words.hsCode));
    expect(second.indexOf(words.hsCode)).toBeLessThan(second.indexOf(words.gross));
    expect([...html.matchAll(/<del>([^<]*)<\/del>/g)].map(([, was]) => was)).toEqual(["9,500"]);
  },
);

test.each([
  ["import", "Customs value, CNY", "完税价格（CNY）"],
  ["export", "Value at the exit (FOB), CNY", "离境口岸价格（FOB）（CNY）"],
  ["transit", "Price under FCA, CNY", "货值（FCA 价）（CNY）"],
] as const)("the value of a line of an %s declaration is called %s", (side, en, zh) => {
  const one = declared([{ ...line, before: null }], side);
  for (const [locale, head] of [
    ["en", en],
    ["zh-CN", zh],
  ] as const) {
    expect(drawn(<LineTable declaration={one} caption="Lines" />, { locale, rooms: ROOMS })).toContain(head);
    expect(drawn(<LineCards declaration={one} caption="Lines" />, { locale, rooms: ROOMS })).toContain(head);
  }
});

test.each([true, false])("a phone has the whole comparison of duties in cards; assessed: %s", (isAssessed) => {
  const cny = (minor: bigint) => money(minor, "CNY");
  const compared = (estimated: bigint, assessed: bigint) => ({
    ...{ estimated: cny(estimated), assessed: isAssessed ? cny(assessed) : null },
    difference: isAssessed ? cny(assessed - estimated) : null,
  });
  const charges = { duty: compared(11_100n, 12_300n), excise: compared(0n, 0n), vat: compared(22_200n, 23_400n) };
  const duties = {
    lines: [{ line: 1, hsCode: "940542", ...charges, total: compared(33_300n, 35_700n) }],
    ...{ ...charges, fee: compared(500n, 600n), total: compared(33_800n, 36_300n) },
  };
  const of = { declaration: { currency: "CNY" as const, duties, isAssessed }, caption: "Duties" };
  const [table, cards] = [<DutiesTable key="t" {...of} />, <DutiesCards key="c" {...of} />].map((node) =>
    drawn(node, { rooms: ROOMS }),
  );
  const figures = (html = "") => [...html.matchAll(/[+-]?<span class="whitespace-nowrap">[^<]+/g)].map(([one]) => one);
  expect(figures(cards).sort()).toEqual(figures(table).sort());
  expect(cards?.match(/<li>/g)).toHaveLength(2);
  expect(cards?.includes("Assessed")).toBe(isAssessed);
});
