import fc from "fast-check";
import { expect } from "vitest";
import { HOUR_MS, MINUTE_MS, toIso } from "../../domain/shared/instant";
import { awardBids } from "../../server/commands/award/award-bids";
import { reviseBid } from "../../server/commands/bidding/revise-bid";
import { confirmBid } from "../../server/commands/bidding/stale/confirm-bid";
import { submitBid } from "../../server/commands/bidding/submit-bid";
import { withdrawBid } from "../../server/commands/bidding/withdraw-bid";
import { cancelRequest } from "../../server/commands/requests/cancel-request";
import { changeRequest } from "../../server/commands/requests/change-request";
import { closeRequest } from "../../server/commands/requests/close-request";
import { openRequest } from "../../server/commands/requests/open-request";
import { deadlineRound } from "../../server/worker/timers";
import { offerOfThree } from "../bidding-market";
import { type Act, act, call, idOf, isDone, lastReceipt, send } from "./act";
import * as deciding from "./deciding";
import { PROVIDERS, type Provider, READERS, type Reader, type RealMarket } from "./market";
import { closeModel, isLive, isTakingBids, mayClose, type Model, newBid, validUntilOf } from "./model";

const LATE_SHARE = 4;

const offerOf = (model: Model, price: number) => ({
  ...offerOfThree("CNY", [price, 144_676, 14_000]),
  validUntil: toIso(validUntilOf(model)),
});

/** Every command as it is called, for those who try it and for those whose process dies in it. */
const CALLS = {
  submit: async (model: Model, real: RealMarket, provider: Provider, price: number) =>
    call(submitBid, provider, { requestId: real.requestId, ...offerOf(model, price) }),
  revise: async (model: Model, real: RealMarket, provider: Provider, price: number) =>
    call(reviseBid, provider, { bidId: await idOf(real, provider), ...offerOf(model, price) }),
  confirm: async (_: Model, real: RealMarket, provider: Provider) =>
    call(confirmBid, provider, { bidId: await idOf(real, provider) }),
  withdraw: async (_: Model, real: RealMarket, provider: Provider) =>
    call(withdrawBid, provider, { bidId: await idOf(real, provider) }),
  amend: async (model: Model, real: RealMarket) =>
    call(changeRequest, "buyer", {
      requestId: real.requestId,
      // One more line each time, so that every amendment asks for something else.
      spec: real.spec(3 + model.amendment),
      reason: "One more line",
    }),
  close: async (_: Model, real: RealMarket) => call(closeRequest, "buyer", { requestId: real.requestId }),
  cancel: async (_: Model, real: RealMarket) =>
    call(cancelRequest, "buyer", { requestId: real.requestId, reason: "Not needed" }),
  award: async (_: Model, real: RealMarket, provider: Provider) =>
    call(awardBids, "buyer", { requestId: real.requestId, bids: [{ bidId: await idOf(real, provider) }] }),
  ...deciding.CALLS,
} as const;

const submit = (provider: Provider, price: number) =>
  act(`${provider} bids ${price}`, async (model, real) => {
    const isTaken = isTakingBids(model) && !model.bids.has(provider);
    const validUntil = validUntilOf(model);
    const answer = await send(real, await CALLS.submit(model, real, provider, price));
    expect(isDone(answer)).toBe(isTaken);
    if (!isTaken) return;
    const { receipt } = await lastReceipt(real, provider);
    expect(answer).toMatchObject({ value: { receipt, version: 1 } });
    model.bids.set(
      provider,
      newBid({ state: "submitted", amendment: model.amendment, validUntil, receipts: [receipt] }),
    );
  });

const revise = (provider: Provider, price: number) =>
  act(`${provider} revises to ${price}`, async (model, real) => {
    const bid = model.bids.get(provider);
    const isTaken = isTakingBids(model) && isLive(bid);
    const validUntil = validUntilOf(model);
    const answer = await send(real, await CALLS.revise(model, real, provider, price));
    expect(isDone(answer)).toBe(isTaken);
    if (!isTaken) return;
    const { receipt, count } = await lastReceipt(real, provider);
    expect(answer).toMatchObject({ value: { receipt, version: count } });
    bid.receipts.push(receipt);
    Object.assign(bid, { state: "submitted", amendment: model.amendment, validUntil });
  });

