import { z } from "zod";
import { type Instant, later, parseIso, toIso } from "./instant";
import { addDays, dayOf, type LocalDate, parseLocalDate, startOfDay } from "./local-date";

// Line breaks and tabs belong to addresses; other control characters and changes of direction belong to nobody.
const CONTROL = /(?![\t\n\r])\p{Cc}|\p{Bidi_Control}/u;

const isVisible = (text: string): boolean => !CONTROL.test(text);

/** Text of 1 to `max` characters after trimming, without control and direction-override characters. */
export const boundedText = (max: number) =>
  z.string().trim().min(1, "required").max(max).refine(isVisible, "control_characters");

/** The same for what is typed at length: one that is too long says so in the words of the form. */
export const longText = (max: number) =>
  z.string().trim().min(1, "required").max(max, "too_long").refine(isVisible, "control_characters");

/** The same where nothing need be said. */
export const optionalText = (max: number) => z.string().trim().max(max).refine(isVisible, "control_characters");

/**
 * Of a check between members: it is made beside others that are malformed too, so that all faults of an object are told at once. What could
 * not be read stands there as it came.
 */
export const AMONG_OTHERS = {
  when: ({ value }: { readonly value: unknown }): boolean => typeof value === "object" && value !== null,
};

/** Some of the values, each once. */
export const setOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(z.enum(values))
    .max(values.length)
    .refine((list) => new Set(list).size === list.length, "named_twice");

/** A whole number, of which a form says that one is needed whatever else was typed; bounds are added to it. */
export const wholeNumber = () =>
  z.int({
    error: ({ code, input }) =>
      code === "invalid_type" && input !== undefined && input !== null ? "whole_number_malformed" : undefined,
  });

/** ISO 3166-1 alpha-2. */
export const countryField = z.string().regex(/^[A-Z]{2}$/, "country_malformed");

export const localDateField = z.codec(z.iso.date(), z.custom<LocalDate>(), {
  decode: (text) => text as LocalDate,
  encode: (day) => day,
});

export const instantField = z.codec(
  z.string().refine((text) => parseIso(text) !== null, "time_malformed"),
  z.custom<Instant>(),
  { decode: (text) => parseIso(text) as Instant, encode: toIso },
);

/** A whole day `YYYY-MM-DD` (in the market's zone) or an ISO 8601 time with its offset, kept as it was written. */
export const dayOrTimeField = z
  .string()
  .refine((text) => parseLocalDate(text) !== null || parseIso(text) !== null, "day_or_time_malformed")
  .meta({ description: "YYYY-MM-DD, or an ISO 8601 time with its offset" });

/** The first moment of a day or time. */
export function startOf(dayOrTime: string): Instant {
  const day = parseLocalDate(dayOrTime);
  return day ? startOfDay(day) : (parseIso(dayOrTime) as Instant);
}

/** The last moment of a day or time. */
export function endOf(dayOrTime: string): Instant {
  const day = parseLocalDate(dayOrTime);
  return day ? later(startOfDay(addDays(day, 1)), -1) : (parseIso(dayOrTime) as Instant);
}

/** The calendar day of a day or time in the market's zone. */
export const dayOfDayOrTime = (dayOrTime: string): LocalDate => parseLocalDate(dayOrTime) ?? dayOf(startOf(dayOrTime));
