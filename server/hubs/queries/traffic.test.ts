import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freshDatabase } from "@/test/database";
import { callOff, contractDeal, tradingParties } from "@/test/traffic-market";
import { mintActor } from "../../platform/identity/mint-actor";
import type { Corridor } from "@/domain/hubs/corridor";
import { SERVICES } from "@/domain/shared/vocabulary";
import { addDays, DAY_MS, type Instant, instant, later, type LocalDate } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { recountTraffic, trafficReview, trafficShare, type TrafficShareQuestion } from "./traffic";
import { rowsBehind } from "./traffic-rows";

const admin = mintActor({ kind: "user", userId: "a", organisationId: "platform", role: "administrator" });
const NOW = startOfDay("2026-11-24" as LocalDate);
const at = (day: string, ms = 0): Instant => later(startOfDay(day as LocalDate), ms);

async function market() {
  const database = await freshDatabase();
  await tradingParties(database);
  const share = async (question: Partial<TrafficShareQuestion> = {}) => {
    const asked = { from: "2026-10", to: "2026-10", measure: "orders", by: "total", now: NOW, ...question } as const;
    const answer = await trafficShare(database.read, admin, asked);
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value;
  };
  const recount = () =>
    recountTraffic(database.read, admin, { from: "2026-08-01" as LocalDate, to: "2026-11-30" as LocalDate });
  return { database, share, recount };
}

const horgos = { hubId: "horgos", isBorderHub: true, at: at("2026-10-10") } as const;
const shanghai = { hubId: "CNSHA-PORT", isBorderHub: false, at: at("2026-10-10"), corridor: "CN-DE" } as const;

