import { z } from "zod";

const EMAIL_MAX = 254;

/** The form in which addresses are stored and compared. Normalised before it is checked, so that no look-alike of `@` slips through. */
export const emailKey = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

export const emailSchema = z
  .string()
  .trim()
  .min(1, "required")
  .max(EMAIL_MAX, "too_long")
  .transform(emailKey)
  .pipe(z.email("email_malformed"));
