import { z } from "zod";
import { bidsOfRequest } from "../../db/repositories/bidding";
import type { StatedReason } from "../../domain/bidding/debrief";
import { STATED_LOSS_CODES } from "../../domain/requests/reasons";
import { optionalWords } from "../../domain/award/reason-fields";
import { ALTERNATIVES_MAX } from "../../domain/bidding/bid-form-limits";
import { SERVICES } from "../../domain/shared/vocabulary";
import { assert, refuse, type Result } from "../../domain/shared/result";
import { CURRENCIES } from "../../domain/shared/money";
import { type CommandContext, command, type Http } from "../platform/command";
import { type AwardAnswer, awardChosen, awardShape, type Chosen, loadChosen, lockChosen } from "./award-chosen";

const id = z.string().min(1).max(64);

const AWARD_REASONS_MAX = 200;

const input = z
  .strictObject({
    /** The deal, or one request of it, whose bids these must be. */
    dealId: id.optional(),
    requestId: id.optional(),
    bids: z
      .array(
        z.strictObject({
          bidId: id,
          alternative: z
            .int()
            .min(0)
            .max(ALTERNATIVES_MAX)
            .default(0)
            .meta({ description: "Which offer of the bid: 0 the main one, else the alternative by its number" }),
          reason: optionalWords.meta({
            description:
              "Needed where it is not first by the published criteria, its package discount counted: why this one. The bidders read it",
          }),
        }),
      )
      .min(1, "choose_one")
      .max(SERVICES.length)
      .meta({ description: "One a request; package discounts count for the bids of one call" }),
    reasons: z
      .array(z.strictObject({ bidId: id, code: z.enum(STATED_LOSS_CODES), words: optionalWords }))
      .max(AWARD_REASONS_MAX)
      .optional()
      .meta({ description: "Why others were not chosen; where none is given it is computed from what is known" }),
    currency: z
      .enum(CURRENCIES)
      .optional()
      .meta({ description: "Of the comparison that is kept; the request's own where it is not said" }),
  })
  .refine(({ dealId, requestId }) => (dealId === undefined) !== (requestId === undefined), "malformed");

/** What is the same at both addresses of an award, that of a request and that of a deal. */
const awarding = {
  method: "POST",
  scope: "awards:write",
  status: 201,
  example: { bids: [{ bidId: "01jd9w2m4k8h6t3q5r7v9x0z2c" }] },
  output: awardShape,
  refusals: [
    "request_not_closed",
    "request_not_opened",
    "wrong_state",
    "decision_overdue",
    "bid_not_standing",
    "alternative_unknown",
    "bid_expired",
    "quote_expired",
    "cure_pending",
    "bidder_barred",
    "reason_misplaced",
    "reason_needed",
    "two_for_one_request",
    "rate_missing",
    "rate_stale",
  ],
} as const satisfies Partial<Http>;

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
 * criteria at the price that is contracted, and has no reason.
 */
export const awardBids = command({
  name: "award.award-bids",
  action: "request.award",
  input,
  http: {
    ...awarding,
    path: "/requests/{requestId}/award",
    operation: "awardRequest",
    summary: "Award one request to one bid",
    // The other address names the deal.
    screensOnly: ["dealId"],
  },
  lock: lockChosen,
  async run(context, wanted): Promise<Result<AwardAnswer>> {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadChosen(tx, { actor, wanted, now });
    if (!loaded.ok) return loaded;
    const { reasons = [], currency } = wanted;
    const misplaced = await misplacedReason(tx, loaded.value.chosen, reasons);
    if (misplaced) return refuse("reason_misplaced", { bidId: misplaced.bidId });
    assert(actor.userId, "an award is somebody's decision");
    concerns(loaded.value.deal.id);
    const words = new Map(wanted.bids.map(({ bidId, reason }) => [bidId, reason]));
    return awardChosen(context, { ...loaded.value, currency, reasons, words, decidedByUserId: actor.userId });
  },
});

/** The same at the address of a deal. */
export const awardBidsOfDeal = {
  ...awardBids,
  http: {
    ...awarding,
    path: "/deals/{dealId}/award",
    operation: "awardDeal",
    summary: "Award several requests of one deal, all or none",
    screensOnly: ["requestId"],
  } satisfies Http,
};
