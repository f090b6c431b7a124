import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inspectionMarket } from "@/test/inspection-market";
import { dealList } from "../deals/queries";
import { actorOf } from "@/test/order-market";
import { findOrder, type OrderChange, saveOrder } from "../../db/repositories/orders";
import { bidVersions } from "../../db/schema/requests";
import { orders } from "../../db/schema/orders";
import type { BidContent } from "../../domain/bidding/bid";
import { assert } from "../../domain/shared/result";
import { chainPage } from "../orders/queries/chain";
import { listOrders, orderPage } from "../orders/queries/orders";
import { workList } from "../orders/queries/work";
import { acceptOrder } from "../orders/accept-order";

type Market = Awaited<ReturnType<typeof inspectionMarket>>;

const DECIDES = { holder: "task", task: { side: "buyer", code: "inspections.decide", by: null } };

const asked = (market: Market) => ({ service: "inspection", limit: 9, now: market.now() }) as const;

/** Whose turn it is by each side's list of orders. */
async function turns(market: Market) {
  const lists = [await listOrders(market.database.read, actorOf("lin"), asked(market))];
  lists.push(await listOrders(market.database.read, actorOf("timur"), asked(market)));
  return lists.map(({ items }) => items[0]?.turn);
}

/** Whose turn the inspection is on the chain of its deal. */
async function onChain(market: Market, who: Parameters<typeof actorOf>[0]) {
  const view = await chainPage(market.database.read, actorOf(who), { dealId: market.dealId, now: market.now() });
  return view?.orders.find(({ service }) => service === "inspection")?.order?.turn;
}

const work = async (market: Market) => (await workList(market.database.read, actorOf("timur"), asked(market))).rows;

const keep = (market: Market, change: OrderChange) =>
  market.database.write(async (tx) => {
    const order = await findOrder(tx, market.orderId);
    assert(order, "the order is there");
    await saveOrder(tx, order, change);
  });

describe("a report that is kept on site", () => {
  test("is the buyer's turn until the goods are decided on, also once its delivery counts as accepted", async () => {
    const market = await inspectionMarket();
    await market.visit();
    expect(await turns(market)).toMatchObject([DECIDES, DECIDES]);
    expect(await market.run("lin", acceptOrder, { orderId: market.orderId })).toMatchObject({ kind: "done" });
    expect(await turns(market)).toMatchObject([DECIDES, DECIDES]);
    expect(await work(market)).toMatchObject([{ group: "waiting", task: DECIDES.task }]);
    expect(await onChain(market, "lin")).toEqual(DECIDES);
    expect(await onChain(market, "timur")).toEqual(DECIDES);
    expect(await market.decide("accept")).toMatchObject({ kind: "done" });
    expect(await turns(market)).toMatchObject([{ holder: "nobody" }, { holder: "nobody" }]);
    expect(await work(market)).toEqual([]);
  });

  test("that the goods are looked at again is the inspection company's turn: for the day, then for the visit, then for the report", async () => {
    const market = await inspectionMarket();
    await market.visit();
    expect(await market.decide("reinspect", "Look at the edges again")).toMatchObject({ kind: "done" });
    const asks = (code: string) => ({ holder: "task", task: { side: "provider", code, by: null } });
    expect(await turns(market)).toMatchObject([asks("inspections.book_again"), asks("inspections.book_again")]);
    expect(await market.book()).toMatchObject({ kind: "done" });
    expect(await turns(market)).toMatchObject([asks("inspections.visit_again"), asks("inspections.visit_again")]);
    expect(await market.checkIn()).toMatchObject({ kind: "done" });
    expect(await turns(market)).toMatchObject([{ holder: "provider" }, { holder: "provider" }]);
  });

  test("is nobody else's business: the other providers of the deal see only that the buyer has something to do", async () => {
    const market = await inspectionMarket();
    await market.visit();
    const carriage = eq(orders.id, market.idOf("logistics"));
    await market.database.write((tx) => tx.update(orders).set({ providerOrganisationId: "elsewhere" }).where(carriage));
    expect(await onChain(market, "stranger")).toEqual({ holder: "room", side: "buyer" });
  });

  test("asks for nothing while something keeps the order, when the decision would be refused", async () => {
    for (const kept of ["heldSince", "exceptionSince", "disputedSince"] as const) {
      const market = await inspectionMarket();
      await market.visit();
      await keep(market, { [kept]: market.now() });
      expect(await turns(market)).toMatchObject([{ holder: "gate" }, { holder: "gate" }]);
      expect(await market.decide("accept")).toMatchObject({ refusal: { code: "wrong_state" } });
    }
  });
});

test("a report on paper is accepted by the buyer, and its last step told by the inspection company", async () => {
  const market = await inspectionMarket();
  await market.reportTo("inspection", "report_issued");
  expect(await turns(market)).toMatchObject([{ holder: "buyer" }, { holder: "buyer" }]);
  await market.accept("inspection");
  expect(await turns(market)).toMatchObject([{ code: "buyer_decided" }, { code: "buyer_decided" }]);
});

test("An order that goods hold names each of its gates with whose turn it is: the buyer's until it decides, then the inspection company's until its next report.", async () => {
  const market = await inspectionMarket();
  await market.visit(8);
  const haul = market.idOf("logistics");
  const content = { lines: [], currency: "CNY", totalMinor: "100" } as unknown as BidContent;
  const version = { bidId: `b-${haul}`, version: 1, submittedAt: market.now(), receipt: "r", content };
  await market.database.write((tx) => tx.insert(bidVersions).values(version));
  const waits = async (who: "lin" | "timur") => {
    const of = { id: haul, now: market.now() };
    return (await orderPage(market.database.read, actorOf(who), of))?.waits;
  };
  const failed = { need: { kind: "inspection" }, why: "inspection_failed", lifter: "buyer" };
  expect(await waits("lin")).toMatchObject({ gates: [failed], mayWaive: true, mayState: true });
  expect(await waits("timur")).toMatchObject({ gates: [failed], mayWaive: false, mayState: false });
  await market.decide("reinspect", "Sort them");
  for (const next of [() => market.book(), () => market.checkIn()]) {
    expect((await waits("lin"))?.gates).toMatchObject([
      { ...failed, lifter: "inspection", bringer: { id: "provider" } },
    ]);
    expect(await next()).toMatchObject({ kind: "done" });
  }
  expect((await waits("lin"))?.gates).toMatchObject([{ lifter: "inspection" }]);
});

test("The list of deals says what the order asks of the buyer, and of the inspection company while it is to come again.", async () => {
  const market = await inspectionMarket();
  const { database, now } = market;
  const asked = async () => {
    const { items } = await dealList(database.read, actorOf("lin"), { cursor: null, limit: 9, now: now() });
    return items[0]?.requests.find(({ service }) => service === "inspection")?.turn;
  };
  await market.visit(8);
  const order = { id: market.orderId, service: "inspection" };
  expect(await asked()).toMatchObject({ holder: "buyer", act: "asked", task: "inspections.decide", order });
  await market.decide("reinspect", "Sort them first");
  expect(await asked()).toMatchObject({ holder: "provider", act: "asked", order });
});
