import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { deals } from "@/db/schema/deals";
import { orders } from "@/db/schema/orders";
import { requests } from "@/db/schema/requests";
import type { Actor } from "@/domain/access/policy";
import { DAY_MS, HOUR_MS, type Instant, later, toIso } from "@/domain/shared/time";
import type { FoundKind } from "@/views/find";
import { biddingMarket, CLOSES } from "@/test/bidding-market";
import { actorOf, orderMarket, visitor } from "@/test/order-market";
import { START } from "@/test/posting-market";
import { listOrders } from "../orders/queries/orders";
import { findAll } from "./find";

type Market = Awaited<ReturnType<typeof biddingMarket>>;
const INSPECTION = { type: "factory_audit", factoryAddress: "Yiwu 1", date: "2026-12-08" };

type Kind = Exclude<FoundKind, "commands" | "codes">;

const ask = (market: Pick<Market, "database">, viewer: Actor, q: string, now: Instant = START) =>
  findAll(market.database.read, viewer, { q, shown: 5, now });

async function idsOf(market: Pick<Market, "database">, viewer: Actor, q: string, kind: Kind): Promise<string[]> {
  return (await ask(market, viewer, q)).groups[kind].items.map(({ id }) => id);
}

const referenceOf = async ({ database, dealId }: Market): Promise<string> =>
  (await database.read.select({ reference: deals.reference }).from(deals).where(eq(deals.id, dealId)))[0]?.reference ??
  "";

test("a deal is found by any part of its number, with and without dashes, by its goods and its places in both languages", async () => {
  const market = await biddingMarket();
  const reference = await referenceOf(market);
  const parts = [
    reference,
    reference.replaceAll("-", "").toLowerCase(),
    reference.slice(8),
    reference.slice(-4),
    reference.slice(3, 10),
  ];
  for (const q of [...parts, "solar INVERT", "Almaty", "阿拉木图", "rails", "850440"])
    expect(await idsOf(market, market.actors.buyer, q, "deals"), q).toContain(market.dealId);
  expect(await idsOf(market, market.actors.buyer, "durian", "deals")).toEqual([]);
});

test("a deal is its buyer's alone, whatever is asked", async () => {
  const market = await biddingMarket();
  const reference = await referenceOf(market);
  const { buyer2, provider, administrator, visitor: nobody } = market.actors;
  for (const viewer of [buyer2, provider, administrator, nobody])
    for (const q of [reference, reference.slice(-4), "inverters", "", "%", "' or 1=1 --"])
      expect(await idsOf(market, viewer, q, "deals"), q).toEqual([]);
});

test("an open request is found by everybody, one for invited providers by them and its buyer, a draft by its buyer", async () => {
  const market = await biddingMarket();
  const { actors } = market;
  const row = await market.request();
  const numberless = row.reference.replaceAll("-", "");
  for (const viewer of [actors.buyer, actors.buyer2, actors.provider, actors.visitor]) {
    expect(await idsOf(market, viewer, "inverters", "requests")).toEqual([market.requestId]);
    expect(await idsOf(market, viewer, numberless, "requests")).toEqual([market.requestId]);
  }
  const hide = (change: Partial<typeof requests.$inferInsert>) =>
    market.database.write((tx) => tx.update(requests).set(change).where(eq(requests.id, market.requestId)).returning());
  await hide({ visibility: "invited" });
  for (const viewer of [actors.buyer2, actors.provider2, actors.administrator, actors.visitor])
    expect(await idsOf(market, viewer, "inverters", "requests")).toEqual([]);
  await hide({ visibility: "open", state: "draft" });
  for (const viewer of [actors.buyer2, actors.provider, actors.visitor])
    for (const q of ["inverters", row.reference, ""]) expect(await idsOf(market, viewer, q, "requests"), q).toEqual([]);
  expect(await idsOf(market, actors.buyer, "inverters", "requests")).toEqual([market.requestId]);
});

test("a request that has closed is found, after those that take bids", async () => {
  const market = await biddingMarket();
  await market.closeAtItsTime();
  const closed = market.requestId;
  const bidding = { closesAt: toIso(later(CLOSES, 3 * DAY_MS)), decideBy: toIso(later(CLOSES, 6 * DAY_MS)) };
  const open = await market.ask("inspection", INSPECTION, bidding);
  const found = await ask(market, market.actors.visitor, "inverters", later(CLOSES, HOUR_MS));
  expect(found.groups.requests.items.map(({ id }) => id)).toEqual([open, closed]);
});

test("who bids, and what, is found by nobody before the opening: not even the buyer sees a sealed bid in what is found", async () => {
  const market = await biddingMarket();
  await market.bid();
  for (const viewer of [market.actors.buyer, market.actors.provider2, market.actors.visitor]) {
    // The provider's own name, its remarks and its amounts.
    for (const q of ["provider", "CO form needed", "135000"])
      expect(await idsOf(market, viewer, q, "requests"), q).toEqual([]);
    const { groups } = await ask(market, viewer, "inverters");
    const { hub: _, ...request } = groups.requests.items[0] as (typeof groups.requests.items)[number];
    expect(Object.keys(request).sort()).toEqual(
      ["destination", "id", "mode", "origin", "reference", "service", "state", "title"].sort(),
    );
  }
});

test("an order is found by its two parties, by number and as its list finds it, and by nobody else", async () => {
  const market = await orderMarket({ services: ["customs"] });
  const id = market.orders.customs as string;
  await market.database.write((tx) =>
    tx.update(orders).set({ reference: "KO-2611-7F3K2Q" }).where(eq(orders.id, id)).returning({ id: orders.id }),
  );
  for (const q of ["KO-2611-7F3K2Q", "ko26117f3k", "7F3K2Q", "F3K2", ""]) {
    for (const who of ["lin", "wei", "aigul", "timur"] as const) {
      expect(await idsOf(market, actorOf(who), q, "orders"), q).toEqual([id]);
      const listed = await listOrders(market.database.read, actorOf(who), { q, limit: 5, now: START });
      expect(listed.items.map((row) => row.id)).toEqual([id]);
    }
    for (const viewer of [actorOf("stranger"), visitor])
      expect(await idsOf(market, viewer, q, "orders"), q).toEqual([]);
  }
});

test("hubs, places, providers and codes of goods are found by everybody, in English and in Chinese", async () => {
  const market = await biddingMarket();
  const { visitor: nobody } = market.actors;
  expect(await idsOf(market, nobody, "Horgos", "hubs")).toEqual(["horgos"]);
  expect(await idsOf(market, nobody, "霍尔果斯", "hubs")).toEqual(["horgos"]);
  expect(await idsOf(market, nobody, "阿拉木图", "places")).toContain("KZALA");
  expect(await idsOf(market, nobody, "", "hubs")).toEqual([]);
});
