import { expect, test } from "vitest";
import { titleBy, WRITES, readMarketData } from "./market-data";

const { cargo } = readMarketData();
const WHEAT = cargo.find(({ id }) => id === "cargo-064") as (typeof cargo)[number];
const DURIAN = cargo.find(({ id }) => id === "cargo-021") as (typeof cargo)[number];

/** Dice that fall on these numbers, one after the other. */
const falling = (...numbers: readonly number[]) => {
  let at = 0;
  return () => numbers[at++ % numbers.length] as number;
};

test.each([
  ["KZ", WHEAT, [0.1, 0.1], "3-класты бидай, астық вагонында · 三级制粉小麦（粮车）"],
  ["KZ", WHEAT, [0.9, 0.1], "Пшеница 3 класса в зерновозе · 三级制粉小麦（粮车）"],
  ["KZ", WHEAT, [0.1, 0.9], "三级制粉小麦（粮车） · Milling wheat, 3rd class, in grain wagon"],
  ["VN", DURIAN, [0.9, 0.1], "Sầu riêng tươi Ri6, Monthong · 鲜榴莲（Ri6、金枕）"],
  ["CN", WHEAT, [0.1, 0.1], "三级制粉小麦（粮车） · Milling wheat, 3rd class, in grain wagon"],
  ["RU", DURIAN, [0.1, 0.1], "鲜榴莲（Ri6、金枕） · Fresh durian, Ri6 and Monthong"],
] as const)(
  "a company of %s titles its deals in its language or the market's, with Chinese in it",
  (country, goods, dice, title) => {
    expect(titleBy({ country }, goods, falling(...dice))).toBe(title);
  },
);

test("goods of a country's lanes have a name in a language of that country", () => {
  const lacking = cargo.filter(({ title, corridor }) =>
    corridor.split("-").some((country) => WRITES[country] && !WRITES[country].some((language) => title[language])),
  );
  expect(lacking.map(({ id }) => id)).toEqual([]);
});
