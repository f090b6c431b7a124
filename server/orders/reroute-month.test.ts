import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addOrders, removeOrder } from "@/db/repositories/traffic";
import { findOrder } from "@/db/repositories/orders";
import { hubTraffic } from "@/db/schema/hubs";
import { orders } from "@/db/schema/orders";
import { DAY_MS, later } from "@/domain/shared/time";
import { START } from "@/test/order-market";
import { rerouteMarket } from "@/test/reroute-market";

type Market = Awaited<ReturnType<typeof rerouteMarket>>;

/** What counts at a hub, by month. */
async function counted({ database }: Market, hubId: string) {
  const rows = await database.read.select().from(hubTraffic).where(eq(hubTraffic.hubId, hubId));
  return rows
    .filter(({ count }) => count !== 0)
    .map(({ month, service, count }) => `${month} ${service} ${count}`)
    .sort();
}

async function goesByAnother(market: Market): Promise<string> {
  const hub = await market.otherHub();
  expect(await market.ask(hub)).toMatchObject({ kind: "done" });
  expect(await market.end("agree")).toMatchObject({ kind: "done" });
  return hub;
}

test("A deal that goes by another hub after the month of its contract counts there in that month, with its orders, and in no later one.", async () => {
  const market = await rerouteMarket();
  const contracted = ["customs", "deal", "inspection", "logistics", "payment"].map((what) => `2026-11 ${what} 1`);
  expect(await counted(market, "horgos")).toEqual(contracted);
  market.wait(70 * DAY_MS);
  const hub = await goesByAnother(market);
  expect(await counted(market, "horgos")).toEqual([]);
  expect(await counted(market, hub)).toEqual(contracted);
});

test("A deal whose carriage was awarded a month after its first order moves with each order, and itself, in the month of its own contract.", async () => {
  const market = await rerouteMarket();
  const carriage = await findOrder(market.database.read, market.idOf("logistics"));
  if (!carriage) throw new Error("the goods are carried");
  const awarded = { contractedAt: later(START, 10 * DAY_MS), contractedMonth: "2026-12" };
  await market.database.write(async (tx) => {
    await removeOrder(tx, carriage);
    await tx.update(orders).set(awarded).where(eq(orders.id, carriage.id));
    await addOrders(tx, [{ ...carriage, ...awarded }]);
  });
  const before = ["customs", "deal", "inspection", "payment"].map((what) => `2026-11 ${what} 1`);
  expect(await counted(market, "horgos")).toEqual([...before, "2026-12 logistics 1"]);
  market.wait(40 * DAY_MS);
  const hub = await goesByAnother(market);
  expect(await counted(market, "horgos")).toEqual([]);
  expect(await counted(market, hub)).toEqual([...before, "2026-12 logistics 1"]);
});
