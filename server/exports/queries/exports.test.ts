import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Database } from "@/db/database";
import { dialect } from "@/db/dialect";
import { listings } from "@/db/schema/catalogue";
import { tradeAnew } from "@/db/triggers";
import { isExport } from "@/domain/exports/trade";
import { SERVICES } from "@/domain/shared/vocabulary";
import { type Instant, instant, later, type LocalDate, type Month } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { tradeRows } from "@/db/repositories/service-trade";
import { freshDatabase } from "@/test/database";
import { callOff, contractDeal, tradingParties } from "@/test/traffic-market";
import { mintActor } from "../../platform/identity/mint-actor";
import { exportedOrders, firstExportedOrders } from "./exported-orders";
import {
  exportsFunnel,
  exportsOfLate,
  exportsReview,
  type ExportsQuestion,
  recentExports,
  recentFunnel,
} from "./exports-review";
import { publicExports } from "./public-exports";

const admin = mintActor({ kind: "user", userId: "a", organisationId: "platform", role: "administrator" });
const owner = mintActor({ kind: "user", userId: "o", organisationId: "buyer", role: "owner" });
const NOW = startOfDay("2026-11-24" as LocalDate);
const at = (day: string, ms = 0): Instant => later(startOfDay(day as LocalDate), ms);
const MONTHS = { first: "2026-08" as Month, last: "2026-10" as Month };
const OCTOBER = "2026-10" as Month;
const ALL = { exporter: null, importer: null, service: null, corridor: null };
const QUESTION: ExportsQuestion = { ...ALL, ...MONTHS, definition: "mofcom" };

const PROVIDERS = ["CN", "CN", "KZ", "VN"].map((country, at) => ({ id: `p${at}`, country }));
const BUYERS = ["CN", "KZ", "KZ", "RU"].map((country, at) => ({ id: `b${at}`, country }));

async function market(parties = [...PROVIDERS, ...BUYERS]) {
  const database = await freshDatabase();
  await tradingParties(database, parties);
  return database;
}

const deal = { hubId: "horgos", isBorderHub: true, services: ["logistics"], at: at("2026-10-10") } as const;

type Line = {
  readonly month: string;
  readonly exporter: string;
  readonly importer: string;
  readonly service: string;
  readonly corridor: string;
  readonly count: string;
  readonly value: string;
  readonly margin: string;
  readonly passed: string;
};

/** The same figures from the orders and the organisations themselves, by the time of the contract: no sum, no column that was kept for them. */
async function byIndependentSql(database: Database): Promise<string[]> {
  const month =
    dialect === "postgres"
      ? sql`to_char(o.contracted_at at time zone 'Asia/Shanghai', 'YYYY-MM')`
      : sql`strftime('%Y-%m', o.contracted_at / 1000 + 28800, 'unixepoch')`;
  const from = sql`(select ${month} as month, p.country as exporter, b.country as importer, o.service as service, o.corridor as corridor,
      count(*) as count, sum(o.contract_cny_minor - o.pass_through_cny_minor) as value, sum(o.margin_cny_minor) as margin,
      sum(o.pass_through_cny_minor) as passed
    from orders o
      join organisations p on p.id = o.provider_organisation_id
      join organisations b on b.id = o.buyer_organisation_id
    where o.state <> 'cancelled' and p.country <> b.country
    group by 1, 2, 3, 4, 5) as lines`;
  const rows: Line[] = await database.read
    .select({
      ...{
        month: sql<string>`lines.month`,
        exporter: sql<string>`lines.exporter`,
        importer: sql<string>`lines.importer`,
      },
      ...{
        service: sql<string>`lines.service`,
        corridor: sql<string>`lines.corridor`,
        count: sql<string>`lines.count`,
      },
      ...{ value: sql<string>`lines.value`, margin: sql<string>`lines.margin`, passed: sql<string>`lines.passed` },
    })
    .from(from);
  return rows
    .map(({ month, exporter, importer, service, corridor, count, value, margin, passed }) =>
      [month, exporter, importer, service, corridor, count, value, margin, passed].join(" "),
    )
    .sort();
}

