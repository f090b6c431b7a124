"use server";

import { z } from "zod";
import { readCounterForm } from "@/domain/bidding/bid-content";
import type { FormTree } from "@/domain/bidding/offer/charge-lines-form";
import type { Refusal } from "@/domain/shared/result";
import { answerCounterOffer } from "@/server/award/answer-counter-offer";
import { counterBid } from "@/server/bidding/counter-bid";
import { treeOfForm } from "@/server/bidding/field-of-bid";
import type { Members } from "@/server/platform/command";
import { formAction } from "@/server/platform/form/form-action";

const toTable = (_: unknown, data: FormData) => ({
  goTo: `/requests/${encodeURIComponent(String(data.get("requestId")))}/bids/${encodeURIComponent(String(data.get("bidId")))}`,
});

/** The form's names in the wire form, as far as they can be read; complaints of the typed text stand at their fields. */
const readOffer = (about: (sent: FormTree) => Members) => (data: FormData) => {
  const sent = treeOfForm(data);
  const { input, issues } = readCounterForm(sent);
  return { input: { ...about(sent), ...input }, issues };
};

/** A line's price is the one field that its refusals can be of. */
const fieldOf = ({ details }: Refusal): string | null => {
  const [, line] = /^charges\[(\d+)\]/.exec(String(details?.field ?? "")) ?? [];
  return line === undefined ? null : `charges[${line}].price`;
};

export const counterAction = formAction({
  command: counterBid,
  read: readOffer(({ bidId }) => ({ bidId: String(bidId) })),
  fieldOf,
  then: toTable,
});

export const answerWithOfferAction = formAction({
  command: answerCounterOffer,
  read: readOffer(({ counterOfferId }) => ({ counterOfferId: String(counterOfferId), answer: "answer" })),
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
