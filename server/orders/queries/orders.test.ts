import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OrderState } from "@/domain/shared/vocabulary";
import { DAY_MS, later } from "@/domain/shared/time";
import { actorOf, orderMarket, START, visitor } from "@/test/order-market";
import { contractDeal } from "@/test/traffic-market";
import { bidVersions, requests } from "@/db/schema/requests";
import { deals } from "@/db/schema/deals";
import { orderMilestones, orders } from "@/db/schema/orders";
import { searchText } from "@/domain/shared/search-text";
import { deliveriesToAccept, listOrders, orderPage } from "./orders";
import { workList } from "./work";

type Market = Awaited<ReturnType<typeof orderMarket>>;

/** Four orders of one deal, with what their pages read of bid and way. */
async function fourOrders(): Promise<Market> {
  const market = await orderMarket({ services: ["inspection", "logistics", "payment", "customs"] });
  await market.database.write(async (tx) => {
    const way = {
      hubId: "horgos",
      mode: "road",
      legs: [],
      distanceKm: 0,
      days: { min: 1, max: 2 },
      borderWait: null,
      isEstimate: false,
    } as const;
    await tx.update(deals).set({ way }).returning({ id: deals.id });
    await tx
      .update(requests)
      .set({ searchText: searchText("太阳能逆变器", "Yiwu", "Horgos 霍尔果斯") })
      .returning({ id: requests.id });
    for (const id of Object.values(market.orders)) {
      const content = {
        lines: [],
        transitDays: { min: 2, max: 5 },
      } as unknown as typeof bidVersions.$inferInsert.content;
      await tx.insert(bidVersions).values({ bidId: `b-${id}`, version: 1, submittedAt: START, receipt: "", content });
    }
  });
  return market;
}

const list = async ({ database }: Market, who: Parameters<typeof actorOf>[0], filter: object = {}) =>
  (await listOrders(database.read, actorOf(who), { limit: 50, now: START, ...filter })).items
    .map(({ service }) => service)
    .sort();

const ALL = ["customs", "inspection", "logistics", "payment"];

test.each([
  [{}, ALL],
  [{ side: "buyer" }, ALL],
  [{ side: "provider" }, []],
  [{ states: ["placed"] }, ALL],
  [{ states: ["completed"] }, []],
  [{ service: "customs" }, ["customs"]],
  [{ hubId: "horgos" }, ALL],
  [{ hubId: "pingxiang" }, []],
  [{ q: "逆变" }, ALL],
  [{ q: "霍尔果斯 yiwu" }, ALL],
  [{ q: "逆风" }, []],
  [{ q: "%" }, ALL],
  [{ cursor: "broken" }, ALL],
] as const)("a buyer's list answers %j", async (filter, services) => {
  expect(await list(await fourOrders(), "lin", filter)).toEqual(services);
});

test("an order that is under way is listed under what keeps it, of several under what the parties have to settle, and one that is over under its end", async () => {
  const market = await fourOrders();
  const set = (
    service: "customs" | "inspection" | "payment" | "logistics",
    change: Partial<typeof orders.$inferInsert>,
  ) =>
    market.database.write((tx) =>
      tx
        .update(orders)
        .set(change)
        .where(eq(orders.id, market.orders[service] as string))
        .returning({ id: orders.id }),
    );
  await set("customs", { heldSince: START });
  await set("inspection", { heldSince: START, exceptionSince: START });
  await set("payment", { state: "delivered", heldSince: START, exceptionSince: START, disputedSince: START });
  await set("logistics", { state: "cancelled", heldSince: START, exceptionSince: START, disputedSince: START });
  const of = (...states: OrderState[]) => list(market, "lin", { states });
  expect(await of("on_hold")).toEqual(["customs"]);
  expect(await of("exception")).toEqual(["inspection"]);
  expect(await of("disputed")).toEqual(["payment"]);
  expect(await of("cancelled")).toEqual(["logistics"]);
  expect(await of("placed", "delivered", "completed")).toEqual([]);
  expect(await of("on_hold", "disputed")).toEqual(["customs", "payment"]);
  expect(await list(market, "aigul", { side: "provider", states: ["on_hold"] })).toEqual(["customs"]);
  expect(await list(market, "aigul", { side: "buyer" })).toEqual([]);
});

test("deliveries to accept are those that wait for their buyer's word: none that is held back, and nobody else's", async () => {
  const market = await fourOrders();
  const set = (service: keyof typeof market.orders, change: Partial<typeof orders.$inferInsert>) =>
    market.database.write((tx) =>
      tx
        .update(orders)
        .set(change)
        .where(eq(orders.id, market.orders[service] as string))
        .returning({ id: orders.id }),
    );
  await set("inspection", { state: "delivered" });
  await set("logistics", { state: "delivered", disputedSince: START });
  await set("payment", { state: "completed" });
  const of = async (who: Parameters<typeof actorOf>[0]) =>
    (await deliveriesToAccept(market.database.read, actorOf(who), { now: START })).map(({ service }) => service);
  expect(await of("lin")).toEqual(["inspection"]);
  expect(await of("aigul")).toEqual([]);
  expect(await of("stranger")).toEqual([]);
});

test("an order is found by its own number, in whatever case it is typed", async () => {
  const market = await fourOrders();
  const reference = `KO-${market.orders.customs}`.toUpperCase();
  await market.database.write((tx) =>
    tx
      .update(orders)
      .set({ reference })
      .where(eq(orders.id, market.orders.customs ?? ""))
      .returning(),
  );
  expect(await list(market, "lin", { q: ` ${reference.toLowerCase()} ` })).toEqual(["customs"]);
});