const confirm = (provider: Provider) =>
  act(`${provider} confirms`, async (model, real) => {
    const bid = model.bids.get(provider);
    const isTaken = isTakingBids(model) && bid?.state === "stale" && bid.validUntil >= model.decideBy;
    const answer = await send(real, await CALLS.confirm(model, real, provider));
    expect(isDone(answer)).toBe(isTaken);
    if (!isTaken) return;
    const { receipt, count } = await lastReceipt(real, provider);
    // The request has more lines than before, so the same prices come to something else: a version of its own.
    expect(count).toBe(bid.receipts.length + 1);
    bid.receipts.push(receipt);
    Object.assign(bid, { state: "submitted", amendment: model.amendment });
  });

const withdraw = (provider: Provider) =>
  act(`${provider} withdraws`, async (model, real) => {
    const bid = model.bids.get(provider);
    const isTaken = isTakingBids(model) && isLive(bid);
    expect(isDone(await send(real, await CALLS.withdraw(model, real, provider)))).toBe(isTaken);
    if (isTaken) bid.state = "withdrawn";
  });

/** `before` the close, where it is said and that time is still to come. */
const amend = (before?: number) =>
  act(before === undefined ? "the buyer amends" : "the buyer amends late", async (model, real) => {
    if (before !== undefined) {
      real.pass(Math.max(0, model.closesAt - before - model.now));
      model.now = real.now();
    }
    const isTaken = isTakingBids(model);
    expect(isDone(await send(real, await CALLS.amend(model, real)))).toBe(isTaken);
    if (!isTaken) return;
    const { closesAt, decideBy } = await real.request();
    const open = model.closesAt - model.publishedAt;
    const isLate = model.now >= model.closesAt - open / LATE_SHARE;
    if (isLate) expect(closesAt).toBeGreaterThanOrEqual(model.closesAt + Math.max(open / LATE_SHARE, 12 * HOUR_MS) - 1);
    else expect(closesAt).toBe(model.closesAt);
    expect(decideBy).toBeGreaterThanOrEqual(model.decideBy);
    Object.assign(model, { closesAt, decideBy, amendment: model.amendment + 1 });
    for (const bid of model.bids.values()) if (bid.state === "submitted") bid.state = "stale";
  });

const close = () =>
  act("the buyer closes", async (model, real) => {
    const isTaken = mayClose(model);
    expect(isDone(await send(real, await CALLS.close(model, real)))).toBe(isTaken);
    if (isTaken) closeModel(model);
  });

const open = (person: "buyer" | "colleague") =>
  act(`${person} says open`, async (model, real) => {
    const isTaken = model.state === "closed" && !model.approvals.has(person);
    const answer = await send(real, call(openRequest, person, { requestId: real.requestId }));
    expect(isDone(answer)).toBe(isTaken);
    if (!isTaken) return;
    model.approvals.add(person);
    if (model.approvals.size === 2) model.state = "opened";
  });

/** Where `isLate`, in the moment in which the time to decide is over. */
const award = (provider: Provider, isLate = false) =>
  act(`the buyer awards ${provider}${isLate ? " too late" : ""}`, async (model, real) => {
    if (isLate) {
      real.pass(Math.max(0, model.decideBy - model.now));
      model.now = real.now();
    }
    const bid = model.bids.get(provider);
    const isTaken =
      model.state === "opened" &&
      model.now < model.decideBy &&
      bid?.state === "submitted" &&
      model.now < bid.validUntil;
    expect(isDone(await send(real, await CALLS.award(model, real, provider)))).toBe(isTaken);
    if (isTaken) Object.assign(model, { state: "awarded", winner: provider });
  });

const cancel = () =>
  act("the buyer cancels", async (model, real) => {
    const isTaken = ["open", "closed", "opened"].includes(model.state);
    expect(isDone(await send(real, await CALLS.cancel(model, real)))).toBe(isTaken);
    if (isTaken) model.state = "cancelled";
  });

/** Time goes by; the timers run behind it or have not looked yet. */
const pass = (ms: number, doTimersRun: boolean) =>
  act(`${ms / MINUTE_MS} min go by${doTimersRun ? ", the timers run" : ""}`, async (model, real) => {
    real.pass(ms);
    model.now = real.now();
    if (doTimersRun) await runTimers(model, real);
  });

/** To the very end of the time for bids, or a millisecond before it. */
const passToClose = (before: 0 | 1) =>
  act(before ? "it is the last moment" : "the time is up", async (model, real) => {
    real.pass(Math.max(0, model.closesAt - before - model.now));
    model.now = real.now();
  });

