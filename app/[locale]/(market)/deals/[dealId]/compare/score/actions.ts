"use server";

import { z } from "zod";
import { POINTS_MAX } from "@/domain/award/score/rank-bids";
import { CRITERIA_MAX } from "@/domain/requests/terms";
import { scoreBid } from "@/server/award/score-bid";
import { formAction } from "@/server/platform/form/form-action";

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
