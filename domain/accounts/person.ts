import { z } from "zod";
import { LOCALES } from "../shared/locale";

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

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch (error) {
    // The only way to ask: a zone that is not known is thrown at.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export const DEFAULT_TIME_ZONE = "Asia/Shanghai";

export const timeZoneSchema = z.string().max(64, "zone_unknown").refine(isTimeZone, "zone_unknown");

/** A name as people write it: letters of any script, no line breaks or invisible signs that would change a list or a mail. */
export const personName = z
  .string()
  .trim()
  .min(1, "required")
  .max(80, "too_long")
  .regex(/^[^\p{C}]*$/u, "malformed")
  .regex(/\p{L}/u, "needs_letters");

export const personSchema = z.strictObject({
  name: personName,
  locale: z.enum(LOCALES, "unknown_choice"),
  timeZone: timeZoneSchema,
});
