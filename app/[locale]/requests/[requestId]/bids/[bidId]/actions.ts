"use server";

import { z } from "zod";
import { readCounterForm } from "@/domain/bidding/counter-terms";
import type { Refusal } from "@/domain/shared/result";
import { answerCounterOffer } from "@/server/award/answer-counter-offer";
import { counterBid } from "@/server/bidding/counter-bid";
import { formAction } from "@/server/platform/form/form-action";

const toTable = (_: unknown, data: FormData) => ({
  goTo: `/requests/${encodeURIComponent(String(data.get("requestId")))}/bids/${encodeURIComponent(String(data.get("bidId")))}`,
});

/** The form's names in the wire form; complaints of the typed text stand at their fields. */
const offer = z.looseObject({}).transform((sent, context) => {
  const { input, issues } = readCounterForm(sent);
  for (const issue of issues) context.issues.push({ ...issue, input: sent } as z.core.$ZodRawIssue);
  return { sent, input };
});

/** A line's price is the one field that its refusals can be of. */
const fieldOf = ({ details }: Refusal): string | null => {
  const [, line] = /^charges\[(\d+)\]/.exec(String(details?.field ?? "")) ?? [];
  return line === undefined ? null : `charges[${line}].price`;
};

export const counterAction = formAction({
  command: counterBid,
  form: offer.transform(({ sent, input }) => ({ bidId: String(sent.bidId), ...input })),
  fieldOf,
  then: toTable,
});

export const answerWithOfferAction = formAction({
  command: answerCounterOffer,
  form: offer.transform(({ sent, input }) => ({
    counterOfferId: String(sent.counterOfferId),
    answer: "answer",
    ...input,
  })),
  fieldOf,
  then: toTable,
});

export const answerAction = formAction({
  command: answerCounterOffer,
  form: z
    .object({ counterOfferId: z.string(), answer: z.enum(["accept", "decline"]) })
    .transform(({ counterOfferId, answer }) => ({ counterOfferId, answer })),
  then: toTable,
});
