import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { and, count, eq, like, ne, type SQL, sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, restartableDatabase } from "../../test/database";
import { type Database, databaseOver } from "../../db/database";
import { dialect } from "../../db/dialect";
import { bringOver } from "../../db/drivers/bring-over";
import { sqliteDriver } from "../../db/drivers/sqlite";
import { migrateSqlite } from "../../db/migrate";
import { memberships } from "../../db/schema/accounts";
import { deals } from "../../db/schema/deals";
import { hubTraffic, serviceTrade } from "../../db/schema/hubs";
import { awards, orders, toldDeclarations } from "../../db/schema/orders";
import { bids, bidVersions, requests } from "../../db/schema/requests";
import { askWords } from "../../db/word-search";
import { countedRows, rowsOfDays } from "../../db/repositories/traffic";
import type { TrafficRow } from "../../domain/hubs/traffic";
import { DAY_MS, dayOf, instant, monthOf } from "../../domain/shared/time";
import { startOfDay } from "../../domain/shared/zones";
import { buildBulkMarket } from "./main";
import { mintActor } from "../../server/platform/identity/mint-actor";
import { recountTraffic } from "../../server/hubs/queries/traffic";

const ROOT = join(import.meta.dirname, "../..");
const AS_A_START = ["--import", "./scripts/setup/typescript/on-the-server.mjs", "--import", "tsx"];
const MADE_MS = 120_000;
// As test/seed-copied.ts says: the played year, and three copies of it.
const LOTS = ["L001", "L002", "L003"];

let folder: string;
let file: string;
let market: Database;
let drop = async (): Promise<void> => undefined;

/** The market as the child has made it; on PostgreSQL brought over, as a start does it. */
async function opened(): Promise<Database> {
  if (dialect === "sqlite") return databaseOver(sqliteDriver(file));
  const copy = await restartableDatabase();
  const client = new pg.Client({ connectionString: copy.at });
  await client.connect();
  await bringOver(file, client);
  await client.end();
  drop = copy.drop;
  return copy.open();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kouan-copied-"));
  file = join(folder, "kouan.db");
  const env = { ...process.env, DATABASE_URL: `file:${file}`, DATA_DIR: folder, KOUAN_ENV: "demo", BASE_URL: "" };
  const child = spawn(process.execPath, [...AS_A_START, "test/seed-copied.ts"], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`the market was not made: ${code}`);
  market = await opened();
}, MADE_MS);

afterAll(async () => {
  await market.close();
  await drop();
  rmSync(folder, { recursive: true, force: true });
});

type Counted = typeof deals | typeof requests | typeof bids | typeof orders | typeof awards | typeof toldDeclarations;

async function rows(table: Counted, where?: SQL): Promise<number> {
  const [found] = await market.read.select({ rows: count() }).from(table).where(where);
  return found?.rows ?? 0;
}

test("Each copy has as many deals and orders as each other, and all that is told apart by number is there once.", async () => {
  const ofLot = (table: typeof deals | typeof orders) =>
    Promise.all(LOTS.map((lot) => rows(table, like(table.title, `% ${lot}`))));
  const [first, ...others] = await ofLot(orders);
  expect(first).toBeGreaterThan(100);
  expect(others).toEqual([first, first]);
  expect(new Set(await ofLot(deals)).size).toBe(1);
  const [distinct] = await market.read
    .select({ orders: sql<number>`count(distinct ${orders.reference})`.mapWith(Number) })
    .from(orders);
  expect(distinct?.orders).toBe(await rows(orders));
  const numbers = await market.read.select({ number: toldDeclarations.number }).from(toldDeclarations);
  expect(numbers.length).toBeGreaterThan(4);
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length);
});

test("A market of which nothing is copied is made on either database.", async () => {
  const database = await freshDatabase();
  const now = instant(Date.now());
  const small = { orders: 20, now, passwordHash: "", progress: () => undefined };
  expect(await buildBulkMarket(database, small)).toMatchObject({ deals: expect.any(Number) });
  const [made] = await database.read.select({ deals: count() }).from(deals);
  expect(made?.deals).toBeGreaterThan(10);
}, 120_000);

test("The sums of traffic are those of the orders and deals, to the unit.", async () => {
  const [person] = await market.read.select().from(memberships).where(eq(memberships.role, "administrator")).limit(1);
  const administrator = mintActor({ kind: "user", ...(person as NonNullable<typeof person>) });
  const now = instant(Date.now());
  const year = { from: dayOf(instant(now - 380 * DAY_MS)), to: dayOf(now) };
  const recount = await recountTraffic(market.read, administrator, year);
  expect(recount?.discrepancies).toEqual([]);
  expect(recount?.orders).toBe(await rows(orders, ne(orders.state, "cancelled")));
  for (const counted of ["orders", "deals"] as const) {
    const some = { counted, corridor: null, service: null, hasPayment: true };
    const from = instant(now - 40 * DAY_MS);
    const days = { month: monthOf(dayOf(from)), from: startOfDay(dayOf(from)), before: startOfDay(dayOf(now)) };
    const byKey = (all: readonly TrafficRow[]) =>
      new Map(all.map((row) => [`${row.hubId} ${row.corridor} ${row.service}`, row]));
    expect(byKey(await rowsOfDays(market.read, days, some))).toEqual(byKey(await countedRows(market.read, days, some)));
  }
  const [counted] = await market.read
    .select({ deals: sql<number>`sum(${hubTraffic.count})`.mapWith(Number) })
    .from(hubTraffic)
    .where(eq(hubTraffic.service, "deal"));
  expect(counted?.deals).toBe(await rows(deals, sql`${deals.contractedAt} is not null`));
});

