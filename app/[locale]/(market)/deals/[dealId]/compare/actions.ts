"use server";

import { z } from "zod";
import type { AwardFormState } from "@/components/award/compare-form";
import { choicesField, reasonsField } from "@/domain/award/reason-fields";
import { choiceField } from "@/domain/award/reason-names";
import { choiceOf } from "@/domain/bidding/bid-content";
import { awardBids } from "@/server/award/award-bids";
import { formAction } from "@/server/platform/form/form-action";
import { steppedAction } from "@/server/platform/form/stepped-action";
import { answerChoice, backToReview } from "./review-choice";
import { POINTS_MAX } from "@/domain/award/scoring";
import { CRITERIA_MAX } from "@/domain/requests/request-choices";
import { scoreBid } from "@/server/award/score-bid";

const oneOrMore = z.union([z.string().transform((id) => [id]), z.array(z.string())], "choose_one");

const award = formAction({
  command: awardBids,
  form: z
    .object({ dealId: z.string(), currency: z.string(), bids: oneOrMore, loss: reasonsField, why: choicesField })
    .transform(({ bids, loss, why, ...rest }) => ({
      ...rest,
      bids: bids.map(choiceOf).map((one) => ({ ...one, reason: why[one.bidId] })),
      reasons: loss,
    })),
  fieldOf: ({ code, details }) => (code === "reason_needed" ? choiceField(String(details?.bidId)) : null),
  then: ({ orders }) => ({ goTo: orders.length === 1 ? `/orders/${orders[0]}` : "/orders" }),
});

/** The check shows what would be awarded and keeps nothing; "award" awards it. */
export const awardAction = steppedAction<AwardFormState>("award.check-choice", answerChoice, async (state, data) =>
  backToReview(await award(state, data), data),
);

const ID = /^[0-9a-z]{1,64}$/;

const POINTS = Array.from({ length: POINTS_MAX + 1 }, (_, points) => String(points));

/** A criterion that is left out says nothing, and changes nothing of what was said before. */
const scores = z
  .array(z.enum(["", ...POINTS], "unknown_choice").optional())
  .max(CRITERIA_MAX)
  .default([])
  .transform((points) =>
    [...points.entries()].flatMap(([criterion, text]) => (text ? [{ criterion, points: Number(text) }] : [])),
  )
  .refine((given) => given.length > 0, "choose_one");

export const scoreBidAction = formAction({
  command: scoreBid,
  form: z.object({ bidId: z.string(), points: scores }).transform(({ bidId, points }) => ({ bidId, scores: points })),
  then: (_, data) => {
    const dealId = String(data.get("dealId") ?? "");
    return { goTo: ID.test(dealId) ? `/deals/${dealId}/compare#scores` : "/deals" };
  },
});
