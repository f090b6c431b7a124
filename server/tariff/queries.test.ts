import { describe, expect, test } from "vitest";
import { saveEntries } from "@/db/repositories/hs-entries";
import type { HsCandidate } from "@/views/tariff";
import { type HsEntry, hsId } from "@/domain/tariff/hs-entry";
import { freshDatabase } from "@/test/database";
import { SEARCH_EXAMPLES } from "@/test/tariff-examples";
import { codesOfPosting, offersOf, searchByChapter, searchTariff, tariffPage, tariffSections } from "./queries";

const SHOWN = 5;

/** Of 15 a language, as many as were found when the ranking was made: 71 of 75. A change may find more, never less. */
const HITS_REACHED = { en: 15, "zh-CN": 12, ru: 15, vi: 14, kk: 15 } as const;

const idOf = ({ code, country }: HsCandidate) => hsId(code, country);
const codes = (found: readonly HsCandidate[]) => found.map(idOf);

describe("what people type who look for a code", () => {
  test.each(Object.entries(SEARCH_EXAMPLES))(
    "in %s leads to its heading among the first five, as often as was reached",
    async (language, examples) => {
      const { read } = await freshDatabase();
      const missed: string[] = [];
      for (const [q, heading] of examples) {
        const found = await searchTariff(read, { q, limit: SHOWN });
        if (!found.some(({ code }) => code.startsWith(heading)))
          missed.push(`${q} (${heading}): ${codes(found).join(" ") || "nothing"}`);
      }
      const hits = examples.length - missed.length;
      const told = `${hits} of ${examples.length} found; missed ${missed.join("; ")}`;
      expect(hits, told).toBeGreaterThanOrEqual(HITS_REACHED[language as keyof typeof HITS_REACHED]);
    },
  );
});

const EVERYDAY = {
  "8703": ["汽车", "轿车", "小汽车", "car", "cars"],
  "8703 870380": ["电动汽车"],
  "870380 8703": ["electric car"],
  "8703 870360 870370 870380": ["新能源汽车"],
  "8704": ["卡车", "货车", "truck"],
  "8702": ["客车", "bus"],
  "9401": ["沙发", "sofa", "椅子"],
  "9403": ["桌子", "家具", "床", "furniture"],
  "61 62": ["衣服", "服装", "clothes"],
  "6203 6204": ["裤子", "trousers"],
  "6105 6205 6206": ["衬衫"],
  "851713": ["手机"],
  "3917 4009 730300 7304 7305 7306 7411": ["管", "pipe"],
  "4011": ["轮胎", "tyres"],
  "7318": ["螺丝", "screws"],
} as const;

test("an everyday name leads to all its headings first", async () => {
  const { read } = await freshDatabase();
  for (const [expected, names] of Object.entries(EVERYDAY))
    for (const q of names) {
      const limit = expected.split(" ").length;
      expect(codes(await searchTariff(read, { q, limit })).join(" "), q).toBe(expected);
    }
});

