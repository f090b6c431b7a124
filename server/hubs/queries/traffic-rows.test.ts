import { expect, test } from "vitest";
import { organisations } from "@/db/schema/accounts";
import { requests } from "@/db/schema/requests";
import { ROW_KEYS, rowKeysOf, type RowSort } from "@/domain/hubs/traffic-rows";
import type { Corridor } from "@/domain/hubs/corridor";
import { HOUR_MS, later, type LocalDate } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { searchText } from "@/domain/shared/search-text";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { freshDatabase } from "@/test/database";
import { languageIn, tableOf } from "@/test/traffic-language";
import { callOff, contractDeal, tradingParties } from "@/test/traffic-market";
import { eq } from "drizzle-orm";
import { trafficShare } from "./traffic";
import { BEHIND_PAGE_ROWS, type BehindFilter, rowsBehind, rowsTotal } from "./traffic-rows";
import { rowsCsv } from "./traffic-csv";

/** The file itself, where it is not refused. */
async function fileOf(...asked: Parameters<typeof rowsCsv>): Promise<string | null> {
  const file = await rowsCsv(...asked);
  return file?.ok ? file.value : null;
}

const admin = mintActor({ kind: "user", userId: "a", organisationId: "platform", role: "administrator" });
const owner = mintActor({ kind: "user", userId: "o", organisationId: "buyer", role: "owner" });
const NOW = startOfDay("2026-11-24" as LocalDate);
const PERIOD = { from: "2026-10-01" as LocalDate, to: "2026-10-31" as LocalDate };
const ALL: BehindFilter = {
  ...{ period: PERIOD, counted: "orders", hub: "all" },
  ...{ corridor: null, service: null, hasPayment: true },
};

const DEALS_IN_ALL = 40;

/** Many deals with few different values, weights and times, so that most rows have equals, over both kinds of hubs. */
async function market() {
  const database = await freshDatabase();
  await tradingParties(database);
  const ids: string[] = [];
  for (let at = 0; at < DEALS_IN_ALL; at++) {
    const isBorderHub = at % 3 !== 0;
    const { deal, orders } = await contractDeal(database, {
      ...{ hubId: isBorderHub ? "horgos" : "CNSHA-PORT", isBorderHub, corridor: isBorderHub ? "CN-KZ" : "CN-DE" },
      services: at % 4 === 0 ? ["logistics", "payment"] : ["logistics"],
      at: later(startOfDay(`2026-10-1${at % 5}` as LocalDate), HOUR_MS),
      contractMinor: BigInt(100 + (at % 7) * 13),
      passThroughMinor: BigInt(at % 4),
      weightGrams: 1_000 * (1 + (at % 6)),
    });
    if (at % 10 === 9) await callOff(database, orders.logistics ?? "", NOW);
    ids.push(deal);
  }
  return { database, ids };
}

const FIGURE = {
  contracted: (row: { contractedAt: number }) => row.contractedAt,
  value: (row: { valueCnyMinor: bigint | null }) => Number(row.valueCnyMinor),
  weight: (row: { weightGrams: number }) => row.weightGrams,
};

test("Every row is on one page and no other, in each order and both ways, though most have equals.", async () => {
  const { database } = await market();
  for (const counted of ["orders", "deals"] as const)
    for (const key of rowKeysOf(counted))
      for (const isAscending of [false, true]) {
        const sort: RowSort = { key, isAscending };
        const seen: { id: string; figure: number }[] = [];
        let cursor: string | null = null;
        do {
          const page = await rowsBehind(database.read, admin, { ...ALL, counted, sort, cursor });
          expect(page?.rows.length).toBeLessThanOrEqual(BEHIND_PAGE_ROWS);
          seen.push(...(page?.rows ?? []).map((row) => ({ id: row.id, figure: FIGURE[key](row) })));
          cursor = page?.nextCursor ?? null;
        } while (cursor);
        const turn = isAscending ? 1 : -1;
        const inOrder = seen.toSorted((a, b) => turn * (a.figure - b.figure || (a.id < b.id ? -1 : 1)));
        expect([sort, seen]).toEqual([sort, inOrder]);
        // Of the forty deals each fourth has two orders, and the orders of each tenth were called off.
        expect(new Set(seen.map(({ id }) => id)).size).toBe(counted === "deals" ? DEALS_IN_ALL : DEALS_IN_ALL + 10 - 4);
      }
});

test("A cursor of another order starts from the top.", async () => {
  const { database } = await market();
  const asked = { ...ALL, sort: { key: "value", isAscending: false } } as const;
  const first = await rowsBehind(database.read, admin, { ...asked, cursor: null });
  const other = { ...ALL, sort: { key: "weight", isAscending: false } } as const;
  const page = await rowsBehind(database.read, admin, { ...other, cursor: first?.nextCursor ?? null });
  expect(page).toEqual(await rowsBehind(database.read, admin, { ...other, cursor: null }));
});

const HUBS = ["all", "border", "other", { id: "horgos" }] as const;
const NARROWINGS = [
  {},
  { hasPayment: false },
  { corridor: "CN-DE" as Corridor },
  { service: "payment" },
  // Days of a month, which the figure counts one by one.
  { period: { from: "2026-10-11" as LocalDate, to: "2026-10-13" as LocalDate } },
] as const satisfies readonly Partial<BehindFilter>[];