test("the order that was contracted last stands first, whatever its number", async () => {
  const market = await orderMarket();
  const contract = (days: number) =>
    contractDeal(market.database, {
      ...{ hubId: "horgos", isBorderHub: true, services: ["logistics"], at: later(START, days * DAY_MS) },
    });
  const [last, first] = [await contract(2), await contract(-1)];
  const seen: (string | undefined)[] = [];
  let cursor: string | null = null;
  do {
    const asked = { limit: 1, now: START, cursor };
    const page: Awaited<ReturnType<typeof listOrders>> = await listOrders(market.database.read, actorOf("lin"), asked);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual([last.orders.logistics, market.orderId, first.orders.logistics]);
});

test("page by page the list shows every order once", async () => {
  const market = await fourOrders();
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listOrders>> = await listOrders(market.database.read, actorOf("aigul"), {
      limit: 3,
      now: START,
      cursor,
    });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect([...seen].sort()).toEqual(Object.values(market.orders).sort());
});

test("both parties see their order, each with the other's people and its own side; the deal's other orders stand beside it", async () => {
  const market = await fourOrders();
  const id = market.orders.logistics ?? "";
  const bought = await orderPage(market.database.read, actorOf("wei"), { id: id, now: START });
  expect(bought).toMatchObject({
    side: "buyer",
    transitDays: { min: 2, max: 5 },
    turn: { holder: "provider", code: "booked" },
  });
  expect(bought?.contacts.map(({ email }) => email)).toEqual(["aigul@example.com", "timur@example.com"]);
  expect(bought?.siblings.map(({ service }) => service)).toEqual(["logistics", "payment", "customs", "inspection"]);
  const provided = await orderPage(market.database.read, actorOf("timur"), { id: id, now: START });
  expect(provided).toMatchObject({ side: "provider" });
  expect(provided?.contacts.map(({ email }) => email)).toEqual(["lin@example.com"]);
});

test("to everybody else the order is not there, in the list or as a page", async () => {
  const market = await fourOrders();
  const id = market.orders.logistics ?? "";
  expect(await orderPage(market.database.read, actorOf("stranger"), { id: id, now: START })).toBeNull();
  expect(await orderPage(market.database.read, visitor, { id: id, now: START })).toBeNull();
  expect(await orderPage(market.database.read, actorOf("lin"), { id: "no-such-order", now: START })).toBeNull();
  expect(await list(market, "stranger")).toEqual([]);
  expect((await listOrders(market.database.read, visitor, { limit: 50, now: START })).items).toEqual([]);
});

test("who buys one order and provides another has both in its list, each from its own side", async () => {
  const market = await fourOrders();
  const set = (service: "customs" | "payment" | "logistics", change: Partial<typeof orders.$inferInsert>) =>
    market.database.write((tx) =>
      tx
        .update(orders)
        .set(change)
        .where(eq(orders.id, market.orders[service] ?? "")),
    );
  await set("customs", { providerOrganisationId: "elsewhere", heldSince: START });
  await set("payment", { buyerOrganisationId: "elsewhere", state: "completed", heldSince: START });
  await set("logistics", { heldSince: START, exceptionSince: START });
  expect(await list(market, "stranger")).toEqual(["customs", "payment"]);
  expect(await list(market, "stranger", { side: "buyer" })).toEqual(["payment"]);
  expect(await list(market, "stranger", { side: "provider" })).toEqual(["customs"]);
  expect(await list(market, "stranger", { service: "logistics" })).toEqual([]);
  expect(await list(market, "stranger", { q: "逆变" })).toEqual(["customs", "payment"]);
  const { items } = await listOrders(market.database.read, actorOf("stranger"), { limit: 9, now: START });
  expect(items.map(({ service, side }) => `${service} ${side}`).sort()).toEqual(["customs provider", "payment buyer"]);
  const states = (...asked: string[]) => list(market, "lin", { states: asked });
  expect(await states("placed")).toEqual(["inspection"]);
  expect(await states("on_hold")).toEqual(["customs"]);
  expect(await states("exception")).toEqual(["logistics"]);
  expect(await list(market, "stranger", { states: ["completed"] })).toEqual(["payment"]);
  expect(await states("placed", "on_hold", "disputed")).toEqual(["customs", "inspection"]);
  await set("logistics", { disputedSince: START });
  expect([await states("exception"), await states("disputed")]).toEqual([[], ["logistics"]]);
});

test("a clearance is due by its days once its papers are complete and the goods are at the customs, and not before", async () => {
  const market = await fourOrders();
  const id = market.orders.customs ?? "";
  const due = async () => {
    const page = await orderPage(market.database.read, actorOf("lin"), { id, now: START });
    const [row] = (await workList(market.database.read, actorOf("aigul"), { service: "customs", limit: 9, now: START }))
      .rows;
    expect(row?.due).toEqual(page?.due);
    return page?.due ?? null;
  };
  const happened = (service: "customs" | "logistics", code: string, at: number) =>
    market.database.write((tx) =>
      tx
        .update(orderMilestones)
        .set({ occurredAt: at })
        .where(and(eq(orderMilestones.orderId, market.orders[service] ?? ""), eq(orderMilestones.code, code)))
        .returning({ code: orderMilestones.code }),
    );
  await happened("customs", "documents_requested", START);
  await happened("customs", "documents_complete", START);
  expect(await due()).toBeNull();
  await happened("logistics", "arrived_hub", START + 3 * DAY_MS);
  // Five days from the day on which the goods came, to the end of the last one in China.
  expect(await due()).toEqual({
    ...{ code: "released", source: "bid", field: "transitDays" },
    at: Date.parse("2026-12-02T15:59:59.999Z"),
  });
});
