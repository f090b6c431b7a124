import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { countRequests, listRequests as pageOfRequests } from "@/db/repositories/request-lists";
import { requests } from "@/db/schema/requests";
import { searchText, searchTokens } from "@/domain/shared/search-text";
import { idAt, manyRequests, type RequestCopy } from "@/test/many-requests";
import { listRequests } from "./api-requests";

const TEXTS = [
  "Solar panels 霍尔果斯 Almaty",
  "steel pipes Almaty",
  "service of customs, hub",
  "Солнечные панели Алматы",
];
const SERVICES = ["customs", "logistics", "payment"] as const;
const HUBS = ["horgos", "alashankou-rail", "hub.2"];
const CORRIDORS = ["CN-KZ", "CN-VN"];
const STATES = ["open", "awarded", "cancelled"] as const;

const from = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value;

/** Three of each moment, in the order in which they came. */
const copies: readonly RequestCopy[] = Array.from({ length: 90 }, (_, at) => ({
  id: idAt(Math.floor(at / 3), `00000${from(["2b", "7a", "z1"], at)}`.padStart(10, "0")),
  service: from(SERVICES, Math.floor(at / 2)),
  hubId: from(HUBS, Math.floor(at / 5)),
  corridor: from(CORRIDORS, at),
  state: from(STATES, Math.floor(at / 7)),
  searchText: searchText(from(TEXTS, Math.floor(at / 4))),
}));

type Question = {
  readonly q: string;
  readonly service?: (typeof SERVICES)[number];
  readonly hubId?: string;
  readonly corridor?: string;
  readonly state?: (typeof STATES)[number];
};

/** What a question finds, by comparing each request with it. */
function foundAmong(rows: readonly RequestCopy[], { q, ...filter }: Question): string[] {
  const isFound = (row: RequestCopy) =>
    searchTokens(q).every((word) => ` ${row.searchText}`.includes(` ${word}`)) &&
    Object.entries(filter).every(([name, value]) => row[name as keyof RequestCopy] === value);
  return rows
    .filter(isFound)
    .map(({ id }) => id)
    .sort()
    .reverse();
}

const QUESTIONS: readonly Question[] = [
  { q: "almaty" },
  { q: "alm", service: "customs" },
  { q: "alm", hubId: "alashankou-rail" },
  { q: "sol", hubId: "hub.2", service: "payment" },
  { q: "霍尔", service: "logistics", state: "awarded" },
  { q: "steel", state: "cancelled" },
  { q: "алматы", service: "customs", hubId: "horgos" },
  { q: "almaty", hubId: "no such" },
  { q: "almaty", hubId: 'x" OR "almaty' },
  { q: "almaty", hubId: "x' | 'almaty" },
];

test("a search with a filter finds, page by page, each request that has both, the newest first", async () => {
  const { database, actors } = await manyRequests(copies);
  for (const question of QUESTIONS) {
    const found: string[] = [];
    for (let afterId: string | null = null, isMore = true; isMore; afterId = found.at(-1) ?? null) {
      const asked = { ...question, afterId, limit: 4 };
      const { items, nextCursor } = await listRequests(database.read, actors.visitor, asked);
      found.push(...items.map(({ id }) => id));
      isMore = nextCursor !== null;
    }
    expect(found, JSON.stringify(question)).toEqual(foundAmong(copies, question));
  }
});

test.each([null, "open"])("a page's list and its number find the same, of state %s", async (state) => {
  const { database } = await manyRequests(copies);
  const questions: readonly Question[] = [...QUESTIONS, { q: "alm", corridor: "CN-VN" }];
  for (const { state: _, hubId, ...question } of questions) {
    const base = { organisationId: null, closesBy: null, closesAfter: null, isMine: false, after: null, limit: 99 };
    const asked = {
      ...base,
      service: null,
      hub: hubId ?? null,
      corridor: null,
      ...question,
      state,
      sort: "newest",
    } as const;
    const expected = foundAmong(copies, {
      ...question,
      ...(hubId ? { hubId } : {}),
      ...(state ? { state: state as "open" } : {}),
    });
    expect((await pageOfRequests(database.read, asked)).map(({ id }) => id)).toEqual(expected);
    expect(await countRequests(database.read, asked, 1_000)).toBe(expected.length);
    const [first] = expected;
    if (first === undefined) continue;
    const after = { closesAt: 0, id: first };
    expect((await pageOfRequests(database.read, { ...asked, after })).map(({ id }) => id)).toEqual(expected.slice(1));
  }
});

test("what requests are filtered by is asked for by its names, and is no word of theirs", async () => {
  const { database, actors } = await manyRequests(copies.filter(({ searchText: text }) => !text.includes("customs")));
  const found = async (q: string) =>
    (await listRequests(database.read, actors.visitor, { q, afterId: null, limit: 99 })).items;
  for (const q of ["customs", "service customs", ":service:customs", "清关", "таможне"]) {
    const items = await found(q);
    expect([q, items.length > 0, items.every(({ service }) => service === "customs")]).toEqual([q, true, true]);
  }
  for (const q of ["horgos", "Хоргос"])
    expect([q, (await found(q)).every(({ hubId }) => hubId === "horgos")]).toEqual([q, true]);
  for (const q of ["cn kz", "corridor", ":corridor:CN-KZ", "alashankou-rail"])
    expect([q, (await found(q)).length]).toEqual([q, 0]);
});

test("a request that has moved to another hub is found there alone, with others of its moment as before", async () => {
  const { database, actors } = await manyRequests(copies);
  const [moved] = foundAmong(copies, { q: "almaty", hubId: "horgos" }) as [string];
  await database.write((tx) => tx.update(requests).set({ hubId: "manzhouli" }).where(eq(requests.id, moved)));
  const rows = copies.map((row) => (row.id === moved ? { ...row, hubId: "manzhouli" } : row));
  for (const hubId of ["horgos", "manzhouli"]) {
    const asked = { q: "almaty", hubId, afterId: null, limit: 99 };
    const { items } = await listRequests(database.read, actors.visitor, asked);
    expect(items.map(({ id }) => id)).toEqual(foundAmong(rows, { q: "almaty", hubId }));
  }
});
