import { expect } from "vitest";
import { HOUR_MS } from "../../domain/shared/time";
import { awardBids } from "../../server/award/award-bids";
import { cancelRequest } from "../../server/requests/cancel-request";
import { changeRequest } from "../../server/requests/change-request";
import { closeRequest } from "../../server/requests/close-request";
import { openRequest } from "../../server/requests/open-request";
import { act, call, idOf, isDone, send } from "./act";
import { expectNobodyPassedOver } from "./agree";
import type { Provider, RealMarket } from "./market";
import { closeModel, endModel, isTakingBids, mayClose, mayWin, type Model } from "./model";

const LATE_SHARE = 4;

/** What the buyer does to its request. */
export const CALLS = {
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
    call(awardBids, "buyer", {
      requestId: real.requestId,
      bids: [{ bidId: await idOf(real, provider), reason: "Known to us" }],
    }),
} as const;

/** `before` the close, where it is said and that time is still to come. */
export const amend = (before?: number) =>
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

export const close = () =>
  act("the buyer closes", async (model, real) => {
    const isTaken = mayClose(model);
    expect(isDone(await send(real, await CALLS.close(model, real)))).toBe(isTaken);
    if (isTaken) closeModel(model);
  });

export const open = (person: "buyer" | "colleague") =>
  act(`${person} says open`, async (model, real) => {
    const isTaken = model.state === "closed" && !model.approvals.has(person);
    const answer = await send(real, call(openRequest, person, { requestId: real.requestId }));
    expect(isDone(answer)).toBe(isTaken);
    if (!isTaken) return;
    model.approvals.add(person);
    if (model.approvals.size === 2) model.state = "opened";
  });

/** Where `isLate`, in the moment in which the time to decide is over. */
export const award = (provider: Provider, isLate = false) =>
  act(`the buyer awards ${provider}${isLate ? " too late" : ""}`, async (model, real) => {
    if (isLate) {
      real.pass(Math.max(0, model.decideBy - model.now));
      model.now = real.now();
    }
    const isTaken = mayWin(model, provider, model.bids.get(provider)?.validUntil);
    const before = await real.disqualifications();
    expect(isDone(await send(real, await CALLS.award(model, real, provider)))).toBe(isTaken);
    if (!isTaken) return;
    expectNobodyPassedOver(before, await idOf(real, provider), model.now);
    model.winner = provider;
    endModel(model, "awarded");
  });

export const cancel = () =>
  act("the buyer cancels", async (model, real) => {
    const isTaken = ["open", "closed", "opened"].includes(model.state);
    expect(isDone(await send(real, await CALLS.cancel(model, real)))).toBe(isTaken);
    if (isTaken) endModel(model, "cancelled");
  });
