import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { searchText, searchTokens } from "../domain/shared/search-text";
import { freshDatabase } from "../test/database";
import type { Database } from "./database";
import { dialect } from "./dialect";
import { organisations } from "./schema/accounts";
import { listings } from "./schema/catalogue";
import { askWords } from "./word-search";

const organisation = (id: string) => ({
  ...{ id, kind: "trader" as const, nameOwn: id, nameLatin: id, country: "KZ", city: "Almaty", registrationNumber: id },
  ...{ description: "", foundedYear: null, suspendedAt: null, suspensionReason: null, createdAt: 0 },
});

const listing = (id: string, text: string) => ({
  ...{ id, organisationId: id, service: "logistics" as const, summary: "", hubIds: [], corridors: [], languages: [] },
  ...{ licences: [], isActive: true, searchText: text, createdAt: 0, updatedAt: 0 },
});

const ROWS_AT_ONCE = 500;

/** A market of listings with these texts, called by their position. */
async function marketOf(texts: readonly string[]): Promise<Database> {
  const database = await freshDatabase();
  await database.write(async (tx) => {
    for (let from = 0; from < texts.length; from += ROWS_AT_ONCE) {
      const part = texts.slice(from, from + ROWS_AT_ONCE);
      await tx.insert(organisations).values(part.map((_, at) => organisation(`o${from + at}`)));
      await tx.insert(listings).values(part.map((text, at) => listing(`o${from + at}`, searchText(text))));
    }
  });
  return database;
}

async function search({ read }: Database, question: string): Promise<string[]> {
  const { isFound } = await askWords(read, listings, { text: question });
  const rows = await read.select({ id: listings.id }).from(listings).where(isFound());
  return rows.map(({ id }) => id).sort();
}

const TEXTS = [
  "霍尔果斯 Horgos",
  "广西岭途跨境运输有限公司",
  "Hữu Nghị Quan, Thông quan Đồng Đăng",
  "Таможенное оформление, Қорғас кедені",
  "Solar inverters 10 kW, RQ-2026-000417, HS 850440",
  "Ａｌｍａｔｙ",
];

test.each([
  ["霍尔", ["o0"]],
  ["果斯", ["o0"]],
  ["斯", ["o0"]],
  ["果尔", []],
  ["跨境 运输", ["o1"]],
  ["跨境 霍尔", []],
  ["huu nghi", ["o2"]],
  ["таможен", ["o3"]],
  ["қорғас", ["o3"]],
  ["SOLAR inv", ["o4"]],
  ["8504", ["o4"]],
  ["rq-2026-000417", ["o4"]],
  ["gos", []],
  ["almaty", ["o5"]],
  ["'x' OR \"sol\" * & ! | :", []],
  ["%_*", ["o0", "o1", "o2", "o3", "o4", "o5"]],
])("%s finds the rows with words that begin so, on both databases", async (question, expected) => {
  expect(await search(await marketOf(TEXTS), question)).toEqual(expected);
});

test("the index finds what the texts hold, whatever is written and asked", async () => {
  const part = fc.constantFrom(
    "霍尔果斯",
    "霍",
    "尔果",
    "清关",
    "solar",
    "sol",
    "Đá",
    "таможня",
    "там",
    "850440",
    "85",
  );
  const text = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(" "));
  const texts = fc.sample(text, { numRuns: 60, seed: 7 });
  const database = await marketOf(texts);
  const holds = (of: string, word: string) => ` ${searchText(of)}`.includes(` ${word}`);
  for (const question of fc.sample(text, { numRuns: 40, seed: 8 })) {
    const words = searchTokens(question).slice(0, 8);
    const expected = texts.flatMap((one, at) => (words.every((word) => holds(one, word)) ? [`o${at}`] : [])).sort();
    expect(await search(database, question), question).toEqual(expected);
  }
});

test("a row that is written anew is found by its new words alone, one that is deleted by none", async () => {
  const database = await marketOf(["steel pipes", "steel sheets", "tyres"]);
  const words = (text: string) => ({ searchText: searchText(text) });
  await database.write((tx) => tx.update(listings).set(words("copper wire")).where(eq(listings.id, "o0")));
  expect(await search(database, "steel")).toEqual(["o1"]);
  expect(await search(database, "copper")).toEqual(["o0"]);
  await database.write((tx) => tx.delete(listings).where(eq(listings.id, "o1")));
  expect(await search(database, "steel")).toEqual([]);
});

test("words that many rows hold find what words find that few hold: each row that has them", async () => {
  const many = Array.from({ length: 2_010 }, (_, at) => (at % 1_000 === 5 ? "steel pipes" : "steel 钢管"));
  const database = await marketOf(many);
  const formOf = async (question: string) => (await askWords(database.read, listings, { text: question })).form;
  expect(await search(database, "pipes")).toEqual(["o1005", "o2005", "o5"]);
  expect(await search(database, "steel")).toHaveLength(2_010);
  expect(await search(database, "钢 st")).toHaveLength(2_007);
  expect([await formOf("pipes"), await formOf("steel"), await formOf("钢 st")]).toEqual(
    dialect === "sqlite" ? ["index", "text1", "text2"] : ["vector", "vector", "vector"],
  );
});
