"use server";

import { z } from "zod";
import type { AwardFormState } from "@/components/award/compare-form";
import { choiceField, choicesField, reasonsField } from "@/domain/award/reasons-form";
import { choiceOf } from "@/domain/bidding/offer/alternatives/choose-alternative";
import { awardBids } from "@/server/award/award-bids";
import { formAction } from "@/server/platform/form/form-action";
import { steppedAction } from "@/server/platform/form/stepped-action";
import { answerChoice, backToReview } from "./answer-choice";

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