describe("the share of border hubs", () => {
  test("counts orders, and a deal once however many orders it has", async () => {
    const { database, share } = await market();
    await contractDeal(database, { ...horgos, services: ["logistics", "customs", "inspection"] });
    await contractDeal(database, { ...shanghai, services: ["logistics"] });
    expect(await share()).toMatchObject({ borderHubShareBps: 7_500 });
    const deals = await share({ measure: "deals" });
    expect(deals.borderHubShareBps).toBe(5_000);
    expect(
      deals.rows.map(({ hubId, count, weightGrams, value }) => [hubId, count, weightGrams, Number(value.minor)]),
    ).toEqual([
      ["CNSHA-PORT", 1, 1_000, 100],
      ["horgos", 1, 3_000, 300],
    ]);
  });

  test("leaves out what was called off, but still counts its deal, which was contracted once", async () => {
    const { database, share } = await market();
    const { orders } = await contractDeal(database, { ...horgos, services: ["logistics", "customs"] });
    await contractDeal(database, { ...shanghai, services: ["logistics"] });
    await callOff(database, orders.customs ?? "", NOW);
    expect(await share()).toMatchObject({ borderHubShareBps: 5_000 });
    await callOff(database, orders.logistics ?? "", NOW);
    expect(await share()).toMatchObject({ borderHubShareBps: 0, rows: [{ hubId: "CNSHA-PORT", count: 1 }] });
    expect(await share({ measure: "deals" })).toMatchObject({ borderHubShareBps: 5_000 });
  });

  test("payment orders count at their deal's hub and can be left out", async () => {
    const { database, share } = await market();
    await contractDeal(database, { ...horgos, services: ["logistics", "payment"] });
    await contractDeal(database, { ...shanghai, services: ["logistics"] });
    expect((await share()).borderHubShareBps).toBe(6_667);
    expect((await share({ hasPayment: false })).borderHubShareBps).toBe(5_000);
    expect((await share({ service: "payment" })).borderHubShareBps).toBe(10_000);
  });

  test("of value counts what providers charge for their own work, by whole months and by days, and shows the rest apart", async () => {
    const { database, share, recount } = await market();
    await contractDeal(database, {
      ...horgos,
      services: ["customs"],
      contractMinor: 10_000n,
      passThroughMinor: 9_000n,
    });
    await contractDeal(database, { ...shanghai, services: ["logistics"], contractMinor: 1_500n });
    for (const period of [{}, { from: "2026-10-02", to: "2026-10-30" }]) {
      const { borderHubShareBps, rows } = await share({ measure: "value", ...period });
      expect(borderHubShareBps).toBe(4_000);
      expect(
        rows.map(({ hubId, value, passThrough }) => [hubId, Number(value.minor), Number(passThrough.minor)]),
      ).toEqual([
        ["CNSHA-PORT", 1_500, 0],
        ["horgos", 1_000, 9_000],
      ]);
    }
    const asked = {
      corridor: null,
      service: null,
      hasPayment: true,
      counted: "orders",
      hub: "all",
      cursor: null,
    } as const;
    const period = { from: "2026-10-01" as LocalDate, to: "2026-10-31" as LocalDate };
    const behind = await rowsBehind(database.read, admin, { ...asked, period });
    expect(behind?.rows.map((row) => [row.valueCnyMinor, row.passThroughCnyMinor]).sort()).toEqual([
      [1_000n, 9_000n],
      [1_500n, 0n],
    ]);
    expect((await recount())?.discrepancies).toEqual([]);
    await database.execute("UPDATE hub_traffic SET pass_through_cny_minor = 0");
    expect((await recount())?.discrepancies).toHaveLength(1);
  });

  test("narrows to a corridor", async () => {
    const { database, share } = await market();
    await contractDeal(database, { ...horgos, services: ["logistics"] });
    await contractDeal(database, { ...shanghai, services: ["logistics"] });
    expect((await share({ corridor: "CN-DE" as Corridor })).borderHubShareBps).toBe(0);
  });

  test("a month begins and ends at midnight in Shanghai", async () => {
    const { database, share } = await market();
    for (const when of [at("2026-10-01", -1), at("2026-10-01"), at("2026-11-01", -1), at("2026-11-01")])
      await contractDeal(database, { ...horgos, at: when, services: ["logistics"] });
    const counts = async (from: string, to: string) => (await share({ from, to })).rows.map((row) => row.count);
    expect(await counts("2026-10", "2026-10")).toEqual([2]);
    expect(await counts("2026-09", "2026-09")).toEqual([1]);
    expect(await counts("2026-10-01", "2026-10-30")).toEqual([1]);
    expect(await counts("2026-09-30", "2026-11-01")).toEqual([4]);
  });

  test("of no traffic there is no share", async () => {
    const { share } = await market();
    expect(await share()).toMatchObject({ borderHubShareBps: null, rows: [] });
  });

  test("is there for administrators only", async () => {
    const { database } = await market();
    const owner = mintActor({ kind: "user", userId: "o", organisationId: "buyer", role: "owner" });
    const question = { from: "2026-10", to: "2026-10", measure: "orders", by: "total", now: NOW } as const;
    expect(await trafficShare(database.read, owner, question)).toMatchObject({ refusal: { code: "not_found" } });
    const period = { from: "2026-10-01" as LocalDate, to: "2026-10-31" as LocalDate };
    const narrow = { corridor: null, service: null, hasPayment: true };
    expect(await recountTraffic(database.read, owner, period)).toBeNull();
    expect(await trafficReview(database.read, owner, { period, measure: "orders", ...narrow }, NOW)).toBeNull();
    expect(
      await rowsBehind(database.read, owner, { period, ...narrow, counted: "orders", hub: "all", cursor: null }),
    ).toBeNull();
  });
});

test("every order and deal behind a figure is listed once, over all pages", async () => {
  const { database, share } = await market();
  for (let i = 0; i < 30; i++)
    await contractDeal(database, {
      ...(i % 3 ? horgos : shanghai),
      at: at("2026-10-10", (i % 4) * 1_000),
      services: ["logistics", "customs"],
    });
  const period = { from: "2026-10-01" as LocalDate, to: "2026-10-31" as LocalDate };
  const narrow = { period, corridor: null, service: null, hasPayment: true } as const;
  const all = async (counted: "orders" | "deals", hub: "border" | "other" | "all" | { id: string }) => {
    const ids: string[] = [];
    for (let cursor: string | null = null, more = true; more; ) {
      const page = await rowsBehind(database.read, admin, { ...narrow, counted, hub, cursor });
      ids.push(...(page?.rows ?? []).map((row) => row.id));
      cursor = page?.nextCursor ?? null;
      more = cursor !== null;
    }
    expect(new Set(ids).size).toBe(ids.length);
    return ids.length;
  };
  const counts = (await share()).rows.map((row) => [row.hubId, row.count]);
  expect(counts).toEqual([
    ["horgos", 40],
    ["CNSHA-PORT", 20],
  ]);
  expect([
    await all("orders", { id: "horgos" }),
    await all("orders", "border"),
    await all("orders", "other"),
    await all("deals", "other"),
    await all("orders", "all"),
    await all("deals", "all"),
  ]).toEqual([40, 40, 20, 10, 60, 30]);
});