async function bySums(database: Database): Promise<string[]> {
  const rows = (await tradeRows(database.read, { first: "2026-01" as Month, last: "2026-12" as Month }, ALL)).filter(
    isExport,
  );
  return rows
    .map((row) =>
      [
        ...[row.month, row.providerCountry, row.buyerCountry, row.service, row.corridor],
        ...[row.count, row.valueMinor, row.marginMinor, row.passThroughMinor],
      ].join(" "),
    )
    .sort();
}

test("figures of services exports equal an independent SQL, after whatever was contracted and called off", async () => {
  const trade = fc.record({
    providerId: fc.constantFrom(...PROVIDERS.map(({ id }) => id)),
    buyerId: fc.constantFrom(...BUYERS.map(({ id }) => id)),
    corridor: fc.constantFrom("CN-KZ", "KZ-CN", "CN-VN"),
    services: fc.uniqueArray(fc.constantFrom(...SERVICES), { minLength: 1 }),
    hours: fc.integer({ min: 0, max: 24 * 90 }),
    contractMinor: fc.bigInt({ min: 1_000n, max: 2n ** 45n }),
    passThroughMinor: fc.bigInt({ min: 0n, max: 500n }),
    marginMinor: fc.bigInt({ min: 0n, max: 500n }),
    calledOff: fc.subarray([...SERVICES]),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(trade, { minLength: 1, maxLength: 10 }), async (trades) => {
      const database = await market();
      for (const { hours, calledOff, ...one } of trades) {
        const when = instant(at("2026-08-01") + hours * 3_600_000);
        const { orders } = await contractDeal(database, { ...deal, ...one, at: when });
        for (const service of calledOff) if (orders[service]) await callOff(database, orders[service], NOW);
      }
      const expected = await byIndependentSql(database);
      expect(await bySums(database)).toEqual(expected);
      const review = await exportsReview(database.read, admin, QUESTION);
      const counted = expected.map((line) => line.split(" "));
      expect(review?.exported.count).toBe(counted.reduce((all, line) => all + Number(line[5]), 0));
      expect(review?.exported.valueMinor).toBe(counted.reduce((all, line) => all + BigInt(line[6] as string), 0n));
      for (const statement of tradeAnew()) await database.execute(statement);
      expect(await bySums(database)).toEqual(expected);
    }),
    { numRuns: 12 },
  );
});

