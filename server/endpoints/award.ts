import { z } from "zod";
import { AWARD_STATES } from "../../domain/award/award";
import { STATED_LOSS_CODES } from "../../domain/decide/reasons";
import { optionalWords } from "../../domain/decide/words-schema";
import { ALTERNATIVES_MAX } from "../../domain/bidding/offer/beside/limits";
import { SERVICES } from "../../domain/services/service";
import { CURRENCIES } from "../../domain/shared/money";
import { AWARD_REASONS_MAX, awardBids } from "../commands/award/award-bids";
import { commandEndpoint } from "../platform/api/endpoint-kinds";
import { idText, pathId, timeText } from "./shapes/fields";

const body = z.strictObject({
  bids: z
    .array(
      z.strictObject({
        bidId: z.string().min(1).max(64),
        alternative: z
          .int()
          .min(0)
          .max(ALTERNATIVES_MAX)
          .default(0)
          .meta({ description: "Which offer of the bid: 0 the main one, else the alternative by its number" }),
        reason: optionalWords.meta({
          description: "Needed where it is not first by the published criteria: why this one. The bidders read it",
        }),
      }),
    )
    .min(1, "choose_one")
    .max(SERVICES.length)
    .meta({ description: "One a request; package discounts count for the bids of one call" }),
  reasons: z
    .array(
      z.strictObject({
        bidId: z.string().min(1).max(64),
        code: z.enum(STATED_LOSS_CODES),
        words: optionalWords,
      }),
    )
    .max(AWARD_REASONS_MAX)
    .optional()
    .meta({ description: "Why others were not chosen; where none is given it is computed from what is known" }),
  currency: z
    .enum(CURRENCIES)
    .optional()
    .meta({ description: "Of the comparison that is kept; the request's own where it is not said" }),
});

const response = z
  .strictObject({
    award: z.strictObject({ id: idText, state: z.enum(AWARD_STATES), effectiveAt: timeText.nullable() }),
    awardIds: z.array(idText).meta({ description: "One a bid, in the order of the call" }),
    orders: z.array(idText).meta({ description: "There once the award is effective" }),
  })
  .meta({ id: "Award" });

const common = {
  method: "POST",
  scope: "awards:write",
  body,
  example: { bids: [{ bidId: "01jd9w2m4k8h6t3q5r7v9x0z2c" }] },
  response,
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
    "reason_misplaced",
    "reason_needed",
    "two_for_one_request",
    "rate_missing",
    "rate_stale",
  ],
  command: awardBids,
  status: 201,
} as const;

export const postRequestAward = commandEndpoint({
  ...common,
  name: "awardRequest",
  path: "/api/v1/requests/{requestId}/award",
  summary: "Award one request to one bid",
  params: z.strictObject({ requestId: pathId }),
  toInput: ({ params, body: wire }) => ({ ...wire, ...params }),
});

export const postDealAward = commandEndpoint({
  ...common,
  name: "awardDeal",
  path: "/api/v1/deals/{dealId}/award",
  summary: "Award several requests of one deal, all or none",
  params: z.strictObject({ dealId: pathId }),
  toInput: ({ params, body: wire }) => ({ ...wire, ...params }),
});
