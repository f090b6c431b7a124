import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { orderMilestones, orders } from "@/db/schema/orders";
import { hubTraffic } from "@/db/schema/hubs";
import { dialect } from "@/db/dialect";
import { readMigrations } from "@/db/migrate";
import { awardsOfDeal } from "@/db/repositories/award";
import { findDeal } from "@/db/repositories/deals";
import { DAY_MS, later, toIso } from "@/domain/shared/time";
import { biddingMarket, DECIDES, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { withdrawBid } from "../bidding/withdraw-bid";
import { awardBids } from "./award-bids";

type Market = Awaited<ReturnType<typeof biddingMarket>>;

const USD = () => offerOfThree("USD", [10_000, 20_000, 1_000]);
const give = (of: Market, ...bidIds: string[]) =>
  of.run(awardBids, of.actors.buyer, {
    dealId: of.dealId,
    bids: bidIds.map((bidId) => ({ bidId, reason: "Known to us" })),
  });
const ordersOf = (of: Market) => of.database.read.select().from(orders).where(eq(orders.dealId, of.dealId));

async function opened(bidding: object = {}) {
  const of = await biddingMarket(bidding);
  const winner = await of.bid(of.actors.provider, USD());
  const loser = await of.bid(of.actors.provider2);
  await of.closeAtItsTime();
  return { ...of, winner: winner.id, loser: loser.id };
}

describe("an award", () => {
  test("makes the order at the bid's total, in CNY at the day's rate, with the milestones of its kind", async () => {
    const of = await opened();
    const answer = done(await give(of, of.winner));
    expect(answer.award.state).toBe("effective");
    const [order] = await ordersOf(of);
    const won = await of.bidRow(of.winner);
    expect(answer.orders).toEqual([order?.id]);
    expect(order).toMatchObject({
      state: "placed",
      contractMinor: won.totalMinor,
      contractCurrency: "USD",
      contractCnyMinor: ((won.totalMinor as bigint) * 712n) / 100n,
      contractedMonth: "2026-11",
      hubId: "horgos",
      providerOrganisationId: "provider",
      autoAcceptAt: null,
    });
    const steps = await of.database.read
      .select()
      .from(orderMilestones)
      .where(eq(orderMilestones.orderId, order?.id ?? ""));
    expect(steps).toHaveLength(8);
    expect((await findDeal(of.database.read, of.dealId))?.contractedAt).toBe(order?.contractedAt);
  });

  test("leaves one winner; the losing bid is told, and kept for ever with what it said", async () => {
    const of = await opened();
    done(await give(of, of.winner));
    expect((await of.bidRow(of.winner)).state).toBe("won");
    expect((await of.bidRow(of.loser)).state).toBe("lost");
    expect((await of.versions(of.loser))[0]?.content?.lines).toHaveLength(3);
    expect((await of.request()).state).toBe("awarded");
    const types = (await of.events()).map((event) => event.type);
    expect(types).toEqual(expect.arrayContaining(["bid.won", "bid.lost", "order.placed"]));
  });

  test("keeps what was compared: every total in one currency, with each rate's day and source", async () => {
    const of = await opened();
    done(await give(of, of.winner));
    const [award] = await awardsOfDeal(of.database.read, of.dealId);
    expect(Object.keys(award?.comparison.totals ?? {}).sort()).toEqual([of.winner, of.loser].sort());
    expect(award?.comparison).toMatchObject({ currency: "CNY", rates: ["USD/CNY 7.12 2026-11-24 test"] });
  });

  test("counts each order once and the deal once in its hub's traffic", async () => {
    const of = await biddingMarket();
    await of.list("provider", "logistics");
    const logistics = await of.ask("logistics", {
      equipment: "tilt_136",
      pickupFrom: "2026-12-12",
      pickupTo: "2026-12-13",
    });
    const customs = await of.bid();
    const haul = await of.bid(
      of.actors.provider,
      {
        ...offerOfThree(),
        charges: [{ code: "OFT", basis: "truck", unitPrice: { minor: 2_500_000, currency: "CNY" } }],
        exclusions: [],
      },
      logistics,
    );
    await of.closeAtItsTime();
    await of.closeAtItsTime(logistics);
    done(await give(of, customs.id));
    done(await give(of, haul.id));
    const rows = await of.database.read.select().from(hubTraffic);
    expect(Object.fromEntries(rows.map((row) => [row.service, row.count]))).toEqual({
      customs: 1,
      logistics: 1,
      deal: 1,
    });
    const total = (await ordersOf(of)).reduce((sum, order) => sum + order.contractCnyMinor, 0n);
    expect(rows.reduce((sum, row) => sum + row.valueCnyMinor, 0n)).toBe(total);
  });

  test("fifty at once make one set of orders", async () => {
    const of = await opened();
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, at) => give(of, at % 2 ? of.winner : of.loser)));
    expect(outcomes.filter((outcome) => outcome.kind === "done")).toHaveLength(1);
    expect(await ordersOf(of)).toHaveLength(1);
    expect(await awardsOfDeal(of.database.read, of.dealId)).toHaveLength(1);
    const rows = await of.database.read.select().from(hubTraffic);
    expect(rows.map((row) => row.count)).toEqual([1, 1]);
  });
});

