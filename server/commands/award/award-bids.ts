import { z } from "zod";
import { bidsOfRequest } from "../../../db/repositories/bidding";
import type { StatedReason } from "../../../domain/decide/debrief";
import { STATED_LOSS_CODES } from "../../../domain/decide/reasons";
import { optionalWords } from "../../../domain/decide/words-schema";
import { ALTERNATIVES_MAX } from "../../../domain/bidding/offer/beside/limits";
import { SERVICES } from "../../../domain/services/service";
import { assert } from "../../../domain/shared/assert";
import { CURRENCIES } from "../../../domain/shared/money";
import { type Result, refuse } from "../../../domain/shared/result";
import { type CommandContext, command } from "../../platform/command";
import { type AwardAnswer, awardChosen } from "./award-chosen";
import { type Chosen, loadChosen } from "./load-chosen";

const id = z.string().min(1).max(64);

export const AWARD_REASONS_MAX = 200;

const input = z
  .strictObject({
    /** The deal, or one request of it, whose bids these must be. */
    dealId: id.optional(),
    requestId: id.optional(),
    bids: z
      .array(
        z.strictObject({
          bidId: id,
          alternative: z.int().min(0).max(ALTERNATIVES_MAX).default(0),
          /** Why this one, where it is not first by the published criteria; the bidders read it. */
          reason: optionalWords,
        }),
      )
      .min(1, "choose_one")
      .max(SERVICES.length),
    /** Why others were not chosen, where the buyer says so. */
    reasons: z
      .array(z.strictObject({ bidId: id, code: z.enum(STATED_LOSS_CODES), words: optionalWords }))
      .max(AWARD_REASONS_MAX)
      .default([]),
    /** Of the comparison; the first request's own where it is not said. */
    currency: z.enum(CURRENCIES).optional(),
  })
  .refine(({ dealId, requestId }) => (dealId === undefined) !== (requestId === undefined), "malformed");

/** A reason for a bid that loses nothing with this award: a winner's, or on another request. */
async function misplacedReason(
  tx: CommandContext["tx"],
  chosen: readonly Chosen[],
  reasons: readonly StatedReason[],
): Promise<StatedReason | undefined> {
  if (reasons.length === 0) return undefined;
  const losers = new Set<string>();
  for (const { request, bid } of chosen)
    for (const other of await bidsOfRequest(tx, request.id)) if (other.id !== bid.id) losers.add(other.id);
  return reasons.find(({ bidId }) => !losers.has(bidId));
}

/**
 * Awards chosen bids of one deal, one a request, all together or none: awards, orders, traffic and both sides' states. Package discounts
 * count for what is awarded together, and for nothing awarded before. Refuses `reason_needed` for a bid that is not first by the published
 * criteria and has no reason.
 */
export const awardBids = command({
  name: "award.award-bids",
  action: "request.award",
  input,
  async run(context, wanted): Promise<Result<AwardAnswer>> {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadChosen(tx, { actor, wanted, now });
    if (!loaded.ok) return loaded;
    const { reasons, currency } = wanted;
    const misplaced = await misplacedReason(tx, loaded.value.chosen, reasons);
    if (misplaced) return refuse("reason_misplaced", { bidId: misplaced.bidId });
    assert(actor.userId, "an award is somebody's decision");
    concerns(loaded.value.deal.id);
    const words = new Map(wanted.bids.map(({ bidId, reason }) => [bidId, reason]));
    return awardChosen(context, { ...loaded.value, currency, reasons, words, decidedByUserId: actor.userId });
  },
});
