import { z } from "zod";
import { AMONG_OTHERS, longText, wireMoneySchema } from "../shared/wire-fields";
import { DISPUTE_CODES, ORDER_EFFECTS, OUTCOMES } from "./dispute";
import { PERCENT_PLACES, parseScaled } from "../shared/parse-scaled";

export const DISPUTE_WORDS_MAX = 2_000;
export const ENTRY_FILES_MAX = 10;

/** What a form says where a charge is another than those that were in dispute before. */
export const OTHER_CHARGE = "other";

const ALL_BPS = 10_000;

export const disputeWords = longText(DISPUTE_WORDS_MAX);

/** What a dispute is opened with. A charge that was not agreed is named with its amount, since that is what is in dispute, and nothing else names one. */
export const openingSchema = z
  .strictObject({
    orderId: z.string().min(1).max(64),
    code: z.enum(DISPUTE_CODES, "required"),
    words: disputeWords,
    charge: wireMoneySchema
      .refine(({ minor }) => minor > 0, "amount_not_positive")
      .optional()
      .meta({
        description:
          "Of `charge_not_agreed` alone, which needs it unless `earlier` names a dispute: the charge, in the currency of the contract",
      }),
    earlier: z.string().min(1).max(64).nullable().optional().meta({
      description:
        "Where a dispute about a charge of this order has ended: that dispute, if this is about the same charge, of which it then divides what is left; null for another charge",
    }),
  })
  .check(
    z.superRefine(({ code, charge, earlier }, context) => {
      const isAboutCharge = code === "charge_not_agreed";
      const isNamed = isAboutCharge && typeof earlier !== "string";
      if (isNamed !== (charge !== undefined))
        context.addIssue({
          ...{ code: "custom", path: ["charge"] },
          message: isNamed ? "required" : isAboutCharge ? "charge_named_twice" : "charge_unused",
        });
      if (!isAboutCharge && earlier !== undefined)
        context.addIssue({ code: "custom", path: ["earlier"], message: "charge_unused" });
    }, AMONG_OTHERS),
  );

/** An ending as an offer or a decision says it; whether it can be one is for the dispute. */
export const endingSchema = z.strictObject({
  outcome: z.enum(OUTCOMES, "required"),
  shareBps: z.int().min(0).max(ALL_BPS),
  effect: z.enum(ORDER_EFFECTS, "required"),
});

export type TypedEnding = { readonly outcome: string; readonly sharePercent: string; readonly effect: string };

/** What is wrong with a typed share, as the words of issues name it: a split needs one from 0 to 100, and nothing else has one. */
function shareProblem(outcome: string, sharePercent: string): "share_unused" | "required" | "share_malformed" | null {
  const isEmpty = sharePercent.trim() === "";
  if (outcome !== "split") return isEmpty ? null : "share_unused";
  if (isEmpty) return "required";
  const shareBps = parseScaled(sharePercent, PERCENT_PLACES);
  return shareBps === null || shareBps > ALL_BPS ? "share_malformed" : null;
}

/** What an ending's form says, for the command to check. Null where its share is none or goes unused, which `context` is told of. */
export function readEnding({ outcome, sharePercent, effect }: TypedEnding, context: Pick<z.RefinementCtx, "addIssue">) {
  const problem = shareProblem(outcome, sharePercent);
  if (problem) {
    context.addIssue({ code: "custom", path: ["sharePercent"], message: problem });
    return null;
  }
  if (outcome !== "split") return { outcome, shareBps: outcome === "for_provider" ? ALL_BPS : 0, effect };
  return { outcome, shareBps: parseScaled(sharePercent, PERCENT_PLACES), effect };
}