describe("a search of the tariff", () => {
  test.each([
    ["the beginning of a code, the shortest first, those that no list names too", "0810", ["0810", "081010", "081020"]],
    ["the only subheading of a heading beside it", "9617", ["9617", "961700", "96"]],
    ["a code that no list names before what is above it", "870321", ["870321", "8703", "87"]],
    ["a code whose heading no list names either", "820110", ["820110", "82"]],
    ["the only subheading of a heading by its words", "thermos", ["961700", "9032"]],
    ["a code as tariffs print it", "8504.40", ["850440", "8504", "85"]],
    ["a national code by what every country shares of it", "8504 40 9000", ["850440", "8504", "85"]],
    ["a code that no list has by its chapter", "0899", ["08"]],
    ["nothing for a code of no chapter", "77", []],
    ["nothing for what has no letter and no digit", "?!", []],
    ["nothing for no words", "  ", []],
    ["wildcards of the database as nothing", "%_%", []],
  ])("finds %s", async (_, q, expected) => {
    const { read } = await freshDatabase();
    expect(codes(await searchTariff(read, { q, limit: 3 }))).toEqual(expected);
  });

  test.each([
    ["an exact label", "Smartphones", { id: "851713", place: "label", words: ["smartphones"], text: "Smartphones" }],
    ["a label", "锂离子电池", { id: "850760", place: "label", words: ["锂离子电池"], text: "锂离子电池" }],
    ["a keyword", "баклажка преформы", { id: "3923", place: "keyword", words: ["преформы"], text: "преформы" }],
  ])("says that %s held the words", async (_, q, { id, place, words, text }) => {
    const { read } = await freshDatabase();
    const [first] = await searchTariff(read, { q, limit: 1 });
    expect(first && idOf(first)).toBe(id);
    expect(first?.matches).toContainEqual(expect.objectContaining({ place, words, text }));
  });

  test("finds what stands below a label that holds the words, and says so", async () => {
    const { read } = await freshDatabase();
    const found = await searchTariff(read, { q: "refrigerators and freezers", limit: 5 });
    expect(codes(found)).toEqual(["8418", "841810"]);
    expect(found[1]?.matches).toMatchObject([{ place: "parent", text: "Refrigerators and freezers", language: "en" }]);
  });

  test.each(["wireless earphones", "Bluetooth earphones", "无线耳机", "蓝牙耳机"])(
    "offers for %s the code of what sends and receives first, and that of headphones second",
    async (q) => {
      const { read } = await freshDatabase();
      expect(codes(await searchTariff(read, { q, limit: 2 }))).toEqual(["851762", "851830"]);
      expect((await offersOf(read, q)).slice(0, 2).map(({ code }) => code)).toEqual(["851762", "851830"]);
    },
  );

  test.each([
    ["袜子", "6115"],
    ["行李箱", "4202"],
    ["剪刀", "8213"],
    ["scissors", "8213"],
    ["发夹", "9615"],
    ["圣诞装饰品", "9505"],
    ["保温杯", "9617"],
    ["不锈钢保温杯", "9617"],
    ["vacuum flask", "9617"],
    ["thermos", "9617"],
  ])("leads with what a shop of small goods calls %s to heading %s first", async (q, heading) => {
    const { read } = await freshDatabase();
    const [first] = await searchTariff(read, { q, limit: 1 });
    expect(first?.code.slice(0, 4)).toBe(heading);
  });

  test.each([
    ["phone", ["8517", "85"]],
    ["mobile phone", ["8517", "85"]],
    ["ao phong", ["6109"]],
    ["xa phong", ["3401"]],
  ])("finds for %s no goods whose Vietnamese name only begins so", async (q, wanted) => {
    const { read } = await freshDatabase();
    const found = codes(await searchTariff(read, { q, limit: 50 }));
    expect(wanted).toContain(found[0]?.slice(0, 4));
    if (q.endsWith("phone")) for (const code of ["2844", "3401", "6109"]) expect(found).not.toContain(code);
  });

  test("finds a whole word first, also where more entries than are looked at have words that only begin so", async () => {
    const database = await freshDatabase();
    const entry = (code: string, label: string): HsEntry => ({
      ...{ id: hsId(code, null), code, country: null, level: "heading", parentCode: null },
      ...{ labels: { en: label }, keywords: [], source: "test", edition: "2022" },
    });
    const begun = Array.from({ length: 150 }, (_, at) => entry(String(2000 + at), `Quxoyen ${at}`));
    const entries = [...begun, entry("999999", "Quxos and a quxo")];
    await database.write((tx) => saveEntries(tx, entries));
    const found = codes(await searchTariff(database.read, { q: "quxo", limit: 3 }));
    expect(found).toEqual(["999999", "2000", "2001"]);
  });

  test("prefers what every country shares to a country's own wording, and shows both", async () => {
    const { read, write } = await freshDatabase();
    const known = (await tariffPage(read, "851713"))?.entry as HsEntry;
    const own: HsEntry = { ...known, id: "KZ-851713", country: "KZ", level: "national" };
    await write((tx) => saveEntries(tx, [own]));
    expect(codes(await searchTariff(read, { q: "smartphones", limit: 2 }))).toEqual(["851713", "KZ-851713"]);
  });
});

