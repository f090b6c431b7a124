import { expect, test } from "vitest";
import { orders } from "@/db/schema/orders";
import { nextRequest } from "@/domain/deals/deal-turn";
import type { LineState } from "@/domain/orders/order";
import { biddingMarket, done } from "@/test/bidding-market";
import { awardBids } from "../commands/award/award-bids";
import { dealList, dealPage } from "./deals";

test("a deal says that it is finished once its order is, in the list and on its page", async () => {
  const of = await biddingMarket();
  const { bidId } = await of.bid();
  await of.closeAtItsTime();
  done(await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId }] }));
  const turns = async (state: LineState) => {
    await of.database.write((tx) => tx.update(orders).set({ state }).returning({ id: orders.id }));
    const [read, now] = [of.database.read, of.on.clock()];
    const list = await dealList(read, of.actors.buyer, { cursor: null, limit: 10, now });
    const page = await dealPage(read, of.actors.buyer, { id: of.dealId, now });
    return [list.items[0]?.requests, page?.requests].map((requests) => nextRequest(requests ?? [])?.turn);
  };
  const turn = (act: string) => ({ holder: "nobody", act, by: null });
  expect(await turns("in_progress")).toEqual([turn("perform"), turn("perform")]);
  expect(await turns("completed")).toEqual([turn("finished"), turn("finished")]);
});