type Counted = { readonly at: Instant; readonly hubId: string; readonly minor: bigint };
type Sum = { readonly hubId: string; readonly count: number; readonly minor: bigint; readonly weightGrams: number };

/** Count, value and weight by hub. */
function sumsByHub(rows: readonly Sum[]): Record<string, readonly [number, bigint, number]> {
  const sums: Record<string, readonly [number, bigint, number]> = {};
  for (const { hubId, count, minor, weightGrams } of rows) {
    const [counts, minors, grams] = sums[hubId] ?? [0, 0n, 0];
    sums[hubId] = [counts + count, minors + minor, grams + weightGrams];
  }
  return sums;
}

test("the summary says what the orders say, after whatever was contracted and called off", async () => {
  const trade = fc.record({
    hub: fc.constantFrom("horgos", "pingxiang", "CNSHA-PORT"),
    corridor: fc.constantFrom("CN-KZ", "CN-VN", "VN-CN"),
    services: fc.uniqueArray(fc.constantFrom(...SERVICES), { minLength: 1 }),
    hours: fc.integer({ min: 0, max: 24 * 90 }),
    contractMinor: fc.bigInt({ min: 0n, max: 2n ** 45n }),
    calledOff: fc.subarray([...SERVICES]),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(trade, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 89 }),
      fc.nat(60),
      async (trades, from, length) => {
        const { database, share, recount } = await market();
        const start = at("2026-09-01");
        const placed: Counted[] = [];
        const contracted: Counted[] = [];
        for (const { hub, hours, calledOff, ...deal } of trades) {
          const when = instant(start + hours * 3_600_000);
          const { orders } = await contractDeal(database, {
            ...deal,
            hubId: hub,
            isBorderHub: hub !== "CNSHA-PORT",
            at: when,
          });
          for (const service of deal.services) {
            if (calledOff.includes(service)) await callOff(database, orders[service] ?? "", NOW);
            else placed.push({ at: when, hubId: hub, minor: deal.contractMinor });
          }
          contracted.push({ at: when, hubId: hub, minor: 0n });
        }
        const recounted = await recount();
        expect(recounted).toMatchObject({ discrepancies: [], orders: placed.length, deals: trades.length });
        const first = addDays("2026-09-01" as LocalDate, from);
        const last = addDays(first, length);
        const within = (some: Counted[]) =>
          some.filter((one) => one.at >= startOfDay(first) && one.at < startOfDay(last) + DAY_MS);
        const asked = { from: first, to: last, by: "month", now: at("2026-12-31") } as const;
        const counted = async (measure: "orders" | "deals") =>
          sumsByHub(
            (await share({ ...asked, measure })).rows.map((row) => ({ ...row, minor: BigInt(row.value.minor) })),
          );
        expect(await counted("orders")).toEqual(
          sumsByHub(within(placed).map((order) => ({ ...order, count: 1, weightGrams: 1_000 }))),
        );
        // Value and weight of deals are those of their orders.
        const orders = within(placed).map((order) => ({ ...order, count: 0, weightGrams: 1_000 }));
        const deals = within(contracted).map((deal) => ({ ...deal, count: 1, weightGrams: 0 }));
        expect(await counted("deals")).toEqual(sumsByHub([...deals, ...orders]));
      },
    ),
    { numRuns: 12 },
  );
});

test("the recount names what the summary has wrong", async () => {
  const { database, recount } = await market();
  await contractDeal(database, { ...horgos, services: ["logistics"] });
  await database.execute("UPDATE hub_traffic SET count = count + 1 WHERE service = 'logistics'");
  expect((await recount())?.discrepancies).toEqual([
    { month: "2026-10", hubId: "horgos", corridor: "CN-KZ", service: "logistics", summaryCount: 2, recount: 1 },
  ]);
});

test("the recount names what the days of a month have wrong, where the month itself is right", async () => {
  const { database, recount } = await market();
  await contractDeal(database, { ...horgos, services: ["logistics"] });
  await database.execute("UPDATE traffic_days SET count = count + 2 WHERE service = 'logistics'");
  await database.execute("UPDATE hub_traffic SET count = count - 2 WHERE service = 'logistics'");
  expect((await recount())?.discrepancies).toEqual([
    { month: "2026-10", hubId: "horgos", corridor: "CN-KZ", service: "logistics", summaryCount: 3, recount: 1 },
  ]);
});