/** At the very end of the time for bids one more comes; whoever was not in time is out. */
const bidAtTheEnd = (provider: Provider, price: number) =>
  act(`${provider} bids as the time is up`, async (model, real) => {
    real.pass(Math.max(0, model.closesAt - model.now));
    model.now = real.now();
    for (const late of [CALLS.submit, CALLS.revise, CALLS.confirm])
      expect(isDone(await send(real, await late(model, real, provider, price)))).toBe(false);
  });

/** All that leads to the opening, so that runs come as far as an award. */
const toTheOpening = () =>
  act("the time is up, and two open", async (model, real) => {
    if (model.state === "open") {
      real.pass(Math.max(0, model.closesAt - model.now));
      model.now = real.now();
      await runTimers(model, real);
    }
    for (const person of ["buyer", "colleague"]) {
      const isTaken = model.state === "closed" && !model.approvals.has(person);
      const answer = await send(real, call(openRequest, person, { requestId: real.requestId }));
      expect(isDone(answer)).toBe(isTaken);
      if (isTaken) model.approvals.add(person);
      if (model.approvals.size === 2 && model.state === "closed") model.state = "opened";
    }
  });

async function runTimers(model: Model, real: RealMarket): Promise<void> {
  await deadlineRound(real.platform());
  if (model.state === "open" && model.now >= model.closesAt) closeModel(model);
  else if ((model.state === "closed" || model.state === "opened") && model.now >= model.decideBy)
    model.state = "no_decision";
}

/** A bid and the close at one moment: either the bid came first and counts, or it is refused. */
const race = (provider: Provider, price: number) =>
  act(`${provider} bids while the buyer closes`, async (model, real) => {
    if (!isTakingBids(model) || !mayClose(model) || model.bids.has(provider)) return;
    const [bid, closed] = [await CALLS.submit(model, real, provider, price), await CALLS.close(model, real)];
    const validUntil = validUntilOf(model);
    const [bidAnswer, closeAnswer] = await Promise.all([send(real, bid), send(real, closed)]);
    expect(isDone(closeAnswer)).toBe(true);
    if (isDone(bidAnswer)) {
      const { receipt } = await lastReceipt(real, provider);
      model.bids.set(
        provider,
        newBid({ state: "submitted", amendment: model.amendment, validUntil, receipts: [receipt] }),
      );
    }
    closeModel(model);
  });

/** A bid and an amendment at one moment: the bid answers the new request, or is stale. */
const raceAmend = (provider: Provider, price: number) =>
  act(`${provider} bids while the buyer amends`, async (model, real) => {
    if (!isTakingBids(model) || model.bids.has(provider)) return;
    const [bid, change] = [await CALLS.submit(model, real, provider, price), await CALLS.amend(model, real)];
    const validUntil = validUntilOf(model);
    const [bidAnswer, amendAnswer] = await Promise.all([send(real, bid), send(real, change)]);
    expect(isDone(amendAnswer)).toBe(true);
    const { closesAt, decideBy } = await real.request();
    for (const one of model.bids.values()) if (one.state === "submitted") one.state = "stale";
    const before = model.amendment;
    Object.assign(model, { closesAt, decideBy, amendment: before + 1 });
    if (!isDone(bidAnswer)) return;
    const row = await real.bidOf(provider);
    const { receipt } = await lastReceipt(real, provider);
    const isFirst = row?.state === "stale";
    expect(row?.amendment).toBe(isFirst ? before : before + 1);
    model.bids.set(
      provider,
      newBid({
        state: isFirst ? "stale" : "submitted",
        amendment: row?.amendment ?? -1,
        validUntil,
        receipts: [receipt],
      }),
    );
  });

/** A process that dies in the middle of a call leaves nothing of it, and what was answered before is there. */
const cutOff = (which: keyof typeof CALLS, provider: Provider, price: number) =>
  act(`the process dies in ${which}`, async (model, real) => {
    const [command, by, input] = await CALLS[which](model, real, provider, price);
    await real.cutOff(command, real.actors[by] as never, input);
    await real.restart();
  });

const restart = () => act("the process starts again", async (_, real) => real.restart());

const hear = (reader: Reader, limit: number) =>
  act(`${reader} hears up to ${limit}`, async (_, real) => {
    await real.hear(reader, limit);
  });

const provider = fc.constantFrom(...PROVIDERS);
const price = fc.integer({ min: 1_000, max: 999_999 });
const hours = fc.constantFrom(0.5, 6, 20, 30, 60).map((count) => count * HOUR_MS);

const always = fc.constant;
const person = fc.constantFrom("buyer" as const, "colleague" as const);
const deathIn = fc.constantFrom(...(Object.keys(CALLS) as (keyof typeof CALLS)[]));

