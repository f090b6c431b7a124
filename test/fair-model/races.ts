import { expect } from "vitest";
import { act, isDone, lastReceipt, send } from "./act";
import * as asking from "./asking";
import * as bidding from "./bidding";
import type { Provider } from "./market";
import { closeModel, isTakingBids, mayClose, newBid, validUntilOf } from "./model";

const CALLS = { ...bidding.CALLS, ...asking.CALLS };

/** A bid and the close at one moment: either the bid came first and counts, or it is refused. */
export const race = (provider: Provider, price: number) =>
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

/** A bid and an amendment at one moment: the bid came first and is stale, or is refused. It never answers what its author has not read. */
export const raceAmend = (provider: Provider, price: number) =>
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
    const { receipt } = await lastReceipt(real, provider);
    expect(await real.bidOf(provider)).toMatchObject({ state: "stale", amendment: before });
    model.bids.set(provider, newBid({ state: "stale", amendment: before, validUntil, receipts: [receipt] }));
  });
