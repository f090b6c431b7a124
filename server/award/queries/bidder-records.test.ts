import { describe, expect, test } from "vitest";
import { biddingMarket, offerOfThree } from "@/test/bidding-market";
import { orderMarket } from "@/test/order-market";
import { contractDeal } from "@/test/traffic-market";
import { START } from "@/test/posting-market";
import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { DAY_MS, HOUR_MS, later } from "@/domain/shared/time";
import { bidderRecords } from "./bidder-records";

const PARTY = { id: "provider", nameOwn: "Provider", nameLatin: "Provider" };

async function market() {
  const of = await biddingMarket();
  const record = async () => {
    const asked = { services: ["customs"], now: of.on.clock() } as const;
    const [first] = await bidderRecords(of.database.read, [PARTY], asked);
    return first;
  };
  return { ...of, record };
}

describe("what a buyer who chooses knows of a bidder", () => {
  test("is how soon it first bids, told of closed requests alone, and of no fewer than five", async () => {
    const of = await market();
    of.setClock(later(START, HOUR_MS));
    await of.bid(of.actors.provider, offerOfThree());
    expect((await of.record())?.firstResponse).toEqual({ count: 0, medianMs: null });
    await of.closeAtItsTime();
    expect((await of.record())?.firstResponse).toEqual({ count: 1, medianMs: null });
  });

  test("is its completed orders of the last year, its licences for the service and the market's check", async () => {
    const { database, now } = await orderMarket();
    const record = async () => (await bidderRecords(database.read, [PARTY], { services: ["customs"], now: now() }))[0];
    expect(await record()).toMatchObject({ ...PARTY, completedCount: 0, check: null });
    for (const days of [10, 364, 366]) {
      const at = later(now(), -days * DAY_MS);
      const deal = { hubId: "horgos", isBorderHub: true, services: ["customs"], at } as const;
      const { orders: made } = await contractDeal(database, deal);
      await database.write(async (tx) => {
        const change = { state: "completed", providerOrganisationId: "provider", contractedAt: at } as const;
        await tx
          .update(orders)
          .set(change)
          .where(eq(orders.id, made.customs as string));
      });
    }
    expect((await record())?.completedCount).toBe(2);
  });
});
