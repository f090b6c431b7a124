import { expect, test } from "vitest";
import { awardsOfDeal } from "@/db/repositories/award";
import { hubTraffic } from "@/db/schema/hubs";
import { orders } from "@/db/schema/orders";
import { biddingMarket, done, offerOfThree } from "@/test/bidding-market";
import { withdrawBid } from "../bidding/withdraw-bid";
import { awardBids } from "./award-bids";

const line = (code: string, basis: string, minor: number) => ({
  ...{ code, basis, unitPrice: { minor, currency: "CNY" } },
});

/** Customs and carriage of one deal, each with a bid of another provider; one on customs is withdrawn, and one has an alternative. */
async function opened() {
  const of = await biddingMarket({ mode: "open" });
  await of.list("provider2", "logistics");
  const logistics = await of.ask("logistics", {
    ...{ equipment: "tilt_136", pickupFrom: "2026-12-12", pickupTo: "2026-12-13" },
  });
  const night = { title: "By night", charges: [line("EXD", "shipment", 7_120)], transitDays: { min: 1, max: 1 } };
  const customs = await of.bid(of.actors.provider, { ...offerOfThree(), alternatives: [night] });
  const gone = await of.bid(of.actors.provider2, offerOfThree("CNY", [1, 2, 3]));
  done(await of.run(withdrawBid, of.actors.provider2, { bidId: gone.id }));
  const charges = [line("OFT", "shipment", 1_424_000)];
  const haul = await of.bid(of.actors.provider2, { ...offerOfThree(), charges, exclusions: [] }, logistics);
  await of.closeAtItsTime();
  await of.closeAtItsTime(logistics);
  return { ...of, customs: customs.id, haul: haul.id };
}

test("of requests that are awarded together each order is its own: told to its winner, counted once, with the deal's whole weight", async () => {
  const of = await opened();
  const answer = done(
    await of.run(awardBids, of.actors.buyer, {
      ...{ dealId: of.dealId, currency: "USD", bids: [{ bidId: of.customs }, { bidId: of.haul }] },
    }),
  );
  const made = await of.database.read.select().from(orders);
  const awards = await awardsOfDeal(of.database.read, of.dealId);
  const orderOf = (bidId: string) => made.find((order) => order.bidId === bidId);
  expect(answer.orders).toEqual([orderOf(of.customs)?.id, orderOf(of.haul)?.id]);
  for (const [bidId, service, provider] of [
    [of.customs, "customs", "provider"],
    [of.haul, "logistics", "provider2"],
  ]) {
    const award = awards.find((one) => one.bidId === bidId);
    expect(orderOf(bidId as string)).toMatchObject({
      ...{ service, providerOrganisationId: provider, awardId: award?.id, grossWeightGrams: 12_040_000 },
    });
  }
  const told = (await of.events()).flatMap((event) =>
    event.type === "bid.won" || event.type === "order.placed" ? [[event.type, event.orderId, event.service]] : [],
  );
  expect(told).toEqual(
    ["customs", "logistics"].flatMap((service) => {
      const id = made.find((order) => order.service === service)?.id;
      return [
        ["bid.won", id, service],
        ["order.placed", id, service],
      ];
    }),
  );
  const traffic = await of.database.read.select().from(hubTraffic);
  expect(
    Object.fromEntries(traffic.map(({ service, count, valueCnyMinor }) => [service, [count, valueCnyMinor]])),
  ).toEqual({
    ...{ customs: [1, orderOf(of.customs)?.contractMinor], logistics: [1, 1_424_000n] },
    deal: [1, expect.anything()],
  });
});

test("the comparison that is kept is of what stood on its own request, each offer by its own total, in the currency that was asked for", async () => {
  const of = await opened();
  const bids = [{ bidId: of.customs }, { bidId: of.haul }];
  done(await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, currency: "USD", bids }));
  const main = ((await of.bidRow(of.customs)).totalMinor as bigint) * 100n;
  const awards = await awardsOfDeal(of.database.read, of.dealId);
  const kept = (bidId: string) => awards.find((award) => award.bidId === bidId)?.comparison;
  expect(kept(of.customs)).toMatchObject({ currency: "USD", rates: ["USD/CNY 7.12 2026-11-24 test"] });
  expect(kept(of.customs)?.totals).toEqual({
    [of.customs]: String((main * 2n + 712n) / 1_424n),
    [`${of.customs}.1`]: "1000",
  });
  expect(kept(of.haul)?.totals).toEqual({ [of.haul]: "200000" });
});
