"use server";

import { z } from "zod";
import { disqualifyBid, judgeCureOfBid, sendCureOfBid } from "@/server/award/disqualify-bid";
import { extendDecisionOf, prolongBid } from "@/server/award/decision-deadline";
import { rejectBids } from "@/server/award/reject-bids";
import { formAction } from "@/server/platform/form/form-action";
import { timeIn } from "@/app/typed-fields";

const text = z.string().optional();
const backTo = (place: string) => (_: unknown, data: FormData) => ({
  goTo: `/requests/${encodeURIComponent(String(data.get("requestId")))}#${place}`,
});
const back = backTo("decision");
const backToBid = backTo("disqualifications");

export const disqualifyAction = formAction({
  command: disqualifyBid,
  form: z.object({ bidId: text, code: text, words: text }),
  then: backToBid,
});

export const acceptCureAction = formAction({
  command: judgeCureOfBid,
  form: z.object({ bidId: text }).transform(({ bidId }) => ({ bidId, isAccepted: true })),
  then: backToBid,
});

export const upholdAction = formAction({
  command: judgeCureOfBid,
  form: z.object({ bidId: text, words: text }).transform((typed) => ({ ...typed, isAccepted: false })),
  then: backToBid,
});

export const sendCureAction = formAction({
  command: sendCureOfBid,
  form: z.object({ bidId: text, words: text }),
  then: backToBid,
});

export const rejectAction = formAction({
  command: rejectBids,
  form: z.object({ requestId: text, code: text, words: text }),
  then: back,
});

const OF_TIME: readonly string[] = ["decides_earlier", "window_too_long", "not_longer"];

export const extendAction = formAction({
  command: extendDecisionOf,
  form: z
    .object({ requestId: text, decideBy: text, zone: text, words: text })
    .transform(({ requestId, decideBy, zone, words }) => ({
      requestId,
      decideBy: timeIn(decideBy, zone),
      words,
    })),
  fieldOf: ({ code }) => (OF_TIME.includes(code) ? "decideBy" : null),
  then: back,
});

export const prolongAction = formAction({
  command: prolongBid,
  form: z
    .object({ bidId: text, validUntil: text, zone: text })
    .transform(({ bidId, validUntil, zone }) => ({ bidId, validUntil: timeIn(validUntil, zone) })),
  fieldOf: ({ code }) => (OF_TIME.includes(code) ? "validUntil" : null),
  then: backTo("own-bid"),
});