type Weighted = readonly (readonly [times: number, act: fc.Arbitrary<Act>])[];

const listOf = (weighted: Weighted): fc.Arbitrary<Act>[] =>
  weighted.flatMap(([times, one]) => Array.from({ length: times }, () => one));

/** What may happen at any time. */
const ANY_TIME: Weighted = [
  [2, fc.tuple(hours, fc.boolean()).map(([ms, doRun]) => pass(ms, doRun))],
  [2, fc.tuple(deathIn, provider, price).map((of) => cutOff(...of))],
  [1, always(restart())],
  [2, fc.tuple(fc.constantFrom(...READERS), fc.integer({ min: 1, max: 5 })).map((of) => hear(...of))],
  [1, always(cancel())],
  [1, always(close())],
];

/** Until the close, with what is too early then. */
export const BIDDING = listOf([
  ...ANY_TIME,
  [6, fc.tuple(provider, price).map(([by, minor]) => submit(by, minor))],
  [2, fc.tuple(provider, price).map(([by, minor]) => revise(by, minor))],
  [3, provider.map(confirm)],
  [1, provider.map(withdraw)],
  [3, always(amend())],
  [1, always(amend(HOUR_MS))],
  [1, fc.constantFrom(0 as const, 1 as const).map(passToClose)],
  [1, fc.tuple(provider, price).map(([by, minor]) => bidAtTheEnd(by, minor))],
  [1, fc.tuple(provider, price).map(([by, minor]) => race(by, minor))],
  [1, fc.tuple(provider, price).map(([by, minor]) => raceAmend(by, minor))],
  [1, provider.map((to) => award(to))],
  [1, person.map(open)],
  [1, always(deciding.reject())],
  [1, provider.map(deciding.counter)],
  [1, provider.map(deciding.disqualify)],
]);

export const OPENING: fc.Arbitrary<readonly Act[]> = fc.oneof(
  always([]),
  always([toTheOpening()]),
  always([toTheOpening()]),
);

/** Two bids that are opened, so that runs come to what is done with them. */
export const OPENED: readonly Act[] = [submit("provider", 2_000), submit("provider2", 3_000), toTheOpening()];

const inTurn = (name: string, acts: readonly Act[]): Act =>
  act(name, async (model, real) => {
    for (const one of acts) await one.run(model, real);
  });

const bargain = (by: Provider): Act[] => [1, 2, 3].flatMap(() => [deciding.counter(by), pass(24 * HOUR_MS, false)]);

const tooLate = (by: Provider): Act[] => [
  deciding.passToDecision(),
  deciding.reject(),
  deciding.extend(),
  deciding.prolong(by),
  deciding.counter(by),
  deciding.acceptCounter(by),
  deciding.disqualify(by),
];

/** What is done with opened bids, and seldom ends it. */
export const OPENED_ON = listOf([
  [2, fc.constantFrom(0.5, 12, 24).map((count) => pass(count * HOUR_MS, false))],
  [1, fc.tuple(deathIn, provider, price).map((of) => cutOff(...of))],
  [4, always(deciding.extend())],
  [4, provider.map(deciding.prolong)],
  [8, provider.map(deciding.counter)],
  [2, provider.map(deciding.acceptCounter)],
  [2, provider.map(deciding.disqualify)],
  [1, provider.map((to) => award(to))],
  [1, provider.map((by) => inTurn(`the buyer counters ${by} day after day`, bargain(by)))],
  [1, provider.map((by) => inTurn("all is tried when the time to decide is over", tooLate(by)))],
  [1, always(deciding.reject())],
  [1, always(pass(30 * HOUR_MS, true))],
]);

/** From the close on, with what is too late then. */
export const DECIDING = listOf([
  ...ANY_TIME,
  [3, person.map(open)],
  [5, provider.map((to) => award(to))],
  [2, provider.map((to) => award(to, true))],
  [1, always(deciding.reject())],
  [2, always(deciding.extend())],
  [2, provider.map(deciding.prolong)],
  [3, provider.map(deciding.counter)],
  [3, provider.map(deciding.acceptCounter)],
  [1, provider.map(deciding.disqualify)],
  [1, fc.tuple(provider, price).map(([by, minor]) => submit(by, minor))],
  [1, fc.tuple(provider, price).map(([by, minor]) => revise(by, minor))],
  [1, provider.map(confirm)],
  [1, provider.map(withdraw)],
  [1, always(amend())],
]);
