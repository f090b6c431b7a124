import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../db/database";
import { bidVersions, requests } from "../db/schema/requests";
import { cargoLines, deals } from "../db/schema/deals";
import { orderMilestones, orders } from "../db/schema/orders";
import type { BidContent } from "../domain/bidding/bid";
import { stepsLeftOut } from "../domain/services/registry";
import type { Refusal } from "../domain/shared/result";
import type { Command } from "../server/platform/command";
import { execute } from "../server/platform/execute";
import { actorOf, START, type orderMarket } from "./order-market";

type Market = Awaited<ReturnType<typeof orderMarket>>;
type Who = Parameters<typeof actorOf>[0];

/** What the bid that won an order promises beside its price, and the lines of that price. */
export type HeldBid = {
  readonly terms?: object;
  readonly lines?: BidContent["lines"];
  readonly subcontractors?: BidContent["subcontractors"];
};

/** Says what was asked for in the request of an order, and what the bid that won it promises. */
export async function heldTo(
  database: Database,
  orderId: string,
  { spec, terms = {}, lines = [], subcontractors = [] }: { readonly spec: object } & HeldBid,
): Promise<void> {
  await database.write(async (tx) => {
    const [order] = await tx.select().from(orders).where(eq(orders.id, orderId));
    if (!order) throw new Error("the order is there");
    await tx.update(requests).set({ spec }).where(eq(requests.id, order.requestId));
    const leftOut = stepsLeftOut({ service: order.service, spec, isClientKnown: false });
    await tx
      .delete(orderMilestones)
      .where(and(eq(orderMilestones.orderId, orderId), inArray(orderMilestones.code, [...leftOut])));
    const content = {
      lines,
      terms,
      subcontractors,
      transitDays: { min: 1, max: 2 },
      currency: "CNY",
      totalMinor: "100",
      rates: [],
    };
    await tx.insert(bidVersions).values({
      bidId: order.bidId,
      version: 1,
      content: content as unknown as BidContent,
      receipt: "r",
      submittedAt: START,
    } as typeof bidVersions.$inferInsert);
  });
}

/** Gives the deal two lines of goods of 100,000 and 50,000 yuan. */
export async function twoLines(database: Database): Promise<void> {
  await database.write(async (tx) => {
    const [deal] = await tx.select({ id: deals.id }).from(deals);
    if (!deal) throw new Error("the deal is there");
    const line = (position: number, hsCode: string, valueMinor: bigint) => ({
      ...{ dealId: deal.id, position, description: `Goods ${position}`, hsCode, packages: 10, packageType: "CT" },
      ...{ grossWeightGrams: 500_000, volumeCm3: 1_000_000, valueMinor, valueCurrency: "CNY" as const },
      ...{ isStackable: true, marks: "" },
    });
    await tx
      .insert(cargoLines)
      .values([line(0, "850440", 10_000_000n), line(1, "841490", 5_000_000n)] as (typeof cargoLines.$inferInsert)[]);
    await tx.update(deals).set({ goodsValueMinor: 15_000_000n, goodsCurrency: "CNY" }).where(eq(deals.id, deal.id));
  });
}

/** Does a command as one of the market's people. */
export const doAs =
  (market: Market) =>
  <Input, Output, R extends Refusal>(who: Who, command: Command<Input, Output, R>, input: object) =>
    execute(command, { actor: actorOf(who), input }, market.on);