describe("services exports", () => {
  test("are what an organisation of one country sells to one of another, whatever way the goods go", async () => {
    const database = await market();
    await contractDeal(database, { ...deal, providerId: "p0", buyerId: "b0" });
    await contractDeal(database, { ...deal, providerId: "p0", buyerId: "b1", corridor: "KZ-CN" });
    await contractDeal(database, { ...deal, providerId: "p2", buyerId: "b0" });
    await contractDeal(database, { ...deal, providerId: "p2", buyerId: "b2" });
    const review = await exportsReview(database.read, admin, QUESTION);
    expect(review?.pairs.map(({ key, count }) => [key, count])).toEqual([
      ["CN>KZ", 1],
      ["KZ>CN", 1],
    ]);
    expect([review?.exported.count, review?.all.count, review?.exporters]).toEqual([2, 4, 2]);
  });

  test("keep the country that an organisation had when it was contracted", async () => {
    const database = await market();
    const { orders } = await contractDeal(database, { ...deal, providerId: "p0", buyerId: "b1" });
    await database.execute("UPDATE organisations SET country = 'CN' WHERE id = 'b1'");
    await contractDeal(database, { ...deal, providerId: "p0", buyerId: "b1" });
    expect(await bySums(database)).toHaveLength(1);
    await callOff(database, orders.logistics ?? "", NOW);
    expect(await bySums(database)).toEqual([]);
  });

  test("count of a payment its fees and margin, of a declaration the broker's own charges, and say the rest apart", async () => {
    const database = await market();
    const sold = { ...deal, providerId: "p0", buyerId: "b1" };
    await contractDeal(database, { ...sold, services: ["payment"], contractMinor: 900n, marginMinor: 600n });
    await contractDeal(database, { ...sold, services: ["customs"], contractMinor: 900n, passThroughMinor: 700n });
    const review = await exportsReview(database.read, admin, QUESTION);
    expect(review?.kinds).toEqual([
      { key: "payment", count: 1, valueMinor: 900n, marginMinor: 600n, passThroughMinor: 0n },
      { key: "customs", count: 1, valueMinor: 200n, marginMinor: 0n, passThroughMinor: 700n },
    ]);
    expect(review?.knowledge.valueMinor).toBe(900n);
  });

  test("open to their orders, page by page, which add up to the figure", async () => {
    const database = await market();
    for (let i = 0; i < 30; i++)
      await contractDeal(database, {
        ...deal,
        providerId: "p0",
        buyerId: i % 3 ? "b1" : "b0",
        at: at("2026-10-10", i % 4),
      });
    const ids = new Set<string>();
    let [value, cursor, pages]: [bigint, string | null, number] = [0n, null, 0];
    do {
      const page = await exportedOrders(database.read, admin, { ...ALL, ...MONTHS, importer: "KZ", cursor });
      for (const row of page?.rows ?? []) {
        ids.add(row.id);
        value += row.valueCnyMinor;
        expect([row.providerCountry, row.buyerCountry]).toEqual(["CN", "KZ"]);
      }
      expect(page?.total).toMatchObject({ count: 20, valueMinor: 2_000n });
      cursor = page?.nextCursor ?? null;
      pages += 1;
    } while (cursor !== null && pages < 5);
    expect([ids.size, value]).toEqual([20, 2_000n]);
    expect(await firstExportedOrders(database.read, admin, { ...ALL, ...MONTHS, limit: 7 })).toHaveLength(7);
    expect(
      (await exportedOrders(database.read, admin, { ...ALL, ...MONTHS, exporter: "KZ", cursor: null }))?.rows,
    ).toEqual([]);
  });

  test("by orders, funnel and line are there for administrators only", async () => {
    const { read } = await market();
    expect(await exportsReview(read, owner, QUESTION)).toBeNull();
    expect(await recentExports(read, owner, QUESTION, NOW)).toBeNull();
    expect(await exportsFunnel(read, owner, NOW)).toBeNull();
    expect(await recentFunnel(read, owner, NOW)).toBeNull();
    expect(await exportsOfLate(read, owner, NOW)).toBeNull();
    expect(await exportedOrders(read, owner, { ...ALL, ...MONTHS, cursor: null })).toBeNull();
    expect(await firstExportedOrders(read, owner, { ...ALL, ...MONTHS, limit: 1 })).toBeNull();
  });
});

const SELLERS = Array.from({ length: 7 }, (_, at) => ({ id: `s${at}`, country: "CN" }));

/** So many sellers of one country each sell as often to a buyer of another. */
async function publicMarket(sellers: number, each: number) {
  const database = await market([...SELLERS, ...BUYERS]);
  type More = Partial<Parameters<typeof contractDeal>[1]> & { readonly skip?: number };
  const sell = async (count: number, buyerId: string, { skip = 0, ...more }: More = {}) => {
    for (const { id } of SELLERS.slice(skip, skip + count))
      for (let i = 0; i < each; i++) await contractDeal(database, { ...deal, ...more, providerId: id, buyerId });
  };
  await sell(sellers, "b1");
  return { database, sell, shown: () => publicExports(database.read, OCTOBER, NOW) };
}

