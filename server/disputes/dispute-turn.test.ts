import { expect, test } from "vitest";
import { orders } from "@/db/schema/orders";
import { nextRequest, waitingForBuyer } from "@/domain/deals/deal-turn";
import { DAY_MS } from "@/domain/shared/time";
import { biddingMarket, done } from "@/test/bidding-market";
import { chainMarket } from "@/test/chain-market";
import { actorOf } from "@/test/order-market";
import { awardBids } from "../award/award-bids";
import { dealList, dealPage } from "../deals/queries";
import { chainPage } from "../orders/queries/chain";
import { listOrders } from "../orders/queries/orders";
import { workList } from "../orders/queries/work";
import { deadlineRound } from "../worker/timers";
import { openDispute, writeEntry } from "./dispute";

const OPENED = { code: "damaged", words: "The buyer accepts nothing." };

test("a deal whose order is in dispute says, in the list and on its page, that the dispute waits for its buyer, and by when", async () => {
  const of = await biddingMarket();
  const { id: bidId } = await of.bid();
  await of.closeAtItsTime();
  done(await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId }] }));
  const [order] = await of.database.write((tx) =>
    tx.update(orders).set({ state: "in_progress" }).returning({ id: orders.id }),
  );
  done(await of.run(openDispute, of.actors.provider, { orderId: order?.id, ...OPENED }));
  const [read, now] = [of.database.read, of.on.clock()];
  const list = await dealList(read, of.actors.buyer, { cursor: null, limit: 10, now });
  const page = await dealPage(read, of.actors.buyer, { id: of.dealId, now });
  for (const requests of [list.items[0]?.requests ?? [], page?.requests ?? []]) {
    expect(nextRequest(requests)?.turn).toMatchObject({ holder: "buyer", act: "dispute", by: now + 7 * DAY_MS });
    expect(waitingForBuyer(requests)).toBe(1);
  }
});

test("the list of orders says whose turn a dispute is, to both parties", async () => {
  const of = await chainMarket([]);
  await of.reportTo("logistics", "delivered");
  const orderId = of.idOf("logistics");
  const { id: disputeId } = done(await of.run("timur", openDispute, { orderId, ...OPENED }));
  const steps = () =>
    Promise.all(
      (["lin", "timur"] as const).map(async (who) => {
        const { items } = await listOrders(of.database.read, actorOf(who), { limit: 9, now: of.now() });
        const named = items.flatMap(({ service, dispute }) =>
          dispute ? [`${service} ${dispute.who} ${dispute.what}`] : [],
        );
        return named.join();
      }),
    );
  expect(await steps()).toEqual(["logistics buyer answer", "logistics buyer answer"]);
  done(await of.run("lin", writeEntry, { disputeId, words: "The cartons are wet." }));
  expect(await steps()).toEqual(["logistics parties talk", "logistics parties talk"]);
  const work = async () =>
    (await workList(of.database.read, actorOf("timur"), { service: "logistics", limit: 9, now: of.now() })).rows.map(
      ({ group, dispute }) => `${group} ${dispute?.what}`,
    );
  expect(await work()).toEqual(["yours talk"]);
  const offer = { outcome: "split", shareBps: 8_500, effect: "accepted" };
  done(await of.run("timur", writeEntry, { disputeId, words: "15 % less for the wet cartons.", offer }));
  expect(await steps()).toEqual(["logistics buyer offer", "logistics buyer offer"]);
  expect(await work()).toEqual(["waiting offer"]);
});

test("a chain says to the parties of a disputed order whose turn the dispute is", async () => {
  const of = await chainMarket([]);
  await of.reportTo("logistics", "delivered");
  const orderId = of.idOf("logistics");
  const { id: disputeId } = done(await of.run("timur", openDispute, { orderId, ...OPENED }));
  const turns = () =>
    Promise.all(
      (["lin", "timur"] as const).map(async (who) => {
        const view = await chainPage(of.database.read, actorOf(who), { dealId: of.dealId, now: of.now() });
        return view?.orders.find(({ service }) => service === "logistics")?.order?.turn;
      }),
    );
  const dispute = (side: string | null) => ({ holder: "dispute", side });
  expect(await turns()).toEqual([dispute("buyer"), dispute("buyer")]);
  done(await of.run("lin", writeEntry, { disputeId, words: "The cartons are wet." }));
  expect(await turns()).toEqual([dispute("buyer"), dispute("provider")]);
  of.wait(8 * DAY_MS);
  await deadlineRound(of.on);
  of.wait(4 * DAY_MS);
  expect(await turns()).toEqual([dispute(null), dispute(null)]);
});
