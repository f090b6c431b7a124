import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { COMPANIES, type Company, namedMarket } from "../test/named-market";
import { bringSearch } from "./bring-search";
import type { Database } from "./database";
import { dialect } from "./dialect";
import { companyWords, listings } from "./schema/catalogue";
import { askWords } from "./word-search";

async function search({ read }: Database, text: string): Promise<string> {
  const { isFound } = await askWords(read, listings, { text, isRead: true });
  const rows = await read.select({ id: listings.id }).from(listings).where(isFound()).orderBy(asc(listings.id));
  return rows.map(({ id }) => id).join("");
}

const QUESTIONS = [
  ["таможня Хоргос", "ad"],
  ["清关", "ad"],
  ["customs broker in Kazakhstan", "d"],
  ["Khorgos", "abd"],
  ["Bằng Tường", "c"],
  ["质检 凭祥", "c"],
  ["третий азмут", "b"],
  ["凭祥果木检验", "c"],
  ["shuo yuan", "a"],
  ["shuoyuan", "a"],
  ["тасбулак", "d"],
  ["Russian speaking customs", "ad"],
  ["reefer", "d"],
  ["reefer Pingxiang", ""],
  ["TIR", "abcd"],
  ["перевозка из Китая в Казахстан", "b"],
  ["перевозка из Казахстана в Китай", ""],
  ["перевозка фруктов Хоргос", "b"],
  ["таможня алмата", "ad"],
  ["清关 海兰泡", ""],
  ["tas bulak", "d"],
  ["shuo yuan customs", "a"],
  ["ТОО Тасбулак", "d"],
  ["таможня Шымкент", "d"],
  ["снг тест xq", ""],
  ["' OR 1=1 --", ""],
] as const;

test("a listing is found by any name of what it bears, on both databases", async () => {
  const database = await namedMarket(COMPANIES);
  for (const [question, expected] of QUESTIONS)
    expect([question, await search(database, question)]).toEqual([question, expected]);
});

test("who names a town is meant before all who serve its country, and those where nobody does", async () => {
  const [broker] = COMPANIES.filter(({ id }) => id === "d");
  const there = { ...(broker as Company), id: "e", summary: "Таможенный представитель, Шымкент" };
  expect(await search(await namedMarket([...COMPANIES, there]), "таможня Шымкент")).toBe("e");
  expect(await search(await namedMarket(COMPANIES), "таможня Шымкент")).toBe("d");
});

test("what many listings bear finds each of them, as an index does of few", async () => {
  const many = Array.from({ length: 2_100 }, (_, at): Company => {
    const { id: _id, ...company } = COMPANIES[at % COMPANIES.length] as Company;
    return { ...company, id: `o${at}` };
  });
  const database = await namedMarket(many);
  const { read } = database;
  for (const [text, expected] of [
    ["TIR", 2_100],
    ["Khorgos TIR", 1_575],
  ] as const) {
    const { form, isFound } = await askWords(read, listings, { text, isRead: true });
    const rows = await read.select({ id: listings.id }).from(listings).where(isFound());
    expect([text, rows.length]).toEqual([text, expected]);
    if (expected > 2_000) expect(form).toBe(dialect === "sqlite" ? "meaning" : "vector");
  }
}, 60_000);

test("a word that is put right is told with what is looked for instead", async () => {
  const { read } = await namedMarket(COMPANIES);
  const { instead } = await askWords(read, listings, { text: "азмут", isRead: true });
  expect([...(instead ?? [])]).toEqual([["азмут", "азимут"]]);
  expect((await askWords(read, listings, { text: "азимут", isRead: true })).instead).toBeUndefined();
});

test("listings of an earlier version are found as those of this one once they are brought to it, and a second run changes nothing", async () => {
  const database = await namedMarket(COMPANIES, () => "horgos");
  expect(await search(database, "清关")).toBe("");
  await bringSearch(database);
  for (const [question, expected] of QUESTIONS)
    expect([question, await search(database, question)]).toEqual([question, expected]);
  await database.write((tx) => tx.delete(companyWords).where(eq(companyWords.word, "азимут")));
  await bringSearch(database);
  expect(await database.read.select().from(companyWords).where(eq(companyWords.word, "азимут"))).toEqual([]);
});