test("The sums of services sold are those of the orders.", async () => {
  const [summed] = await market.read
    .select({
      count: sql<number>`sum(${serviceTrade.count})`.mapWith(Number),
      value: sql<bigint>`sum(${serviceTrade.valueCnyMinor})`.mapWith(BigInt),
    })
    .from(serviceTrade);
  const [counted] = await market.read
    .select({
      count: sql<number>`count(*)`.mapWith(Number),
      value: sql<bigint>`sum(${orders.contractCnyMinor} - ${orders.passThroughCnyMinor})`.mapWith(BigInt),
    })
    .from(orders)
    .where(ne(orders.state, "cancelled"));
  expect(summed).toEqual(counted);
});

test("An order of a copy has the parties, the bid, the award and the deal of that copy, and its number of bids is true.", async () => {
  const of = await market.read
    .select({
      ...{ order: orders.id, buyer: requests.buyerOrganisationId, provider: bids.providerOrganisationId },
      ...{ theirBuyer: orders.buyerOrganisationId, theirProvider: orders.providerOrganisationId },
      ...{ awardDeal: awards.dealId, requestDeal: requests.dealId, deal: deals.id, dealTitle: deals.title },
      ...{ title: orders.title, bid: bids.id, comparison: awards.comparison, dealBuyer: deals.buyerOrganisationId },
      bidRequest: sql<boolean>`${bids.requestId} = ${requests.id} and ${awards.bidId} = ${bids.id}`.mapWith(Boolean),
    })
    .from(orders)
    .innerJoin(requests, eq(requests.id, orders.requestId))
    .innerJoin(bids, eq(bids.id, orders.bidId))
    .innerJoin(awards, eq(awards.id, orders.awardId))
    .innerJoin(deals, eq(deals.id, orders.dealId))
    .innerJoin(bidVersions, eq(bidVersions.bidId, bids.id));
  expect(of.length).toBe(await rows(orders));
  for (const one of of) {
    expect([one.theirBuyer, one.theirBuyer, one.theirProvider]).toEqual([one.buyer, one.dealBuyer, one.provider]);
    expect([one.awardDeal, one.requestDeal, one.title]).toEqual([one.deal, one.deal, one.dealTitle]);
    expect(one.bidRequest).toBe(true);
    expect(Object.keys(one.comparison.totals)).toContain(one.bid);
  }
  const miscounted = await market.read
    .select({ id: requests.id })
    .from(requests)
    .where(ne(requests.bidCount, sql`(select count(*) from ${bids} where ${bids.requestId} = ${requests.id})`));
  expect(miscounted).toEqual([]);
});

// The letters of an id by their values; the first ten say its millisecond.
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const timeOf = (id: string): number =>
  [...id.slice(0, 10)].reduce((all, letter) => all * 32 + LETTERS.indexOf(letter), 0);

test("An id says the time of its row, and no bid that is still sealed was copied.", async () => {
  const all = [
    ...(await market.read.select({ id: requests.id, at: requests.createdAt }).from(requests)),
    ...(await market.read.select({ id: orders.id, at: orders.contractedAt }).from(orders)),
    ...(await market.read.select({ id: bids.id, at: bids.submittedAt }).from(bids)),
  ];
  expect(all.filter(({ id, at }) => timeOf(id) !== at)).toEqual([]);
  const sealed = await market.read
    .select({ id: bids.id })
    .from(bidVersions)
    .innerJoin(bids, eq(bids.id, bidVersions.bidId))
    .innerJoin(requests, eq(requests.id, bids.requestId))
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .where(and(like(deals.title, "% L00_"), sql`${bidVersions.content} is null`));
  expect(sealed).toEqual([]);
});

test("A copied request is found by its own number, by that of its deal and by its lot, and no other is.", async () => {
  const found = async (text: string) =>
    market.read
      .select({ id: requests.id, dealId: requests.dealId })
      .from(requests)
      .where((await askWords(market.read, requests, { text })).isFound());
  const [copied] = await market.read
    .select({ id: requests.id, reference: requests.reference, dealId: deals.id, dealReference: deals.reference })
    .from(requests)
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .where(like(deals.title, "% L002"))
    .limit(1);
  expect((await found(copied?.reference ?? "")).map(({ id }) => id)).toEqual([copied?.id]);
  const ofDeal = await found(copied?.dealReference ?? "");
  expect(ofDeal.length).toBeGreaterThan(0);
  expect(new Set(ofDeal.map(({ dealId }) => dealId))).toEqual(new Set([copied?.dealId]));
  const inLot = market.read.select({ id: deals.id }).from(deals).where(like(deals.title, "% L002"));
  expect(await found("l002")).toHaveLength(await rows(requests, sql`${requests.dealId} in ${inLot}`));
});

test("The file is whole, and has every index and trigger that a new one has.", () => {
  const [made, empty] = [new Sqlite(file), new Sqlite(":memory:")];
  migrateSqlite(empty);
  const partsOf = (connection: Sqlite.Database) =>
    connection
      .prepare(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '%_words_%' AND name NOT LIKE 'sqlite_%' ORDER BY 1, 2",
      )
      .all();
  expect(made.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
  expect(made.pragma("foreign_key_check")).toEqual([]);
  expect(partsOf(made)).toEqual(partsOf(empty));
  made.exec("INSERT INTO requests_words (requests_words) VALUES ('integrity-check')");
  for (const connection of [made, empty]) connection.close();
});
