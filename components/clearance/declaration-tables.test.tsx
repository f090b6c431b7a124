import { expect, test } from "vitest";
import { LOCALES } from "@/domain/shared/locale";
import { money } from "@/domain/shared/money";
import { drawn, wordsIn } from "@/test/drawn";
import type { DeclaredGoods } from "@/views/declarations";
import { GoodsList, LineCards, LineTable } from "./declaration-tables";

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
const ROOMS = ["clearance", "services", "service-customs", "ui"];

test.each(LOCALES)(
  "in %s what was changed stands beside what it was, and the deal's name beside the declared one",
  (locale) => {
    const words = wordsIn("clearance", locale).lines;
    const draw = (
      shown: typeof line & { readonly before: null | Pick<typeof line, "name" | "hsCode" | "customsValue" | "goods"> },
    ) => drawn(<LineTable lines={[shown]} caption="Lines" currency="CNY" />, { locale, rooms: ROOMS });
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
    const table = <LineTable lines={[{ ...line, before: null }]} caption="Lines" currency="CNY" />;
    const beside = <GoodsList goods={GOODS} incoterm={{ rule: "DAP", place: "Almaty" }} />;
    for (const part of [table, beside]) expect(drawn(part, { locale, rooms: ROOMS })).toMatch(said);
    expect(drawn(beside, { locale, rooms: ROOMS })).toContain("DAP Almaty");
  },
);

test.each(LOCALES)("in %s what the deal does not say of the goods is said so", (locale) => {
  const unknown = { ...GOODS, netWeightGrams: null, originCountry: null, quantitiesMilli: {} };
  const page = drawn(<LineTable lines={[{ ...line, goods: unknown, before: null }]} caption="Lines" currency="CNY" />, {
    locale,
    rooms: ROOMS,
  });
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
  const html = drawn(<LineTable lines={lines} caption="Lines" currency="CNY" />, { locale, rooms: ROOMS });
  expect([...html.matchAll(/<del>([^<]*)<\/del>/g)].map(([, text]) => text)).toEqual(was);
});

test.each(LOCALES)("in %s a phone has a card for each line, and what was changed stands first in it", (locale) => {
  const words = wordsIn("clearance", locale).lines;
  const goods = { ...GOODS, grossWeightGrams: 9_500_000 };
  const lines = [
    { ...line, before: { ...line, goods } },
    { ...line, line: 2, before: null },
  ];
  const html = drawn(<LineCards lines={lines} caption="Lines" currency="CNY" />, { locale, rooms: ROOMS });
  const [first = "", second = ""] = html.split("<li>").slice(1);
  for (const part of ["hsCode", "quantity", "packages", "gross", "net", "origin"] as const)
    for (const card of [first, second]) expect(card, part).toContain(words[part]);
  expect(first.indexOf(words.gross)).toBeLessThan(first.indexOf(words.hsCode));
  expect(second.indexOf(words.hsCode)).toBeLessThan(second.indexOf(words.gross));
  expect([...html.matchAll(/<del>([^<]*)<\/del>/g)].map(([, was]) => was)).toEqual(["9,500"]);
});
