import { describe, expect, test } from "vitest";
import type { HsEntry } from "@/domain/tariff/hs-entry";
import { isBegunBy, isOneWord, readQuestion, tellingTokens } from "@/domain/tariff/hs-question";
import { rankEntries } from "@/domain/tariff/rank-entries";
import { readEverydayNames, readTariff } from "./read-tariff";

const entries = readTariff();
const byCode = new Map(entries.map((entry) => [entry.code, entry]));

/** Under each word, the entries that say it in their own texts or right above: the database keeps the same index. */
const byToken = new Map<string, HsEntry[]>();
for (const entry of entries) {
  const texts = [entry.labels, byCode.get(entry.parentCode ?? "")?.labels ?? {}].flatMap((labels) =>
    Object.values(labels),
  );
  for (const token of new Set([...texts, ...entry.keywords].flatMap(tellingTokens)))
    byToken.set(token, [...(byToken.get(token) ?? []), entry]);
}

function codesFor(words: string): string[] {
  const question = readQuestion(words);
  if (question?.kind !== "words") return [];
  const isAsked = (token: string) =>
    question.words.some((asked) => token === asked.word || isOneWord(token, asked.word) || isBegunBy(token, asked));
  const found = new Set([...byToken].flatMap(([token, those]) => (isAsked(token) ? those : [])));
  return rankEntries(question, [...found], byCode).map(({ entry }) => entry.code);
}

/** By the code that comes first, what traders of both sides of the border call the goods. */
const NAMES = {
  "8708": ["汽车配件", "汽配", "автозапчасти", "phụ tùng ô tô", "car parts"],
  "870830": ["刹车片", "тормозные колодки", "má phanh", "brake pads"],
  "870880": ["减震器", "амортизаторы", "giảm xóc", "shock absorber", "shock absorbers", "амортизатор"],
  "9401": ["椅子", "办公椅", "стулья", "кресло", "ghế", "chairs"],
  "853952": ["LED灯", "灯泡", "светодиодные лампы", "đèn LED", "LED lamps"],
  "9405": ["LED 灯具", "светодиодные светильники", "bộ đèn", "light fittings"],
  "851713": ["手机", "смартфоны", "мобильный телефон", "điện thoại di động", "smartphones"],
  "8517": ["телефоны", "phones", "mobile phone"],
  "6907": ["瓷砖", "地砖", "керамическая плитка", "gạch men", "gạch lát nền", "floor tiles"],
  "8481": ["阀门", "球阀", "клапаны", "задвижки", "вентили", "van", "van bi", "ball valve"],
  "8482": ["轴承", "подшипники", "vòng bi", "bạc đạn", "bearings"],
  "3917": ["PPR管", "PPR 管件", "трубы PPR", "полипропиленовые трубы", "ống nhựa PPR", "PPR pipes"],
  "9503": ["玩具", "毛绒玩具", "игрушки", "đồ chơi", "plush toys"],
  "6110": ["针织衫", "毛衣", "свитер", "áo len", "knitwear"],
  "61": ["hàng dệt kim", "трикотажная одежда"],
  "48": ["giấy"],
  "64": ["鞋子", "обувь", "giày", "giày dép", "footwear"],
  "640411": ["运动鞋", "giày thể thao"],
} as const;

describe.each(Object.entries(NAMES))("the goods of %s", (code, names) => {
  test.each(names)("are found first by %s", (name) => {
    expect(codesFor(name)[0]).toBe(code);
  });
});

const everyday = readEverydayNames().flatMap(({ names, codes }) => names.map((name) => [name, codes] as const));

test.each(everyday)("an everyday name, %s, finds each of its codes before any other", (name, codes) => {
  expect(codesFor(name).slice(0, codes.length).toSorted()).toEqual(codes.toSorted());
});

test.each(["car", "van", "чай"])(
  "a whole word of three letters, %s, is found in no word that only begins so",
  (name) => {
    const [asked] = tellingTokens(name);
    const found = codesFor(name);
    const holding = new Set(
      [...byToken].flatMap(([token, those]) => (isOneWord(token, asked ?? "") ? those.map(({ code }) => code) : [])),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((code) => !holding.has(code))).toEqual([]);
  },
);