test("What the rows add up to in their file is the figure, and so is their total.", async () => {
  const { database } = await market();
  const language = languageIn("en");
  for (const narrow of NARROWINGS)
    for (const hub of HUBS) {
      const filter = { ...ALL, ...narrow, hub };
      const { from, to } = filter.period;
      const asked = { ...filter, from, to, measure: "value", by: "total", now: NOW } as const;
      const share = await trafficShare(database.read, admin, asked);
      if (!share.ok) throw new Error(share.refusal.code);
      const figure = share.value.rows.filter(
        (row) =>
          hub === "all" || (typeof hub === "object" ? row.hubId === hub.id : row.isBorderHub === (hub === "border")),
      );
      const sum = (of: (row: (typeof figure)[number]) => number) => figure.reduce((all, row) => all + of(row), 0);
      const fen = [sum(({ value }) => Number(value.minor)), sum(({ passThrough }) => Number(passThrough.minor))];
      const said = [sum(({ count }) => count), ...fen, sum(({ weightGrams }) => weightGrams)];
      const rows = tableOf(await fileOf(database.read, admin, { ...filter, language }));
      const added = (head: string, unit: number) =>
        rows.reduce((all, row) => all + Math.round(Number(row[head]) * unit), 0);
      const inFile = [
        rows.length,
        ...[added("Value, CNY", 100), added("Passed through, CNY", 100), added("Gross weight, kg", 1_000)],
      ];
      expect([narrow, hub, inFile]).toEqual([narrow, hub, said]);
      const total = await rowsTotal(database.read, admin, { ...filter, now: NOW });
      expect([narrow, hub, total]).toEqual([
        narrow,
        hub,
        {
          count: said[0],
          valueCnyMinor: BigInt(fen[0] ?? 0),
          passThroughCnyMinor: BigInt(fen[1] ?? 0),
          weightGrams: said[3],
        },
      ]);
    }
});

test("As many deals are in their file as the figure counts, with what their goods are worth.", async () => {
  const { database } = await market();
  const filter = { ...ALL, counted: "deals", hub: "border" } as const;
  const rows = tableOf(await fileOf(database.read, admin, { ...filter, language: languageIn("en") }));
  const total = await rowsTotal(database.read, admin, { ...filter, now: NOW });
  expect(total).toMatchObject({ count: 26, valueCnyMinor: null });
  expect(rows).toHaveLength(26);
  expect(rows[0]).toMatchObject({ "Goods value": "50.00", Currency: "CNY", "Border port": "yes", Port: "Horgos" });
});

/** One deal that is looked for among the others, with a buyer of its own. */
async function lookedFor() {
  const { database, ids } = await market();
  const [first = "", second = ""] = ids;
  await database.write(async (tx) => {
    const goods = searchText("Solar inverters 太阳能逆变器", "Yiwu", "Horgos 霍尔果斯");
    await tx.update(requests).set({ searchText: goods }).where(eq(requests.dealId, first));
    await tx
      .update(organisations)
      .set({ nameLatin: "Aral Trade 100%", nameOwn: "Công ty 阿拉尔贸易" })
      .where(eq(organisations.id, "buyer"));
  });
  return { database, first, second };
}

test("A row is found by its number, its goods in either language, its buyer, or words of several of these.", async () => {
  const { database, first, second } = await lookedFor();
  const found = async (q: string, counted: "orders" | "deals" = "orders") =>
    (await rowsTotal(database.read, admin, { ...ALL, counted, q, now: NOW }))?.count;
  const orders = 46;
  for (const [q, count] of [
    [`KO-o-${second}-logistics`, 1],
    [`ko-o-${first}-`, 2],
    ["inverter", 2],
    ["逆变器", 2],
    ["solar yiwu", 2],
    ["solar aral", 2],
    ["solar samarkand", 0],
    ["aral TRADE", orders],
    ["阿拉尔", orders],
    ["100%", orders],
    // A name is found as it is written, too: the words of goods are kept without their signs.
    ["Công ty", orders],
    ["99%", 0],
    ["KO_o-", 0],
    // Signs alone ask for nothing.
    ["%", orders],
  ] as const)
    expect([q, await found(q)]).toEqual([q, count]);
  expect([await found("inverter", "deals"), await found(`KD-${second}`, "deals")]).toEqual([1, 1]);
});

test("What is looked for narrows rows, total and file alike, and within the other filters.", async () => {
  const { database } = await lookedFor();
  const asked = { ...ALL, q: "solar", sort: { key: ROW_KEYS[1], isAscending: true } } as const;
  const page = await rowsBehind(database.read, admin, { ...asked, cursor: null });
  const file = tableOf(await fileOf(database.read, admin, { ...asked, language: languageIn("zh-CN") }));
  expect(file.map((row) => row.编号)).toEqual(page?.rows.map(({ reference }) => reference));
  expect(file).toHaveLength(2);
  const total = await rowsTotal(database.read, admin, { ...asked, now: NOW });
  expect(total).toMatchObject({ count: 2, valueCnyMinor: 200n, passThroughCnyMinor: 0n, weightGrams: 2_000 });
  expect(await rowsTotal(database.read, admin, { ...asked, hub: "border", now: NOW })).toMatchObject({ count: 0 });
});

test("More rows than one file holds are refused, not cut.", async () => {
  const { database } = await market();
  const asked = { ...ALL, language: languageIn("en") };
  expect(await rowsCsv(database.read, admin, { ...asked, rowsMax: 45 })).toMatchObject({
    refusal: { code: "too_many_rows", details: { maximum: 45 } },
  });
  expect(tableOf(await fileOf(database.read, admin, { ...asked, rowsMax: 46 }))).toHaveLength(46);
});

test("Rows, their total and their file are administrators' alone.", async () => {
  const database = await freshDatabase();
  expect(await rowsBehind(database.read, owner, { ...ALL, cursor: null })).toBeNull();
  expect(await rowsTotal(database.read, owner, { ...ALL, now: NOW })).toBeNull();
  expect(await rowsCsv(database.read, owner, { ...ALL, language: languageIn("en") })).toBeNull();
});
