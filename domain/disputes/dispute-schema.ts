import { z } from "zod";
import { longText } from "../shared/wire-fields";
import { ORDER_EFFECTS, OUTCOMES } from "./dispute";
import { PERCENT_PLACES, parseScaled } from "../shared/parse-scaled";

export const DISPUTE_WORDS_MAX = 2_000;
export const ENTRY_FILES_MAX = 10;

export const disputeWords = longText(DISPUTE_WORDS_MAX);

/** An ending as an offer or a decision says it; whether it can be one is for the dispute. */
export const endingSchema = z.strictObject({
  outcome: z.enum(OUTCOMES, "required"),
  shareBps: z.int().min(0).max(10_000),
  effect: z.enum(ORDER_EFFECTS, "required"),
});

export type TypedEnding = { readonly outcome: string; readonly sharePercent: string; readonly effect: string };

/** What an ending's form says, for the command to check: a share is typed for a split only. Null where the percentage is none. */
export function readEnding({ outcome, sharePercent, effect }: TypedEnding) {
  if (outcome !== "split") return { outcome, shareBps: outcome === "for_provider" ? 10_000 : 0, effect };
  const shareBps = parseScaled(sharePercent, PERCENT_PLACES);
  return shareBps === null ? null : { outcome, shareBps, effect };
}
