import { expect } from "vitest";
import type { StoredDisqualification } from "../../db/repositories/decisions";
import { isCuring, isPending } from "../../domain/bidding/disqualification";
import { type LossCode, STATED_LOSS_CODES } from "../../domain/requests/reasons";
import type { Instant } from "../../domain/shared/time";
import { type Provider, PROVIDERS, READERS, type RealMarket } from "./market";
import { isLive, type Model, type ModelBid } from "./model";

/** Two that read are never told different things: what each has heard is how the one sequence begins. */
async function readersAgree(real: RealMarket): Promise<void> {
  const log = await real.log();
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
  for (const reader of READERS) {
    const heard = real.heard(reader);
    expect(heard).toEqual(log.slice(0, heard.length));
  }
}

type Kept = readonly StoredDisqualification[];

/** As it was kept before an award: nobody else's papers were being mended, and the winner was not put out. */
export function expectNobodyPassedOver(before: Kept, winnerId: string, now: Instant): void {
  const isOther = (one: Kept[number]) => one.bidId !== winnerId;
  expect(before.filter((one) => isOther(one) && isCuring(one, now))).toEqual([]);
  expect(before.filter((one) => !isOther(one) && one.state === "effective")).toEqual([]);
}

/** What is being mended, as both sides have left it. */
function curesAgree(known: ModelBid, kept: Kept): void {
  const pending = kept.filter(isPending).map(({ state, cureEndsAt }) => ({ state, cureEndsAt }));
  const { cure } = known;
  expect(pending).toEqual(cure ? [{ state: cure.isSent ? "answered" : "curing", cureEndsAt: cure.endsAt }] : []);
  expect(kept.some(({ state }) => state === "effective")).toBe(known.state === "disqualified");
}

/** What the buyer weighed, whatever it was. */
const WEIGHED = "weighed";

/** Why this bid has lost by now; null where its bidder is told nothing: it has won or was withdrawn, or the buyer has given the request up. */
function lossOf(model: Model, known: ModelBid, isClosed: boolean): LossCode | typeof WEIGHED | null {
  if (model.bids.get(model.winner as Provider) === known || known.state === "withdrawn") return null;
  if (known.state === "stale") return isClosed ? "not_confirmed" : null;
  const isDecided = model.state === "awarded" || model.state === "no_decision" || model.isRejected;
  if (!isDecided) return null;
  if (known.state === "disqualified") return "disqualified";
  if (model.state === "no_decision") return "no_decision";
  return model.isRejected ? "all_rejected" : WEIGHED;
}

const isWeighed = (code: LossCode): boolean => code === "passed_over" || STATED_LOSS_CODES.some((one) => one === code);

/** At the end each loser is told why, and before it nobody is. */
async function losersAreTold(real: RealMarket, bidId: string, expected: ReturnType<typeof lossOf>): Promise<void> {
  const code = (await real.debriefOf(bidId))?.code ?? null;
  expect(code && isWeighed(code) ? WEIGHED : code).toBe(expected);
}

/** What the market keeps is what the model says, whatever happened in between. */
export async function agree(model: Model, real: RealMarket): Promise<void> {
  const request = await real.request();
  expect({
    state: request.state,
    closesAt: request.closesAt,
    decideBy: request.decideBy,
    amendment: request.amendmentCount,
  }).toEqual({
    state: model.state,
    closesAt: model.closesAt,
    decideBy: model.decideBy,
    amendment: model.amendment,
  });
  const disqualified = await real.disqualifications();
  for (const provider of PROVIDERS) {
    const [known, bid] = [model.bids.get(provider), await real.bidOf(provider)];
    expect(bid === undefined).toBe(known === undefined);
    if (!bid || !known) continue;
    curesAgree(
      known,
      disqualified.filter(({ bidId }) => bidId === bid.id),
    );
    await losersAreTold(real, bid.id, lossOf(model, known, request.closedAt !== null));
    const versions = await real.versionsOf(bid.id);
    // Every version that was acknowledged is there as it was handed in, and no other is.
    expect(versions.map(({ receipt }) => receipt)).toEqual(known.receipts);
    expect(versions.map(({ version }) => version)).toEqual(known.receipts.map((_, at) => at + 1));
    if (model.state === "open" || known.state === "withdrawn" || known.state === "disqualified")
      expect(bid.state).toBe(known.state);
    if (isLive(known)) expect(bid.amendment).toBe(known.amendment);
    if (bid.validUntil !== null) expect(bid.validUntil).toBe(known.validUntil);
    if (bid.state === "won") {
      expect(provider).toBe(model.winner);
      expect({ was: known.state, amendment: bid.amendment }).toEqual({ was: "submitted", amendment: model.amendment });
    } else expect(provider).not.toBe(model.winner);
    // What was withdrawn, or not confirmed by the close, stays sealed for ever.
    if (request.openedAt === null || known.state === "withdrawn" || known.state === "stale") {
      expect(bid.totalMinor).toBeNull();
      expect(versions.every(({ content }) => content === null)).toBe(true);
    }
  }
  await readersAgree(real);
}