describe("what everybody may see", () => {
  test("is a figure of at least five providers and eight orders that stays one without any of them", async () => {
    expect((await (await publicMarket(5, 2)).shown()).total).toBeNull();
    const { shown } = await publicMarket(6, 2);
    expect((await shown()).total).toEqual({ count: 12, valueMinor: 1_200n, providers: 6 });
    expect((await shown()).months.at(-1)).toMatchObject({ month: OCTOBER, total: { providers: 6 } });
  });

  test("does not let a small pair be read by taking the others off the whole", async () => {
    const { sell, shown } = await publicMarket(7, 2);
    await sell(1, "b3");
    const { pairs, total } = await shown();
    expect(pairs).toMatchObject({ shown: [], rest: { keys: ["CN>KZ", "CN>RU"], count: 16 } });
    expect(total?.count).toBe(16);
  });

  test("says a quarter's knowledge-intensive share where kinds of its months beside it would tell none", async () => {
    const { database, sell } = await publicMarket(0, 2);
    const share = async () => (await publicExports(database.read, "2026-08" as Month, NOW)).quarter;
    const august = { at: at("2026-08-10") };
    for (const service of ["logistics", "payment", "customs"] as const)
      await sell(7, "b1", { ...august, services: [service], contractMinor: service === "logistics" ? 100n : 200n });
    const known = { part: { count: 14 }, whole: { count: 42 } };
    expect(await share()).toMatchObject({ first: "2026-07", last: "2026-09", knowledge: known });
    await sell(2, "b1", { ...august, services: ["inspection"] });
    expect((await share()).knowledge).toBeNull();
    await sell(7, "b1", { at: at("2026-07-10"), services: ["inspection"] });
    expect((await share()).knowledge).toBeNull();
  });

  test("says it where what its months hide is enough together, and of the quarter before where one is not over", async () => {
    const { database, sell } = await publicMarket(0, 2);
    const share = async () => (await publicExports(database.read, OCTOBER, NOW)).quarter;
    const kinds = ["inspection", "logistics"] as const;
    for (const service of kinds) await sell(4, "b1", { at: at("2026-07-10"), services: [service] });
    expect((await share()).knowledge).toBeNull();
    for (const service of kinds) await sell(4, "b1", { at: at("2026-08-10"), services: [service], skip: 3 });
    expect(await share()).toMatchObject({ last: "2026-09", knowledge: { part: { count: 16 }, whole: { count: 32 } } });
  });

  test("says the margin of payments only where enough providers took one", async () => {
    const { sell, shown } = await publicMarket(7, 2);
    await sell(7, "b1", { services: ["payment"] });
    expect((await shown()).marginMinor).toBeNull();
    await sell(6, "b1", { services: ["payment"], marginMinor: 10n });
    expect((await shown()).marginMinor).toBe(120n);
  });
});

test("the funnel follows each provider from its first listing to its second month with a foreign buyer", async () => {
  const database = await market();
  await database.write(async (tx) => {
    for (const [id, day] of [
      ["p0", "2026-08-01"],
      ["p1", "2026-08-20"],
      ["p2", "2024-01-01"],
    ] as const)
      await tx.insert(listings).values({
        ...{ id: `l-${id}`, organisationId: id, service: "logistics", summary: "", searchText: "", isActive: true },
        ...{ hubIds: [], corridors: [], languages: [], licences: [], createdAt: at(day), updatedAt: at(day) },
      });
  });
  const sold = { ...deal, providerId: "p0" };
  await contractDeal(database, { ...sold, buyerId: "b0", at: at("2026-08-11") });
  await contractDeal(database, { ...sold, buyerId: "b1", at: at("2026-08-31") });
  await contractDeal(database, { ...sold, buyerId: "b1", at: at("2026-10-10") });
  const funnel = await exportsFunnel(database.read, admin, NOW);
  expect(funnel?.funnels.map(({ month }) => month)).toEqual([null, "2026-08"]);
  expect(funnel?.funnels[0]?.steps).toEqual([
    { step: "listed", count: 2, medianDays: null },
    { step: "first_bid", count: 1, medianDays: 10 },
    { step: "first_order", count: 1, medianDays: 10 },
    { step: "first_foreign_buyer", count: 1, medianDays: 30 },
    { step: "second_foreign_month", count: 1, medianDays: 70 },
  ]);
});
