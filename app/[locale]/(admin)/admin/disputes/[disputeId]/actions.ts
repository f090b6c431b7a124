"use server";

import { z } from "zod";
import { readEnding } from "@/domain/disputes/dispute-schema";
import { decideDispute } from "@/server/disputes/dispute";
import { formAction } from "@/server/platform/form/form-action";
import { wordDecision } from "./decision-words";

const decideForm = z
  .object({
    disputeId: z.string(),
    words: z.string("required"),
    outcome: z.string("required"),
    sharePercent: z.string().default(""),
    effect: z.string("required"),
  })
  .transform(({ outcome, sharePercent, effect, ...rest }, context) => {
    const ending = readEnding({ outcome, sharePercent, effect }, context);
    return ending ? { ...rest, ...ending } : z.NEVER;
  });

const FIELD_OF: Readonly<Record<string, string>> = {
  share_not_of_outcome: "sharePercent",
  effect_not_possible: "effect",
  no_visit_left: "effect",
};

export const decideAction = formAction({
  command: decideDispute,
  form: decideForm,
  check: wordDecision,
  fieldOf: ({ code }) => FIELD_OF[code] ?? null,
  then: ({ id }) => ({ goTo: `/admin/disputes/${id}` }),
});
