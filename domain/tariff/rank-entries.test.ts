import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HsEntry } from "./hs-entry";
import { readQuestion } from "./hs-question";
import { rankEntries } from "./rank-entries";

const entry = (code: string, label: string, keywords: readonly string[] = []): HsEntry => ({
  id: code,
  code,
  country: null,
  level: code.length === 6 ? "subheading" : "heading",
  parentCode: code.length === 6 ? code.slice(0, 4) : code.slice(0, 2),
  labels: { en: label },
  keywords,
  source: "test",
  edition: "2022",
});

const TEA = [
  entry("0902", "Tea"),
  entry("2101", "Coffee and tea extracts"),
  entry("1211", "Herbs", ["tea"]),
  entry("0910", "Spices", ["tea spices"]),
  entry("090210", "Green leaves"),
  entry("6911", "Teapots"),
  entry("0901", "Coffee"),
];
const parentsOf = (entries: readonly HsEntry[]) => new Map(entries.map((one) => [one.code, one]));

const rank = (q: string, entries: readonly HsEntry[]) => {
  const question = readQuestion(q);
  return question ? rankEntries(question, entries, parentsOf(entries)) : [];
};
const order = (q: string, entries: readonly HsEntry[]) => rank(q, entries).map(({ entry: { code } }) => code);

describe("the order of entries", () => {
  test("is the exact label, the exact keyword, a label, a keyword, the label above, a word that is only begun; what holds no word is out", () => {
    expect(order("tea", TEA)).toEqual(["0902", "1211", "2101", "0910", "090210"]);
    const coffees = [entry("2101", "Coffees", ["tea"]), entry("8419", "Coffeemakers"), entry("0901", "Coffee")];
    expect(order("coffee", coffees)).toEqual(["0901", "2101", "8419"]);
  });

  test("puts what holds more of the words first, wherever they stand", () => {
    const entries = [entry("0102", "Frozen"), entry("0207", "Poultry", ["frozen chicken"])];
    expect(order("frozen chicken", entries)).toEqual(["0207", "0102"]);
  });

  test("of an exact keyword is a heading before the chapter that has it too", () => {
    const chapter: HsEntry = { ...entry("62", "Woven clothing", ["trousers"]), level: "chapter" };
    const entries = [chapter, entry("6203", "Suits", ["trousers"]), entry("6104", "Women's trousers and suits")];
    expect(order("trousers", entries)).toEqual(["6203", "62", "6104"]);
  });

  test("prefers the label that says least besides, and then the smaller code", () => {
    const entries = [entry("8430", "Steel pipe bends"), entry("7306", "Steel pipes"), entry("7304", "Steel pipes")];
    expect(order("steel", entries)).toEqual(["7304", "7306", "8430"]);
  });

  test.each([
    ["car", ["8703", "8704"]],
    ["ca", ["5701", "8703", "3306", "8704"]],
    ["car lorry", ["8704", "8703"]],
    ["cars", ["8703", "8704"]],
    ["care", ["3306"]],
    ["carpet", ["5701"]],
    ["are", []],
    ["汽车", ["8703", "8702"]],
    ["车", ["8703", "8702"]],
  ])(
    "of %s is whole words, then those that begin so, of up to three letters only where there is no whole one; nothing that holds it elsewhere",
    (q, codes) => {
      const entries = [
        ...[entry("3306", "Oral care"), entry("5701", "Carpets"), entry("8704", "Trucks and a car", ["lorry"])],
        ...[entry("8703", "Cars", ["汽车"]), entry("8702", "Buses", ["客运汽车"]), entry("3304", "Scarves")],
      ];
      expect(order(q, entries)).toEqual(codes);
    },
  );

  test("is one, however the entries were handed in", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(TEA, { minLength: TEA.length }),
        fc.constantFrom("tea", "coffee tea", "09"),
        (shuffled, q) => {
          expect(order(q, shuffled)).toEqual(order(q, TEA));
        },
      ),
    );
  });

  test("gives each entry a reason whose words are in the question and whose text is the entry's or its parent's", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("tea", "green", "coffee", "herb", "leaf", "xyz")), (words) => {
        const q = words.join(" ");
        for (const { entry: found, matches } of rank(q, TEA)) {
          expect(matches.length).toBeGreaterThan(0);
          const parent = parentsOf(TEA).get(found.parentCode ?? "");
          const texts = [found.labels.en, ...found.keywords, parent?.labels.en];
          for (const match of matches) {
            expect(texts).toContain(match.text);
            expect(match.words.length).toBeGreaterThan(0);
            for (const word of match.words) expect(words).toContain(word);
          }
        }
      }),
    );
  });
});

const NAMED_IN_VIETNAMESE: readonly HsEntry[] = [
  { ...entry("2844", "Radioactive elements"), labels: { en: "Radioactive elements", vi: "Nguyên tố phóng xạ" } },
  { ...entry("3401", "Soap", ["xà phòng thơm"]), labels: { en: "Soap", vi: "Xà phòng" } },
  { ...entry("6109", "T-shirts"), labels: { en: "T-shirts", vi: "Áo phông" } },
  { ...entry("6305", "Sacks", ["túi phông"]) },
  { ...entry("851713", "Smartphones", ["phone"]), labels: { en: "Smartphones", vi: "Điện thoại thông minh" } },
];

describe("a Vietnamese name", () => {
  test.each([
    ["phone", ["851713"]],
    ["phones", ["851713"]],
    ["mobile phone", ["851713"]],
    ["phon", ["851713"]],
    ["ao phong", ["6109", "3401", "2844", "6305"]],
    ["áo phông", ["6109", "3401", "2844", "6305"]],
    ["xa phong", ["3401", "2844", "6109", "6305"]],
    ["xà phòng", ["3401", "2844", "6109", "6305"]],
    ["dien thoai", ["851713"]],
  ])("is found by its whole syllables, with or without marks: %s", (q, codes) => {
    expect(order(q, NAMED_IN_VIETNAMESE)).toEqual(codes);
  });
});

describe("a reason", () => {
  test("joins overlapping pairs of Chinese letters to what was typed", () => {
    const battery = { ...entry("850760", ""), labels: { "zh-CN": "锂离子电池" } };
    expect(rank("锂离子电池 20 节", [battery])[0]?.matches).toEqual([
      { place: "label", words: ["锂离子电池"], text: "锂离子电池", language: "zh-CN" },
    ]);
  });

  test("names each text that is needed to account for the words, and none twice", () => {
    const [found] = rank("green tea", [...TEA]);
    expect(found).toMatchObject({
      entry: { code: "090210" },
      matches: [
        { place: "label", words: ["green"] },
        { place: "parent", words: ["tea"] },
      ],
    });
  });

  test("of a code is the digits", () => {
    expect(rank("0902", TEA)).toMatchObject([
      { entry: { code: "0902" }, matches: [{ place: "code", words: ["0902"], text: "0902" }] },
      { entry: { code: "090210" }, matches: [{ place: "code", words: ["0902"], text: "090210" }] },
    ]);
  });
});
