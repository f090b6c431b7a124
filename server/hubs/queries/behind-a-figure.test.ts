import { expect, test } from "vitest";
import type { Corridor } from "@/domain/hubs/corridor";
import type { Service } from "@/domain/shared/vocabulary";
import { HOUR_MS, later, type LocalDate } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { freshDatabase } from "@/test/database";
import { callOff, contractDeal, tradingParties } from "@/test/traffic-market";
import { trafficFlows, trafficShare } from "./traffic";
import { type BehindFilter, rowsBehind } from "./traffic-rows";

const admin = mintActor({ kind: "user", userId: "a", organisationId: "platform", role: "administrator" });
const NOW = startOfDay("2026-11-24" as LocalDate);

type Traded = {
  readonly hubId: string;
  readonly corridor: string;
  readonly day: string;
  readonly services: readonly Service[];
  readonly weightGrams: number;
  readonly off?: Service;
};

const DEALS: readonly Traded[] = [
  { hubId: "horgos", corridor: "CN-KZ", day: "2026-10-10", services: ["logistics", "payment"], weightGrams: 1 },
  { hubId: "horgos", corridor: "CN-KZ", day: "2026-10-11", services: ["customs"], weightGrams: 20 },
  { hubId: "horgos", corridor: "CN-UZ", day: "2026-10-12", services: ["logistics"], weightGrams: 300 },
  {
    ...{ hubId: "horgos", corridor: "CN-KZ", day: "2026-10-13", services: ["logistics", "customs"] },
    ...{ weightGrams: 4_000, off: "logistics" },
  },
  { hubId: "CNSHA-PORT", corridor: "CN-KZ", day: "2026-10-14", services: ["customs", "payment"], weightGrams: 50_000 },
  { hubId: "CNSHA-PORT", corridor: "CN-DE", day: "2026-10-15", services: ["logistics"], weightGrams: 600_000 },
  // Outside: the last hour before and the first after, where a figure takes the month, and after it where it takes days.
  { hubId: "horgos", corridor: "CN-KZ", day: "2026-09-30", services: ["logistics"], weightGrams: 7 },
  { hubId: "horgos", corridor: "CN-KZ", day: "2026-11-01", services: ["logistics"], weightGrams: 8 },
];
const INSIDE = DEALS.slice(0, 6);

async function market() {
  const database = await freshDatabase();
  await tradingParties(database);
  for (const { day, off, ...deal } of DEALS) {
    const at = later(startOfDay(day as LocalDate), 23 * HOUR_MS);
    const isBorderHub = deal.hubId === "horgos";
    const { orders } = await contractDeal(database, {
      ...{ ...deal, isBorderHub, at },
      contractMinor: BigInt(deal.weightGrams) * 3n,
    });
    if (off) await callOff(database, orders[off] ?? "", NOW);
  }
  return database;
}

type Narrowing = { readonly corridor: string | null; readonly service: Service | null; readonly hasPayment: boolean };

const ALL: Narrowing = { corridor: null, service: null, hasPayment: true };
const NARROWINGS: readonly Narrowing[] = [
  ALL,
  { ...ALL, hasPayment: false },
  { ...ALL, corridor: "CN-KZ" },
  { ...ALL, service: "customs" },
  { ...ALL, service: "payment", hasPayment: false },
  { corridor: "CN-KZ", service: "customs", hasPayment: false },
];

const isOf = ({ corridor }: Narrowing, deal: Traded): boolean => corridor === null || deal.corridor === corridor;

/** The orders that stand, of the deals that are asked for. */
const ordersOf = (of: Narrowing) =>
  INSIDE.filter((deal) => isOf(of, deal)).flatMap(({ services, off, ...deal }) =>
    services
      .filter((service) => service !== off)
      .filter((service) => (of.service ? service === of.service : of.hasPayment || service !== "payment"))
      .map((service) => ({ ...deal, service })),
  );

/** What a figure is to say: by hub, the largest first, how many, and what they are worth and weigh. */
function figures(counted: readonly { hubId: string }[], weighed: readonly { hubId: string; weightGrams: number }[]) {
  const hubIds = [...new Set([...counted, ...weighed].map(({ hubId }) => hubId))].sort();
  return hubIds
    .map((hubId) => {
      const grams = weighed.filter((row) => row.hubId === hubId).reduce((all, row) => all + row.weightGrams, 0);
      return [hubId, counted.filter((row) => row.hubId === hubId).length, grams, grams * 3] as const;
    })
    .sort(([, count], [, other]) => other - count);
}

