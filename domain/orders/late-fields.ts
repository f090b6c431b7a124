import { z } from "zod";
import type { Refusal } from "../shared/result";
import { optionalText } from "../shared/wire-fields";
import type { LateStatement } from "./due";
import { LATE_WORDS_MAX } from "../services/work-reasons";
import { LATE_REASONS } from "../services/work-reasons";

/** Why a step was late, as every command takes it that takes a step. */
export const lateFields = {
  lateReason: z.enum(LATE_REASONS, "unknown_choice").optional().meta({
    description:
      "Why the step was done after it was due: asked for with `late_without_reason`, and kept with the step. One that is on time keeps none",
  }),
  lateWords: optionalText(LATE_WORDS_MAX).optional().meta({ description: "Beside the reason; `other` needs it" }),
};

type LateInput = { readonly [name in keyof typeof lateFields]?: z.output<(typeof lateFields)[name]> };

/** What was said of a late step by somebody who could be asked. */
export const lateStatement = ({ lateReason, lateWords }: LateInput): LateStatement => ({
  reason: lateReason ?? null,
  words: lateWords || null,
});

/** The same as forms send it: nothing chosen is nothing said. */
export const typedLate = { lateReason: z.string().optional(), lateWords: z.string().optional() };

/** The field of a form beside which a refusal stands that asks why a step was late; null of any other. */
export function lateFieldOf({ code, details }: Refusal): string | null {
  if (code !== "late_without_reason") return null;
  return details?.lacks === "words" ? "lateWords" : "lateReason";
}
