import { z } from "zod";
import { longText } from "../shared/wire-fields";
import { ORDER_EFFECTS, OUTCOMES } from "./dispute";

export const DISPUTE_WORDS_MAX = 2_000;
export const ENTRY_FILES_MAX = 10;

export const disputeWords = longText(DISPUTE_WORDS_MAX);

/** An ending as an offer or a decision says it; whether it can be one is for the dispute. */
export const endingSchema = z.strictObject({
  outcome: z.enum(OUTCOMES, "required"),
  shareBps: z.int().min(0).max(10_000),
  effect: z.enum(ORDER_EFFECTS, "required"),
});