test("A share says of whole months and of days what the orders and deals of its question say, and of no others.", async () => {
  const database = await market();
  const said = async (from: string, to: string, { corridor, ...of }: Narrowing & { measure: "orders" | "deals" }) => {
    const asked = { from, to, ...of, corridor: corridor as Corridor | null, by: "total", now: NOW } as const;
    const share = await trafficShare(database.read, admin, asked);
    if (!share.ok) throw new Error(share.refusal.code);
    return share.value.rows.map(({ hubId, count, weightGrams, value }) => [
      hubId,
      count,
      weightGrams,
      Number(value.minor),
    ]);
  };
  for (const of of NARROWINGS) {
    const orders = figures(ordersOf(of), ordersOf(of));
    // Deals have no service: beside their number stands what all of their orders weigh.
    const deals = figures(
      INSIDE.filter((deal) => isOf(of, deal)),
      ordersOf({ ...of, service: null, hasPayment: true }),
    );
    for (const [from, to] of [
      ["2026-10", "2026-10"],
      ["2026-10-02", "2026-10-30"],
    ] as const) {
      expect([of, from, await said(from, to, { ...of, measure: "orders" })]).toEqual([of, from, orders]);
      expect([of, from, await said(from, to, { ...of, measure: "deals" })]).toEqual([of, from, deals]);
    }
  }
});

const HUBS = ["all", "border", "other", { id: "horgos" }] as const;
const isAt = (hub: BehindFilter["hub"], hubId: string): boolean =>
  typeof hub === "object" ? hub.id === hubId : hub === "all" || (hub === "border") === (hubId === "horgos");
const period = { from: "2026-10-01" as LocalDate, to: "2026-10-31" as LocalDate };

test("The rows behind a figure are those that it counts, the latest first: what was called off is not among them.", async () => {
  const database = await market();
  for (const of of NARROWINGS) {
    for (const hub of HUBS) {
      const asked = { ...of, corridor: of.corridor as Corridor | null, period, hub, cursor: null };
      const weights = async (counted: "orders" | "deals") =>
        (await rowsBehind(database.read, admin, { ...asked, counted }))?.rows.map((row) => row.weightGrams);
      const latest = (rows: readonly { hubId: string; weightGrams: number }[]) =>
        rows
          .filter(({ hubId }) => isAt(hub, hubId))
          .map(({ weightGrams }) => weightGrams)
          .reverse();
      expect([of, hub, await weights("orders")]).toEqual([of, hub, latest(ordersOf(of))]);
      expect([of, hub, await weights("deals")]).toEqual([of, hub, latest(INSIDE.filter((deal) => isOf(of, deal)))]);
    }
  }
});

test("An order behind a figure is shown with what it adds and with its price as agreed, a deal with its goods' value.", async () => {
  const database = await market();
  await database.execute("UPDATE orders SET contract_minor = 77, contract_currency = 'USD' WHERE service = 'customs'");
  const asked = { period, corridor: "CN-KZ" as Corridor, service: "customs", hasPayment: true, cursor: null } as const;
  const of = async (counted: "orders" | "deals") =>
    (await rowsBehind(database.read, admin, { ...asked, counted, hub: { id: "CNSHA-PORT" } }))?.rows;
  expect(await of("orders")).toMatchObject([
    { valueCnyMinor: 150_000n, minor: 77n, currency: "USD", service: "customs", buyerName: "buyer" },
  ]);
  expect(await of("deals")).toMatchObject([{ valueCnyMinor: null, minor: 5_000n, currency: "CNY", service: null }]);
});

test("The lines of the map are of the orders of its question, each as thick as there are orders that run so.", async () => {
  const database = await market();
  for (const of of NARROWINGS) {
    for (const hubId of [null, "horgos"]) {
      const asked = { ...of, corridor: of.corridor as Corridor | null, period, hubId };
      const shown = await trafficFlows(database.read, admin, asked);
      const orders = ordersOf(of).filter((order) => hubId === null || order.hubId === hubId);
      expect([of, hubId, shown?.orders, shown?.isLatestOnly]).toEqual([of, hubId, orders.length, false]);
      const atHorgos = orders.filter((order) => order.hubId === "horgos").length;
      const lines = shown?.flows.filter((flow) => flow.hubId === "horgos").map(({ count }) => count);
      expect([of, hubId, lines]).toEqual([of, hubId, atHorgos > 0 ? [atHorgos] : []]);
    }
  }
  const owner = mintActor({ kind: "user", userId: "o", organisationId: "buyer", role: "owner" });
  expect(await trafficFlows(database.read, owner, { ...ALL, corridor: null, period, hubId: null })).toBeNull();
});
