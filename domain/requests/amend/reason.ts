import { z } from "zod";
import { contactIn } from "../contact-in-text";

export const AMEND_REASON_MAX = 500;

/** Why a request is amended, in the buyer's words. Everyone who sees the request reads it, and contacts are exchanged with an award only. */
export const amendReason = z
  .string()
  .trim()
  .max(AMEND_REASON_MAX)
  .refine((text) => contactIn(text) === null, "contact_in_text");
