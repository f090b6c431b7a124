import { expect } from "vitest";
import { toIso } from "../../domain/shared/time";
import { reviseBid, submitBid } from "../../server/bidding/submit-bid";
import { confirmBid } from "../../server/bidding/confirm-bid";
import { withdrawBid } from "../../server/bidding/withdraw-bid";
import { offerOfThree } from "../bidding-market";
import { act, call, idOf, isDone, lastReceipt, send } from "./act";
import type { Provider, RealMarket } from "./market";
import { isLive, isTakingBids, type Model, newBid, validUntilOf } from "./model";

const offerOf = (model: Model, price: number) => ({
  ...offerOfThree("CNY", [price, 144_676, 14_000]),
  validUntil: toIso(validUntilOf(model)),
});

/** What a bidder does until the close. */
export const CALLS = {
  submit: async (model: Model, real: RealMarket, provider: Provider, price: number) =>
    call(submitBid, provider, {
      requestId: real.requestId,
      amendment: model.amendment,
      ...offerOf(model, price),
    }),
  revise: async (model: Model, real: RealMarket, provider: Provider, price: number) =>
    call(reviseBid, provider, {
      bidId: await idOf(real, provider),
      amendment: model.amendment,
      ...offerOf(model, price),
    }),
  confirm: async (_: Model, real: RealMarket, provider: Provider) =>
    call(confirmBid, provider, { bidId: await idOf(real, provider) }),
  withdraw: async (_: Model, real: RealMarket, provider: Provider) =>
    call(withdrawBid, provider, { bidId: await idOf(real, provider) }),
} as const;

export const submit = (provider: Provider, price: number) =>
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

export const revise = (provider: Provider, price: number) =>
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

/** Sent by who read the request before its latest amendment, and says so, or says nothing of any amendment. */
export const sendUnread = (provider: Provider, price: number, doesSay: boolean) =>
  act(`${provider} sends ${price} for the request before its amendment`, async (model, real) => {
    const seen = doesSay ? { amendment: model.amendment - 1 } : { amendment: undefined };
    if (model.amendment === 0) return;
    for (const late of [CALLS.submit, CALLS.revise]) {
      const [command, by, input] = await late(model, real, provider, price);
      expect(isDone(await send(real, [command, by, { ...(input as object), ...seen }]))).toBe(false);
    }
  });

export const confirm = (provider: Provider) =>
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

export const withdraw = (provider: Provider) =>
  act(`${provider} withdraws`, async (model, real) => {
    const bid = model.bids.get(provider);
    const isTaken = isTakingBids(model) && isLive(bid);
    expect(isDone(await send(real, await CALLS.withdraw(model, real, provider)))).toBe(isTaken);
    if (isTaken) bid.state = "withdrawn";
  });

/** At the very end of the time for bids one more comes; whoever was not in time is out. */
export const bidAtTheEnd = (provider: Provider, price: number) =>
  act(`${provider} bids as the time is up`, async (model, real) => {
    real.pass(Math.max(0, model.closesAt - model.now));
    model.now = real.now();
    for (const late of [CALLS.submit, CALLS.revise, CALLS.confirm])
      expect(isDone(await send(real, await late(model, real, provider, price)))).toBe(false);
  });
