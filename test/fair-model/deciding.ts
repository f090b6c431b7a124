import { expect } from "vitest";
import { DAY_MS, HOUR_MS, type Instant, instant, later, toIso } from "../../domain/shared/time";
import { disqualifyBid } from "../../server/award/disqualify-bid";
import { extendDecisionOf, prolongBid } from "../../server/award/decision-deadline";
import { rejectBids } from "../../server/award/reject-bids";
import { answerCounterOffer } from "../../server/award/answer-counter-offer";
import { counterBid } from "../../server/bidding/counter-bid";
import { act, call, idOf, isDone, lastReceipt, send } from "./act";
import { expectNobodyPassedOver } from "./agree";
import { type Provider, type RealMarket, ROUNDS } from "./market";
import { endModel, isDeciding, mayWin, type Model } from "./model";

const EXTENSIONS = 2;
const COUNTER_HOURS = 24;
const words = "As we found it";

const longer = (model: Model, provider: Provider): Instant =>
  later(model.bids.get(provider)?.validUntil ?? model.decideBy, 5 * DAY_MS);

/** What is done between the opening and the end, by either side. */
export const CALLS = {
  reject: async (_: Model, real: RealMarket) =>
    call(rejectBids, "buyer", { requestId: real.requestId, code: "over_budget", words }),
  extend: async (model: Model, real: RealMarket) =>
    call(extendDecisionOf, "buyer", {
      requestId: real.requestId,
      decideBy: toIso(later(model.decideBy, DAY_MS)),
      words,
    }),
  prolong: async (model: Model, real: RealMarket, provider: Provider) =>
    call(prolongBid, provider, { bidId: await idOf(real, provider), validUntil: toIso(longer(model, provider)) }),
  counter: async (model: Model, real: RealMarket, provider: Provider) =>
    call(counterBid, "buyer", {
      bidId: await idOf(real, provider),
      // Other days each round, so that every offer changes something.
      transitDays: { min: 1, max: 10 + (model.bids.get(provider)?.rounds ?? 0) },
    }),
  acceptCounter: async (model: Model, _: RealMarket, provider: Provider) =>
    call(answerCounterOffer, provider, {
      counterOfferId: model.bids.get(provider)?.counter?.id ?? "no-such-offer",
      answer: "accept",
    }),
  disqualify: async (_: Model, real: RealMarket, provider: Provider) =>
    call(disqualifyBid, "buyer", { bidId: await idOf(real, provider), code: "terms_not_met", words }),
} as const;

export const passToDecision = () =>
  act("the time to decide is over", async (model, real) => {
    real.pass(Math.max(0, model.decideBy - model.now));
    model.now = real.now();
  });

export const reject = () =>
  act("the buyer rejects all", async (model, real) => {
    const isTaken = isDeciding(model);
    expect(isDone(await send(real, await CALLS.reject(model, real)))).toBe(isTaken);
    if (!isTaken) return;
    model.isRejected = true;
    endModel(model, "cancelled");
  });

export const extend = () =>
  act("the buyer moves its decision", async (model, real) => {
    const isWaiting = model.state === "closed" || model.state === "opened";
    const isTaken = isWaiting && model.now < model.decideBy && model.extensions < EXTENSIONS;
    expect(isDone(await send(real, await CALLS.extend(model, real)))).toBe(isTaken);
    if (!isTaken) return;
    model.decideBy = later(model.decideBy, DAY_MS);
    model.extensions += 1;
  });

export const prolong = (provider: Provider) =>
  act(`${provider} holds its bid for longer`, async (model, real) => {
    const bid = model.bids.get(provider);
    const validUntil = longer(model, provider);
    const isTaken = isDeciding(model) && bid?.state === "submitted";
    expect(isDone(await send(real, await CALLS.prolong(model, real, provider)))).toBe(isTaken);
    if (!isTaken) return;
    bid.validUntil = validUntil;
    bid.receipts.push((await lastReceipt(real, provider)).receipt);
  });

export const counter = (provider: Provider) =>
  act(`the buyer counters ${provider}`, async (model, real) => {
    const bid = model.bids.get(provider);
    const isWaiting = bid?.counter != null && model.now < bid.counter.expiresAt;
    const isTaken =
      isDeciding(model) &&
      bid?.state === "submitted" &&
      model.now < bid.validUntil &&
      !isWaiting &&
      bid.rounds < ROUNDS;
    const answer = await send(real, await CALLS.counter(model, real, provider));
    expect(isDone(answer)).toBe(isTaken);
    if (!isTaken) return;
    const ends = later(model.now, COUNTER_HOURS * HOUR_MS);
    const expiresAt = instant(Math.min(ends, model.decideBy, bid.validUntil));
    bid.rounds += 1;
    expect(answer).toMatchObject({ value: { round: bid.rounds, expiresAt: toIso(expiresAt) } });
    const { id } = (answer as unknown as { value: { id: string } }).value;
    expect((await real.counterOffer(id))?.content.validUntil).toBe(bid.validUntil);
    bid.counter = { id, expiresAt, validUntil: bid.validUntil };
  });

/** One yes binds both: the bid's next version, and the award. */
export const acceptCounter = (provider: Provider) =>
  act(`${provider} says yes`, async (model, real) => {
    const bid = model.bids.get(provider);
    const isWaiting = bid?.counter != null && model.now < bid.counter.expiresAt;
    const isTaken = isWaiting && mayWin(model, provider, bid.counter?.validUntil);
    const before = await real.disqualifications();
    expect(isDone(await send(real, await CALLS.acceptCounter(model, real, provider)))).toBe(isTaken);
    if (!isTaken) return;
    expectNobodyPassedOver(before, await idOf(real, provider), model.now);
    bid.receipts.push((await lastReceipt(real, provider)).receipt);
    bid.validUntil = bid.counter?.validUntil ?? bid.validUntil;
    model.winner = provider;
    endModel(model, "awarded");
  });

export const disqualify = (provider: Provider) =>
  act(`the buyer puts ${provider} out`, async (model, real) => {
    const bid = model.bids.get(provider);
    const isTaken = isDeciding(model) && bid?.state === "submitted" && bid.cure === null;
    expect(isDone(await send(real, await CALLS.disqualify(model, real, provider)))).toBe(isTaken);
    if (isTaken) bid.state = "disqualified";
  });
