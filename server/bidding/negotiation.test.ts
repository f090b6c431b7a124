import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { awardsOfDeal } from "@/db/repositories/award";
import { counterOffersOn } from "@/db/repositories/decisions";
import { contractsOf } from "@/db/repositories/contracts";
import { counterOffers } from "@/db/schema/requests";
import { orders } from "@/db/schema/orders";
import type { Actor } from "@/domain/access/policy";
import { DAY_MS, HOUR_MS, instant, later, toIso } from "@/domain/shared/time";
import { awardBids } from "@/server/award/award-bids";
import { extendDecisionOf, prolongBid } from "@/server/award/decision-deadline";
import { orderPage } from "@/server/orders/queries/orders";
import type { Faults } from "@/server/platform/execute";
import { deadlineRound } from "@/server/worker/timers";
import { biddingMarket, DECIDES, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { EXPIRING, paymentMarket, QUOTE_ENDS } from "@/test/payment-market";
import words from "@/messages/en/negotiation.json";
import { answerCounterOffer } from "../award/answer-counter-offer";
import { counterBid } from "./counter-bid";

const endOf = ({ expiresAt }: { readonly expiresAt: string }) => instant(Date.parse(expiresAt));

/** Two opened bids; the buyer published two rounds. */
async function table(bidding: object = { negotiationRounds: 2 }) {
  const of = await biddingMarket(bidding);
  const first = (await of.bid(of.actors.provider)).id;
  const second = (await of.bid(of.actors.provider2, offerOfThree("CNY", [140_000, 150_000, 15_000]))).id;
  await of.closeAtItsTime();
  const price = (minor: number) => [{ line: 0, unitPrice: { minor, currency: "CNY" } }];
  const counter = (minor: number, bidId = first, by: Actor = of.actors.buyer) =>
    of.run(counterBid, by, { bidId, charges: price(minor), note: "for the season" });
  const answer = (counterOfferId: string, as: string, by: Actor = of.actors.provider, said: object = {}) =>
    of.run(answerCounterOffer, by, { counterOfferId, answer: as, ...said });
  const placed = () => of.database.read.select().from(orders).where(eq(orders.requestId, of.requestId));
  return {
    ...of,
    first,
    second,
    price,
    counter,
    answer,
    placed,
    history: () => counterOffersOn(of.database.read, first),
  };
}

describe("counter-offers go in rounds with a limit and a history (lesson 10)", () => {
  test("each side answers the other, and every offer is kept as it was made", async () => {
    const of = await table();
    const one = done(await of.counter(120_000));
    const two = done(await of.answer(one.id, "answer", of.actors.provider, { charges: of.price(130_000) }));
    const three = done(await of.counter(125_000));
    expect([one.round, three.round]).toEqual([1, 2]);
    done(await of.answer(three.id, "decline"));
    expect(refusalOf(await of.counter(124_000))).toBe("rounds_used");
    const kept = (await of.history()).map(({ id, by, round, state, content, note }) => [
      id,
      by,
      round,
      state,
      content.lines[0]?.unitPriceMinor,
      note,
    ]);
    expect(kept).toEqual([
      [one.id, "buyer", 1, "answered", "120000", "for the season"],
      [two.id, "provider", 1, "answered", "130000", ""],
      [three.id, "buyer", 2, "declined", "125000", "for the season"],
    ]);
  });

  test("what cannot be read of an offer is told with what is refused of its other lines, to the side whose turn it is", async () => {
    const of = await table();
    const charges = [
      { line: 0, unitPrice: "much" },
      { line: 9, unitPrice: { minor: 1, currency: "CNY" } },
      { line: 1, rateBps: 5 },
      { line: 2, unitPrice: { minor: 1, currency: "USD" } },
    ];
    const said = { charges, note: "call +86 138 0013 8000" };
    const told = (outcome: { readonly kind: string }) => {
      const { issues = [], refusals = [] } = outcome as Partial<Faults>;
      return [
        ...issues.map(({ path }) => path.join(".")),
        ...refusals.map(({ code, details }) => [code, details?.field].join(" ").trim()),
      ];
    };
    const all = [
      ...["charges.0.unitPrice", "note"],
      ...["line_unknown charges[1]", "line_priced_otherwise charges[2]", "currency_mixed charges[3]"],
    ];
    const { buyer, provider, provider2 } = of.actors;
    expect(told(await of.run(counterBid, buyer, { bidId: of.first, ...said }))).toEqual(all);
    expect(told(await of.run(counterBid, buyer, { bidId: "none", ...said })).slice(2)).toEqual(["not_found"]);
    const { id } = done(await of.counter(120_000));
    expect(told(await of.run(counterBid, buyer, { bidId: of.first, ...said })).slice(2)).toEqual(["counter_pending"]);
    expect(told(await of.answer(id, "answer", provider, said))).toEqual(all);
    expect(told(await of.answer(id, "answer", provider2, said)).slice(2)).toEqual(["not_found"]);
  });

  test("the limit is the published one, and without one nothing is negotiated", async () => {
    const of = await table({});
    expect(refusalOf(await of.counter(120_000))).toBe("not_negotiable");
  });

  test("before the opening there is no table", async () => {
    const of = await biddingMarket({ negotiationRounds: 2 });
    const { id: bidId } = await of.bid();
    const said = { bidId, charges: [{ line: 0, unitPrice: { minor: 1, currency: "CNY" } }] };
    expect(refusalOf(await of.run(counterBid, of.actors.buyer, said))).toBe("not_in_negotiation");
  });

  test("all that is not changed stays, and the offer is priced by the request's own quantities", async () => {
    const of = await table();
    done(await of.counter(120_000));
    const [offer] = await of.history();
    const before = (await of.versions(of.first))[0]?.content;
    expect(offer?.content.lines.map((line) => line.unitPriceMinor)).toEqual(["120000", "144676", "14000"]);
    expect(BigInt(before?.totalMinor ?? 0) - BigInt(offer?.content.totalMinor ?? 0)).toBe(15_000n);
    expect(offer?.content.remarks).toBe(before?.remarks);
  });
});

test("an offer is for as long as the bid is held by then: what its bidder has prolonged since the last one counts, and the award keeps it", async () => {
  const of = await table();
  const one = done(await of.counter(120_000));
  done(await of.answer(one.id, "decline"));
  const validUntil = later(DECIDES, 9 * DAY_MS);
  done(await of.run(prolongBid, of.actors.provider, { bidId: of.first, validUntil: toIso(validUntil) }));
  const two = done(await of.counter(121_000));
  expect((await of.history()).map(({ content }) => content.validUntil)).toEqual([later(DECIDES, DAY_MS), validUntil]);
  done(await of.answer(two.id, "accept"));
  expect(await of.bidRow(of.first)).toMatchObject({ state: "won", validUntil });
});

test("of a line with prices by quantity the one that applies is negotiated, so that a new price counts", async () => {
  const of = await biddingMarket({ negotiationRounds: 1 });
  const tiers = [{ from: 1, unitPrice: { minor: 100_000, currency: "CNY" } }];
  const [first, ...rest] = offerOfThree().charges;
  const { id: bidId } = await of.bid(of.actors.provider, {
    ...offerOfThree(),
    charges: [{ ...first, tiers }, ...rest],
  });
  await of.closeAtItsTime();
  const charges = [{ line: 0, unitPrice: { minor: 90_000, currency: "CNY" } }];
  done(await of.run(counterBid, of.actors.buyer, { bidId, charges }));
  const [offer] = await counterOffersOn(of.database.read, bidId);
  const before = (await of.versions(bidId))[0]?.content;
  expect(BigInt(before?.totalMinor ?? 0) - BigInt(offer?.content.totalMinor ?? 0)).toBe(10_000n);
  expect(refusalOf(await of.run(counterBid, of.actors.buyer, { bidId, charges }))).toBe("counter_pending");
});

describe("one acceptance binds both", () => {
  test.each([
    ["the bidder's yes to the buyer's offer", false],
    ["the buyer's yes to the bidder's", true],
  ])("%s is the award, at the agreed price, as the bid's next version", async (_, isBuyers) => {
    const of = await table();
    const { buyer, colleague, provider } = of.actors;
    const counter = done(await of.counter(120_000, of.first, isBuyers ? buyer : colleague));
    const last = isBuyers
      ? done(await of.answer(counter.id, "answer", provider, { charges: of.price(128_000) }))
      : counter;
    const yes = done(await of.answer(last.id, "accept", isBuyers ? colleague : provider));
    const [order] = await of.placed();
    // The award is decided by whose word bound the buyer: its own yes, or its offer.
    expect(await awardsOfDeal(of.database.read, of.dealId)).toMatchObject([{ awardedByUserId: colleague.userId }]);
    const agreed = (await of.history()).at(-1);
    expect(yes).toMatchObject({ state: "accepted", orderId: order?.id });
    expect(order?.contractMinor).toBe(BigInt(agreed?.content.totalMinor ?? 0));
    expect((await of.request()).state).toBe("awarded");
    expect((await of.bidRow(of.first)).state).toBe("won");
    expect((await of.bidRow(of.second)).state).toBe("lost");
    const versions = await of.versions(of.first);
    const agreedPrice = isBuyers ? "128000" : "120000";
    expect(versions.map(({ content }) => content?.lines[0]?.unitPriceMinor)).toEqual(["135000", agreedPrice]);
    const page = await orderPage(of.database.read, buyer, { id: order?.id ?? "", now: of.on.clock() });
    expect(page?.charges[0]?.unitPrice?.minor).toBe(BigInt(agreedPrice));
    const contracts = await contractsOf(of.database.read, [order?.id ?? ""]);
    expect(contracts.map(({ content }) => content?.lines[0]?.unitPriceMinor)).toEqual([agreedPrice]);
  });

  test("twenty yeses and an award of the rival at once make one order", async () => {
    const of = await table();
    const one = done(await of.counter(120_000));
    const two = done(await of.counter(130_000, of.second));
    const calls = Array.from({ length: 20 }, (_, at) =>
      at % 2 === 0 ? of.answer(one.id, "accept") : of.answer(two.id, "accept", of.actors.provider2),
    );
    const rival = of.run(awardBids, of.actors.buyer, {
      requestId: of.requestId,
      bids: [{ bidId: of.second, reason: "Known to us" }],
    });
    const outcomes = await Promise.all([...calls, rival]);
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
    expect(await of.placed()).toHaveLength(1);
  });

  test("with the award everything else on the table has lapsed", async () => {
    const of = await table();
    done(await of.counter(120_000));
    done(
      await of.run(awardBids, of.actors.buyer, {
        requestId: of.requestId,
        bids: [{ bidId: of.second, reason: "Known to us" }],
      }),
    );
    expect((await of.history()).map(({ state }) => state)).toEqual(["lapsed"]);
    const [offer] = await of.history();
    expect(refusalOf(await of.answer(offer?.id ?? "", "accept"))).toBe("wrong_state");
  });
});

describe("an offer across the table", () => {
  test("is there for its two sides alone", async () => {
    const of = await table();
    const { id: counterOfferId } = done(await of.counter(120_000));
    expect(refusalOf(await of.answer(counterOfferId, "accept", of.actors.provider2))).toBe("not_found");
    expect(refusalOf(await of.counter(1, of.first, of.actors.provider))).toBe("not_found");
    expect(refusalOf(await of.counter(1, of.first, of.actors.provider2))).toBe("not_found");
    expect(refusalOf(await of.answer(counterOfferId, "accept", of.actors.buyer))).toBe("own_counter");
  });

  test("ends at its time by the server's clock, whether the timers ran or not, and both are told once", async () => {
    const of = await table();
    await of.rule("counter_offer_hours", 5);
    const made = done(await of.counter(120_000));
    expect(made.expiresAt).toBe(toIso(later(of.on.clock(), 5 * HOUR_MS)));
    of.setClock(endOf(made));
    expect(refusalOf(await of.answer(made.id, "accept"))).toBe("counter_expired");
    await deadlineRound(of.on);
    await deadlineRound(of.on);
    expect((await of.history()).map(({ state }) => state)).toEqual(["lapsed"]);
    const ended = async () =>
      (await of.events()).flatMap((event) =>
        event.type === "bid.counter_ended" ? [[event.by, event.round, event.state, event.bidId]] : [],
      );
    expect(await ended()).toEqual([["buyer", 1, "lapsed", of.first]]);
    const next = done(await of.counter(121_000));
    of.setClock(endOf(next));
    expect(refusalOf(await of.counter(122_000))).toBe("rounds_used");
  });

  test("past its time has lapsed when the next one is made, though no timer ran, and was not answered", async () => {
    const of = await table();
    of.setClock(endOf(done(await of.counter(120_000))));
    const { id: counterOfferId } = done(await of.counter(121_000));
    expect((await of.history()).map(({ state }) => state)).toEqual(["lapsed", "open"]);
    done(await of.answer(counterOfferId, "decline"));
    const told = (await of.events()).find(({ type }) => type === "bid.counter_ended");
    expect(told).toMatchObject({ by: "provider", round: 2, state: "declined", bidId: of.first });
  });

  test("is never rewritten nor deleted, and has one answer, whoever has the database in hand", async () => {
    const of = await table();
    const { id: counterOfferId } = done(await of.counter(120_000));
    const [offer] = await of.history();
    if (!offer) throw new Error("the offer is there");
    const put = (change: Partial<typeof counterOffers.$inferInsert>) =>
      of.database.write((tx) => tx.update(counterOffers).set(change));
    await expect(put({ content: { ...offer.content, totalMinor: "1" } })).rejects.toThrow();
    await expect(of.database.write((tx) => tx.delete(counterOffers))).rejects.toThrow();
    done(await of.answer(counterOfferId, "decline"));
    await expect(put({ state: "accepted" })).rejects.toThrow();
  });

  test("never outlives the time to decide", async () => {
    const of = await table();
    of.setClock(later(DECIDES, -HOUR_MS));
    expect(done(await of.counter(120_000)).expiresAt).toBe(toIso(DECIDES));
  });

  test("that comes to nothing, or whose work should have begun already, is refused in words of its room", async () => {
    const startDate = "2026-11-30";
    const of = await biddingMarket({ negotiationRounds: 2 });
    const offer = { ...offerOfThree(), charges: offerOfThree().charges.slice(0, 1), startDate };
    const { id: bidId } = await of.bid(of.actors.provider, offer);
    await of.closeAtItsTime();
    const counter = (minor: number) =>
      of.run(counterBid, of.actors.buyer, { bidId, charges: [{ line: 0, unitPrice: { minor, currency: "CNY" } }] });
    expect(refusalOf(await counter(0))).toBe("nothing_priced");
    expect(words.refusal).toHaveProperty("nothing_priced");
    done(
      await of.run(extendDecisionOf, of.actors.buyer, {
        requestId: of.requestId,
        decideBy: toIso(later(DECIDES, 9 * DAY_MS)),
        words: "Our engineer is ill",
      }),
    );
    done(await of.run(prolongBid, of.actors.provider, { bidId, validUntil: toIso(later(DECIDES, 10 * DAY_MS)) }));
    of.setClock(later(DECIDES, 8 * DAY_MS));
    expect(refusalOf(await counter(120_000))).toBe("starts_in_past");
    expect(words.refusal).toHaveProperty("starts_in_past");
  });

  test("never outlives the quote that it offers, and of a quote that has ended none is made", async () => {
    const of = await paymentMarket({ negotiationRounds: 2 });
    const { id: bidId } = await of.quote(of.actors.provider, { terms: EXPIRING });
    done(await of.closePayment());
    const counter = (minor: number) =>
      of.run(counterBid, of.actors.buyer, {
        bidId,
        charges: [{ line: 1, unitPrice: { minor, currency: "USD" } }],
      });
    const { id: counterOfferId, expiresAt } = done(await counter(3_000));
    expect(expiresAt).toBe(toIso(QUOTE_ENDS));
    done(await of.run(answerCounterOffer, of.actors.provider, { counterOfferId, answer: "decline" }));
    of.setClock(QUOTE_ENDS);
    expect(refusalOf(await counter(2_900))).toBe("bid_expired");
  });

  test("leaves no amount in the answers that are kept, the events or the log", async () => {
    const of = await table();
    const { id: counterOfferId } = done(await of.counter(123_457));
    done(await of.answer(counterOfferId, "answer", of.actors.provider, { charges: of.price(123_461) }));
    const { outbox } = await import("@/db/schema/notices");
    const { requestLog } = await import("@/db/schema/requests");
    const { idempotencyKeys } = await import("@/db/schema/platform");
    for (const kept of [outbox, requestLog, idempotencyKeys])
      expect(JSON.stringify(await of.database.read.select().from(kept))).not.toMatch(/12345|12346|1234\.5|1,234/);
  });
});
