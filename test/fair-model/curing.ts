import { expect } from "vitest";
import { DAY_MS, later } from "../../domain/shared/time";
import { disqualifyBid, judgeCureOfBid, sendCureOfBid } from "../../server/award/disqualify-bid";
import { act, call, idOf, isDone, send } from "./act";
import type { Provider, RealMarket } from "./market";
import { isDeciding, type Model, settleCures } from "./model";

const words = "The licence copy is missing";

/** What papers can be missing of; a bid is put out for each only once. */
export const PAPERS = ["document_missing", "licence_invalid"] as const;
export type Paper = (typeof PAPERS)[number];

const judged = (isAccepted: boolean) => async (_: Model, real: RealMarket, provider: Provider) =>
  call(judgeCureOfBid, "buyer", { bidId: await idOf(real, provider), isAccepted, words });

/** What is done about papers that are missing, by either side. */
export const CALLS = {
  miss: async (_: Model, real: RealMarket, provider: Provider, code: Paper | number) =>
    call(disqualifyBid, "buyer", { bidId: await idOf(real, provider), code: paperOf(code), words }),
  mend: async (_: Model, real: RealMarket, provider: Provider) =>
    call(sendCureOfBid, provider, { bidId: await idOf(real, provider), words: "Here it is" }),
  take: judged(true),
  uphold: judged(false),
} as const;

/** Whoever tries all calls alike hands a number of any size. */
const paperOf = (code: Paper | number): Paper => (typeof code === "number" ? (PAPERS[code % 2] as Paper) : code);

export const miss = (provider: Provider, code: Paper) =>
  act(`the buyer misses papers of ${provider} (${code})`, async (model, real) => {
    const bid = model.bids.get(provider);
    const endsAt = later(model.now, DAY_MS);
    const isTaken =
      isDeciding(model) &&
      bid?.state === "submitted" &&
      bid.cure === null &&
      !bid.missed.has(code) &&
      endsAt <= model.decideBy;
    expect(isDone(await send(real, await CALLS.miss(model, real, provider, code)))).toBe(isTaken);
    if (!isTaken) return;
    bid.missed.add(code);
    bid.cure = { isSent: false, endsAt };
  });

export const mend = (provider: Provider) =>
  act(`${provider} mends its papers`, async (model, real) => {
    const cure = model.bids.get(provider)?.cure;
    const isTaken = cure != null && !cure.isSent && model.now < cure.endsAt;
    expect(isDone(await send(real, await CALLS.mend(model, real, provider)))).toBe(isTaken);
    if (isTaken) cure.isSent = true;
  });

/** Before anything was sent it is only taken back, never upheld. */
export const judge = (provider: Provider, isAccepted: boolean) =>
  act(`the buyer ${isAccepted ? "takes" : "refuses"} the papers of ${provider}`, async (model, real) => {
    const bid = model.bids.get(provider);
    const isTaken = bid?.cure != null && model.now < bid.cure.endsAt && (isAccepted || bid.cure.isSent);
    const answer = await send(real, await CALLS[isAccepted ? "take" : "uphold"](model, real, provider));
    expect(isDone(answer)).toBe(isTaken);
    if (!isTaken) return;
    bid.cure = null;
    if (!isAccepted) bid.state = "disqualified";
  });

/** To the very end of the time in which this bid is mended, or a millisecond before it; no clock has looked yet. */
export const passToCureEnd = (provider: Provider, before: 0 | 1) =>
  act(`it is ${before ? "the last moment of" : "too late for"} the papers of ${provider}`, async (model, real) => {
    const cure = model.bids.get(provider)?.cure;
    if (!cure) return;
    real.pass(Math.max(0, cure.endsAt - before - model.now));
    model.now = real.now();
  });

/** The clock's word on papers alone. */
export const tick = () =>
  act("the clock comes to the papers", async (model, real) => {
    await real.endCures();
    settleCures(model);
  });