describe("no award", () => {
  test("before the close, before the opening, after the decision's time, twice, or of an ended bid", async () => {
    const early = await biddingMarket({ twoPersonOpening: true });
    const { id: bidId } = await early.bid();
    expect(refusalOf(await give(early, bidId))).toBe("request_not_closed");
    await early.closeAtItsTime();
    expect(refusalOf(await give(early, bidId))).toBe("request_not_opened");

    const of = await opened();
    of.setClock(DECIDES);
    expect(refusalOf(await give(of, of.winner))).toBe("decision_overdue");

    const twice = await opened();
    done(await give(twice, twice.winner));
    expect(refusalOf(await give(twice, twice.loser))).toBe("wrong_state");

    const gone = await biddingMarket();
    await gone.bid();
    const withdrawn = await gone.bid(gone.actors.provider2);
    done(await gone.run(withdrawBid, gone.actors.provider2, { bidId: withdrawn.id }));
    await gone.closeAtItsTime();
    expect(refusalOf(await give(gone, withdrawn.id))).toBe("bid_not_standing");
  });

  test("of a bid past its validity", async () => {
    const of = await biddingMarket({ decideBy: toIso(later(DECIDES, -DAY_MS)) });
    const { id: bidId } = await of.bid(of.actors.provider, {
      ...offerOfThree(),
      validUntil: toIso(later(DECIDES, -DAY_MS)),
    });
    await of.closeAtItsTime();
    const { bids } = await import("@/db/schema/requests");
    await of.database.write((tx) => tx.update(bids).set({ validUntil: 0 }).where(eq(bids.id, bidId)));
    expect(refusalOf(await give(of, bidId))).toBe("bid_expired");
  });

  test("without the day's rate nothing happens at all", async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid(of.actors.provider, offerOfThree("MNT", [1_000_000, 2_000_000, 100_000]));
    await of.closeAtItsTime();
    expect(refusalOf(await give(of, bidId))).toBe("rate_missing");
    expect((await of.request()).state).toBe("opened");
    expect((await of.bidRow(bidId)).state).toBe("submitted");
    expect(await ordersOf(of)).toHaveLength(0);
    expect(await awardsOfDeal(of.database.read, of.dealId)).toHaveLength(0);
  });

  test("by another buyer, by a viewer, of two bids for one request, or of none", async () => {
    const of = await opened();
    const input = { dealId: of.dealId, bids: [{ bidId: of.winner, reason: "Known to us" }] };
    expect(refusalOf(await of.run(awardBids, of.actors.buyer2, input))).toBe("not_found");
    expect(refusalOf(await of.run(awardBids, of.actors.viewer, input))).toBe("not_permitted");
    expect(refusalOf(await give(of, of.winner, of.loser))).toBe("two_for_one_request");
    expect((await give(of)).kind).toBe("malformed");
    for (const other of [{ requestId: "elsewhere" }, { dealId: "elsewhere" }])
      expect(refusalOf(await of.run(awardBids, of.actors.buyer, { ...other, bids: input.bids }))).toBe("not_found");
    expect(await ordersOf(of)).toHaveLength(0);
  });
});

test("counts as value what the provider charges for its own work; what it pays for the buyer stands apart, at the same rate", async () => {
  const of = await biddingMarket();
  const unit = (code: string, minor: number, more: object = {}) => ({
    ...{ code, basis: "shipment", unitPrice: { minor, currency: "USD" } },
    ...more,
  });
  const charges = [unit("IMD", 10_000), unit("DTY", 250_000), unit("CRT", 3_001, { isPassThrough: true })];
  const bid = await of.bid(of.actors.provider, { ...USD(), charges });
  await of.closeAtItsTime();
  done(await give(of, bid.id));
  const [order] = await ordersOf(of);
  expect(order).toMatchObject({
    contractMinor: 263_001n,
    contractCnyMinor: 1_872_567n,
    passThroughCnyMinor: 1_801_367n,
  });
  const sums = async () => {
    const rows = await of.database.read.select().from(hubTraffic);
    return rows.map((row) => [row.service, row.valueCnyMinor, row.passThroughCnyMinor]).sort();
  };
  const split = [
    ["customs", 71_200n, 1_801_367n],
    ["deal", 0n, 0n],
  ];
  expect(await sums()).toEqual(split);

  // As it was kept before: the migration finds the same from the bids.
  await of.database.execute("UPDATE orders SET pass_through_cny_minor = 0");
  await of.database.execute(
    "UPDATE hub_traffic SET value_cny_minor = value_cny_minor + pass_through_cny_minor, pass_through_cny_minor = 0",
  );
  expect(await sums()).not.toEqual(split);
  const { statements } = readMigrations(dialect).find(({ tag }) => tag.startsWith("0011")) ?? { statements: [] };
  for (const statement of statements.filter((one) => !one.startsWith("ALTER"))) await of.database.execute(statement);
  expect(await sums()).toEqual(split);
  expect((await ordersOf(of))[0]?.passThroughCnyMinor).toBe(1_801_367n);
});
