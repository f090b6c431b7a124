import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../test/database";
import { bringSearch } from "./bring-search";
import type { Database } from "./database";
import { dialect } from "./dialect";
import { insertListing } from "./repositories/listings";
import { organisations } from "./schema/accounts";
import { companyWords, listings } from "./schema/catalogue";
import { textOfListing } from "./search-words";
import { askWords } from "./word-search";

const HUBS = new Map([
  ["horgos", { nameEn: "Horgos", nameZh: "霍尔果斯" }],
  ["pingxiang", { nameEn: "Pingxiang", nameZh: "凭祥" }],
]);

type Company = {
  readonly id: string;
  readonly own: string;
  readonly latin: string;
  readonly country: string;
  readonly service: "customs" | "logistics" | "inspection";
  readonly hub: string;
  readonly summary?: string;
};

const COMPANIES: readonly Company[] = [
  { id: "a", own: "霍尔果斯朔原报关行", latin: "Horgos Shuoyuan", country: "CN", service: "customs", hub: "horgos" },
  { id: "b", own: "ООО «Третий Азимут»", latin: "Trety Azimut", country: "RU", service: "logistics", hub: "horgos" },
  { id: "c", own: "凭祥果睦检验", latin: "Pingxiang Guomu", country: "CN", service: "inspection", hub: "pingxiang" },
  {
    ...{ id: "d", own: "«Тасбұлақ Брокер» ЖШС", latin: "Tasbulak Broker", country: "KZ", service: "customs" },
    ...{ hub: "horgos", summary: "Reefer trucks and declarations" },
  },
];

const listingOf = ({ service, hub, summary = "" }: Company) => ({
  ...{ service, summary, hubIds: [hub], corridors: ["CN-KZ"], languages: ["ru" as const], isActive: true },
  licences: [{ name: "TIR carnet holder", number: "1", validUntil: null }],
});

async function marketOf(companies: readonly Company[], text = textOfListing): Promise<Database> {
  const database = await freshDatabase();
  await database.write(async (tx) => {
    for (const company of companies) {
      const { id, own, latin, country } = company;
      const facts = { nameOwn: own, nameLatin: latin, city: "Almaty", country };
      await tx.insert(organisations).values({
        ...{ ...facts, id, kind: "trader" as const, registrationNumber: id, description: "", foundedYear: null },
        ...{ suspendedAt: null, suspensionReason: null, createdAt: 0 },
      });
      const listing = listingOf(company);
      const searchText = text(listing, facts, HUBS);
      await insertListing(tx, { ...listing, id, organisationId: id, searchText, createdAt: 0, updatedAt: 0 });
    }
  });
  return database;
}

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
  ["' OR 1=1 --", ""],
] as const;

test("a listing is found by any name of what it bears, on both databases", async () => {
  const database = await marketOf(COMPANIES);
  for (const [question, expected] of QUESTIONS)
    expect([question, await search(database, question)]).toEqual([question, expected]);
});

test("what many listings bear finds each of them, as an index does of few", async () => {
  const many = Array.from({ length: 2_100 }, (_, at): Company => {
    const { id: _id, ...company } = COMPANIES[at % COMPANIES.length] as Company;
    return { ...company, id: `o${at}` };
  });
  const database = await marketOf(many);
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
  const { read } = await marketOf(COMPANIES);
  const { instead } = await askWords(read, listings, { text: "азмут", isRead: true });
  expect([...(instead ?? [])]).toEqual([["азмут", "азимут"]]);
  expect((await askWords(read, listings, { text: "азимут", isRead: true })).instead).toBeUndefined();
});

test("listings of an earlier version are found as those of this one once they are brought to it, and a second run changes nothing", async () => {
  const database = await marketOf(COMPANIES, () => "horgos");
  expect(await search(database, "清关")).toBe("");
  await bringSearch(database);
  for (const [question, expected] of QUESTIONS)
    expect([question, await search(database, question)]).toEqual([question, expected]);
  await database.write((tx) => tx.delete(companyWords).where(eq(companyWords.word, "азимут")));
  await bringSearch(database);
  expect(await database.read.select().from(companyWords).where(eq(companyWords.word, "азимут"))).toEqual([]);
});
