import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { orders } from "@/db/schema/orders";
import { ORDER_SORTS, type OrderSort } from "@/domain/orders/order-sort";
import { later, MINUTE_MS } from "@/domain/shared/time";
import { actorOf, orderMarket, START } from "@/test/order-market";
import { contractDeal } from "@/test/traffic-market";
import { countOrders, listOrders } from "./orders";

/** Six orders, two of them of one price. */
async function market() {
  const made = await orderMarket({ services: ["customs"] });
  const prices = [500n, 300n, 900n, 300n, 100n];
  const ids = [made.orders.customs as string];
  for (const [at, contractMinor] of prices.entries()) {
    const placed = later(START, (at + 1) * MINUTE_MS);
    const deal = await contractDeal(made.database, {
      ...{ hubId: "horgos", isBorderHub: true, services: ["logistics"], at: placed, contractMinor },
    });
    ids.push(deal.orders.logistics as string);
  }
  return { ...made, ids };
}

async function pagesOf({ database }: Awaited<ReturnType<typeof market>>, sort: OrderSort): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listOrders>> = await listOrders(database.read, actorOf("lin"), {
      ...{ sort, cursor, limit: 2, now: START },
    });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

test.each(ORDER_SORTS)("by %s, page by page, each order stands once and in its place", async (sort) => {
  const of = await market();
  const found = await pagesOf(of, sort);
  expect([...found].sort()).toEqual([...of.ids].sort());
  const rows = await of.database.read.select().from(orders);
  const value = (id: string) => {
    const row = rows.find((one) => one.id === id);
    return Number(sort.endsWith("price") ? row?.contractCnyMinor : row?.contractedAt);
  };
  const values = found.map(value);
  const sorted = [...values].sort((a, b) => (sort.startsWith("-") ? b - a : a - b));
  expect(values).toEqual(sorted);
});

test("a list is counted as it is asked, no further than its limit, and for its parties alone", async () => {
  const of = await market();
  const counted = (who: Parameters<typeof actorOf>[0], asked: object = {}) =>
    countOrders(of.database.read, actorOf(who), { limit: 50, now: START, ...asked });
  expect(await counted("lin")).toBe(of.ids.length);
  expect(await counted("aigul", { service: "customs" })).toBe(1);
  expect(await counted("lin", { side: "provider" })).toBe(0);
  expect(await counted("lin", { limit: 2 })).toBe(2);
  expect(await counted("lin", { isLate: true })).toBeNull();
  expect(await counted("stranger")).toBe(0);
});

test("whatever a list is sorted by, it is its parties' alone", async () => {
  const of = await market();
  for (const sort of ORDER_SORTS) {
    const asked = { sort, limit: 50, now: START };
    expect((await listOrders(of.database.read, actorOf("stranger"), asked)).items).toEqual([]);
    expect((await listOrders(of.database.read, actorOf("aigul"), asked)).items).toHaveLength(of.ids.length);
  }
  await of.database.write((tx) =>
    tx
      .update(orders)
      .set({ buyerOrganisationId: "elsewhere" })
      .where(eq(orders.id, of.ids[0] as string))
      .returning({ id: orders.id }),
  );
  expect((await pagesOf(of, "-price")).length).toBe(of.ids.length - 1);
});