describe("the page of a code", () => {
  test("has all that is above it, the section too, and what is right below", async () => {
    const { read } = await freshDatabase();
    const heading = await tariffPage(read, "8504");
    expect(heading?.parents.map(({ code }) => code)).toEqual(["XVI", "85"]);
    expect(heading?.children.map(({ code }) => code)).toEqual(
      ["10", "21", "22", "23", "31", "32", "33", "34", "40", "50", "90"].map((ending) => `8504${ending}`),
    );
    const section = await tariffPage(read, "XVI");
    expect(section?.children.map(({ code }) => code)).toEqual(["84", "85"]);
  });

  test.each([
    ["961700", "9617"],
    ["961900", "9619"],
    ["870321", "8703"],
  ])("is there for %s, which no list names, and below its heading %s", async (code, above) => {
    const { read } = await freshDatabase();
    const heading = await tariffPage(read, above);
    expect(heading?.children.map((child) => child.code)).toContain(code);
    const page = await tariffPage(read, code);
    expect(page?.entry).toMatchObject({ code, level: "subheading", labels: heading?.entry.labels });
    expect(page?.parents.at(-1)?.code).toBe(above);
    expect(await tariffPage(read, `${above}99`)).toBeNull();
  });

  test("is there for a code whose heading no list names, below its chapter", async () => {
    const { read } = await freshDatabase();
    const page = await tariffPage(read, "820110");
    expect(page?.parents.at(-1)?.code).toBe("82");
    expect(page?.entry.labels).toEqual(page?.parents.at(-1)?.labels);
  });

  test("of a chapter lists headings, and a subheading only where its heading is in no list", async () => {
    const { read, write } = await freshDatabase();
    const lone: HsEntry = {
      id: "010121",
      code: "010121",
      country: null,
      level: "subheading",
      parentCode: "0101",
      labels: { en: "Breeding horses" },
      keywords: [],
      source: "test",
      edition: "2022",
    };
    await write((tx) => saveEntries(tx, [lone]));
    const chapter = await tariffPage(read, "01");
    expect(chapter?.children.map(({ code }) => code)).toEqual(["010121", "0102", "0104", "0106"]);
  });

  test("of a country's own code stands below what every country shares, whose names it does not change", async () => {
    const { read, write } = await freshDatabase();
    const shared = (await tariffPage(read, "850440"))?.entry as HsEntry;
    const own = { ...shared, country: "KZ", level: "national", labels: { en: "Own wording" } } as const;
    const finer = { ...own, id: "KZ-8504409000", code: "8504409000", parentCode: "850440" };
    await write((tx) => saveEntries(tx, [{ ...own, id: "KZ-850440" }, finer]));
    const page = await tariffPage(read, "KZ-8504409000");
    expect(page?.parents.map(({ id }) => id)).toEqual(["XVI", "85", "8504", "850440"]);
    expect((await tariffPage(read, "850440"))?.children.map(({ id }) => id)).toEqual(["KZ-8504409000"]);
    expect((await tariffPage(read, "KZ-850440"))?.children).toEqual([]);
    const { known } = await codesOfPosting(read, { "cargo[0].hsCode": "850440" }, null);
    expect(known["850440"]?.labels.en).toBe("Inverters and chargers");
  });

  test("is not there for a code that no list has", async () => {
    const { read } = await freshDatabase();
    expect(await tariffPage(read, "9999")).toBeNull();
  });
});

describe("the codes of a posting", () => {
  const line = { "cargo[0].description": "Solar inverters", "cargo[0].hsCode": "8504.40.9000" };

  test("are called what the nearest known code is called", async () => {
    const { read } = await freshDatabase();
    const { known, found } = await codesOfPosting(read, { ...line, "cargo[1].hsCode": "inverters" }, null);
    expect(Object.keys(known)).toEqual(["8504.40.9000"]);
    expect(known["8504.40.9000"]).toMatchObject({ code: "850440", labels: { en: "Inverters and chargers" } });
    expect(found).toBeNull();
  });

  test("are looked up by the goods where a code stands already, for the line that was asked for", async () => {
    const { read } = await freshDatabase();
    const { found } = await codesOfPosting(read, line, { line: 0, heading: null });
    expect(found).toMatchObject({ line: 0, q: "Solar inverters" });
    expect(found?.candidates.map(({ code }) => code)).toContain("850440");
    expect(found?.candidates.length).toBeLessThanOrEqual(SHOWN);
  });

  test("are looked up below a heading, which is not among them, whatever is typed", async () => {
    const { read } = await freshDatabase();
    const { found } = await codesOfPosting(read, line, { line: 0, heading: "8201" });
    expect(found?.q).toBe("8201");
    expect(found?.candidates.length).toBeGreaterThan(1);
    for (const { code } of found?.candidates ?? []) expect(code).toMatch(/^8201\d{2}/);
  });

  test("are not looked up for a line that is not there", async () => {
    const { read } = await freshDatabase();
    expect((await codesOfPosting(read, line, { line: 7, heading: null })).found).toBeNull();
  });

  test("are not found, and nothing fails, where nothing is typed", async () => {
    const { read } = await freshDatabase();
    expect(await codesOfPosting(read, {}, { line: 0, heading: null })).toEqual({
      known: {},
      found: { line: 0, q: "", candidates: [] },
    });
  });
});

describe("a search by chapter", () => {
  test("puts answers of one chapter together, the chapter of the best answer first, and sections apart", async () => {
    const { read } = await freshDatabase();
    const groups = await searchByChapter(read, { q: "машины", limit: 20 });
    expect(new Set(groups.map(({ chapter }) => chapter?.code)).size).toBe(groups.length);
    for (const { chapter, found } of groups)
      for (const { code } of found) expect(/^\d/.test(code) ? code.slice(0, 2) : undefined).toBe(chapter?.code);
    const [best] = await searchTariff(read, { q: "машины", limit: 1 });
    expect(best && groups[0]?.found[0]).toEqual(best);
  });

  test("without words has the sections, in the order of their chapters", async () => {
    const { read } = await freshDatabase();
    const sections = await tariffSections(read);
    expect(sections.map(({ code }) => code)).toHaveLength(21);
    expect(sections.map(({ code }) => code).slice(0, 5)).toEqual(["I", "II", "III", "IV", "V"]);
  });
});
