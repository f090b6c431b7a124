import { expect, test } from "vitest";
import { dealExample } from "@/domain/deals/deal-example";
import { orders } from "@/db/schema/orders";
import { nextRequest } from "@/domain/deals/deal-turn";
import type { LineState } from "@/domain/orders/order";
import { biddingMarket, done } from "@/test/bidding-market";
import type { Actor } from "@/domain/access/actor";
import { createDeal } from "../commands/deals/create-deal";
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

test("a list of deals holds those of its reader's organisation alone, the latest first, each with its own requests", async () => {
  const of = await biddingMarket();
  const { buyer, buyer2, provider } = of.actors;
  const post = async (by: Actor) => done(await of.run(createDeal, by, dealExample())).id;
  const [second, theirs] = [await post(buyer), await post(buyer2)];
  const [read, now] = [of.database.read, of.on.clock()];
  const listed = async (by: Actor, cursor: string | null = null, limit = 10) => {
    const page = await dealList(read, by, { cursor, limit, now });
    return { rows: page.items.map(({ id, requests }) => [id, requests.map((one) => one.id)]), next: page.nextCursor };
  };
  expect((await listed(buyer)).rows).toEqual([
    [second, []],
    [of.dealId, [of.requestId]],
  ]);
  const first = await listed(buyer, null, 1);
  expect([first.rows, (await listed(buyer, first.next, 1)).rows]).toEqual([
    [[second, []]],
    [[of.dealId, [of.requestId]]],
  ]);
  expect((await listed(buyer2)).rows).toEqual([[theirs, []]]);
  expect((await listed(provider)).rows).toEqual([]);
  for (const other of [buyer2, provider]) expect(await dealPage(read, other, { id: second, now })).toBeNull();
});
