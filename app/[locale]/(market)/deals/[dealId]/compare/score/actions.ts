"use server";

import { z } from "zod";
import { scoreBid } from "@/server/commands/award/score-bid";
import { formAction } from "@/server/platform/form/form-action";

const ID = /^[0-9a-z]{1,64}$/;

/** A criterion that is left out says nothing, and changes nothing of what was said before. */
const scores = z
  .array(z.string().optional())
  .default([])
  .transform((points) =>
    [...points.entries()].flatMap(([criterion, text]) =>
      text === undefined || text === "" ? [] : [{ criterion, points: /^\d$/.test(text) ? Number(text) : Number.NaN }],
    ),
  );

export const scoreBidAction = formAction({
  command: scoreBid,
  form: z.object({ bidId: z.string(), points: scores }).transform(({ bidId, points }) => ({ bidId, scores: points })),
  then: (_, data) => {
    const dealId = String(data.get("dealId") ?? "");
    return { goTo: ID.test(dealId) ? `/deals/${dealId}/compare#scores` : "/deals" };
  },
});
