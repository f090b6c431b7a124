import { afterAll, afterEach, expect, test, vi } from "vitest";
import type { Database, Reader } from "@/db/database";
import { dialect } from "@/db/dialect";
import { listOrdersOf } from "@/db/repositories/order-pages";
import { searchOrganisations } from "@/db/repositories/organisations";
import { countRequests, listRequests, type RequestQuestion } from "@/db/repositories/request-lists";
import { searchProviders } from "@/server/catalogue/queries";
import * as api from "@/server/requests/queries/api-requests";
import { searchTariff } from "@/server/tariff/queries";
import { type Asked, askedBy, type PlanNode, planOnPostgres, planOnSqlite } from "@/test/asked-statements";
import { filledDatabase } from "@/test/database";
import { visitor } from "@/test/order-market";

// PostgreSQL plans by what has ever lain in its tables: here nothing has.
const { copy, drop } = await filledDatabase(async () => undefined);
afterAll(drop);

afterEach(() => {
  vi.restoreAllMocks();
});

/** Tables with a row for each thing that people do. */
const GROWING = ["requests", "orders", "deals", "bids", "listings", "organisations", "order_milestones"];
const SEARCHED = [...GROWING, "hs_entries"];

/** The tables that a statement reads from end to end, by an index or not. */
const scannedOnSqlite = async (database: Database, asked: Asked): Promise<string[]> =>
  (await planOnSqlite(database, asked)).flatMap((line) => /^SCAN (\w+)/.exec(line)?.[1] ?? []);

const scansIn = (node: PlanNode): string[] => {
  const isWalk = node["Node Type"] === "Seq Scan" || (/^Index/.test(node["Node Type"]) && !node["Index Cond"]);
  return [...(isWalk ? [node["Relation Name"] ?? ""] : []), ...(node.Plans ?? []).flatMap(scansIn)];
};

/** The same on PostgreSQL, which takes a walk over an empty table for the cheapest, unless told that walks are dear. */
const scannedOnPostgres = async (database: Database, asked: Asked): Promise<string[]> =>
  scansIn(await planOnPostgres(database, asked, ["SET enable_seqscan = off"]));

async function scannedBy(read: (on: Reader) => Promise<unknown>) {
  const database = await copy();
  const asked = await askedBy(() => read(database.read));
  expect(asked.length).toBeGreaterThan(0);
  const scanned: string[] = [];
  for (const one of asked)
    scanned.push(...(await (dialect === "sqlite" ? scannedOnSqlite : scannedOnPostgres)(database, one)));
  return { asked, scanned: [...new Set(scanned)].filter((name) => SEARCHED.includes(name)) };
}

const q = "zzzqqq solar";
const REQUESTS: RequestQuestion = {
  ...{ organisationId: null, service: null, hub: null, corridor: null, state: null, closesBy: null },
  ...{ closesAfter: null, q, isMine: false, sort: "newest", after: null, limit: 20 },
};

test.each<[string, (read: Reader) => Promise<unknown>]>([
  ["open requests", (read) => listRequests(read, { ...REQUESTS, state: "open", sort: "closing" })],
  ["all requests", (read) => listRequests(read, REQUESTS)],
  ["requests of a hub", (read) => listRequests(read, { ...REQUESTS, hub: "horgos", service: "customs" })],
  ["all requests that an organisation sees", (read) => listRequests(read, { ...REQUESTS, organisationId: "o" })],
  ["an organisation's own requests", (read) => listRequests(read, { ...REQUESTS, organisationId: "o", isMine: true })],
  ["a number of requests", (read) => countRequests(read, REQUESTS, 1_000)],
  ["requests for programs", (read) => api.listRequests(read, visitor, { q, afterId: null, limit: 50 })],
  ["orders of an organisation", (read) => listOrdersOf(read, { organisationId: "o", q, limit: 20 })],
  ["orders that it bought", (read) => listOrdersOf(read, { organisationId: "o", side: "buyer", q, limit: 20 })],
  ["providers", (read) => searchProviders(read, { q, limit: 20 })],
  ["providers of a hub", (read) => searchProviders(read, { q, hubId: "horgos", service: "customs", limit: 20 })],
])(
  "a search of %s that finds nothing walks over no growing table, and PostgreSQL plans it by its words",
  async (_, read) => {
    const { asked, scanned } = await scannedBy(read);
    expect(scanned).toEqual([]);
    const named = asked.filter(({ text, name }) => name && text.includes("search_words"));
    expect(named).toEqual([]);
  },
);

test.each<[string, string, readonly string[], (read: Reader) => Promise<unknown>]>([
  [
    "organisations",
    "administrators alone ask, of a table that grows by a company at a time",
    ["organisations"],
    (read) => searchOrganisations(read, { words: q, state: "any", country: null, after: null, limit: 20 }),
  ],
  [
    "tariff headings",
    "an answer holds any of the words, not each, and the table grows by no trade",
    ["hs_entries"],
    (read) => searchTariff(read, { q, limit: 20 }),
  ],
])("a search of %s walks, since %s", async (_, __, walked, read) => {
  expect((await scannedBy(read)).scanned).toEqual(walked);
});

/** What SQLite knew of its tables in a market of eighty thousand requests. */
const STATISTICS = [
  ["requests", "requests_by_buyer", "80000 130 3"],
  ["requests", "requests_by_deal", "80000 2"],
  ["requests", "sqlite_autoindex_requests_1", "80000 1"],
  ["deals", "sqlite_autoindex_deals_1", "43000 1"],
  ["organisations", "sqlite_autoindex_organisations_1", "169 1"],
  ["organisations", "organisations_by_registration", "169 22 1"],
] as const;

// PostgreSQL sees how much of a list is asked for.
test.each(dialect === "sqlite" ? ["requests for programs"] : [])(
  "a page of all %s is read in its order: nothing is sorted",
  async () => {
    const database = await copy();
    await database.execute("ANALYZE");
    for (const row of STATISTICS)
      await database.execute(`INSERT INTO sqlite_stat1 VALUES (${row.map((one) => `'${one}'`).join()})`);
    const asked = await askedBy(() => api.listRequests(database.read, visitor, { afterId: null, limit: 50 }));
    for (const one of asked)
      expect((await planOnSqlite(database, one)).filter((line) => /ORDER BY/.test(line))).toEqual([]);
  },
);
