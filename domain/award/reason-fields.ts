import { contactFreeNote, contactFreeText } from "../shared/contact-in-text";
import { boundedText } from "../shared/wire-fields";
import { REASON_MAX, STATED_LOSS_CODES } from "../requests/reasons";
import { z } from "zod";

/** Why somebody did what another is told of or the record keeps. */
export const reasonField = boundedText(REASON_MAX);

/** Why one side does what the other is told of before an order binds them. */
export const reasonWords = contactFreeText(REASON_MAX);

/** The same where a code alone says enough. */
export const optionalWords = contactFreeNote(REASON_MAX).default("");

/** Why each was chosen, by bid, as a form says it. */
export const choicesField = z.record(z.string(), optionalWords).default({});

const reason = z
  .object({ code: z.enum(["", ...STATED_LOSS_CODES]).default(""), words: optionalWords })
  .refine(({ code, words }) => code !== "" || words === "", { message: "required", path: ["code"] });

/**
 * Why others were not chosen, as a form says it: by bid, and only where a code was chosen. Words without a code are refused at the code;
 * of a bid of which nothing is said the reason is computed.
 */
export const reasonsField = z
  .record(z.string(), reason)
  .default({})
  .transform((byBid) =>
    Object.entries(byBid).flatMap(([bidId, { code, words }]) => (code === "" ? [] : [{ bidId, code, words }])),
  );
