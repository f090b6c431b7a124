import { z } from "zod";
import { addDays, dayOf, type Instant, later, type LocalDate, parseIso, parseLocalDate, toIso } from "./time";
import { startOfDay } from "./zones";
import { CURRENCIES, MINOR_MAX, type Money } from "./money";
import { assert } from "./result";

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

/** Money as JSON carries it: `minor` is a whole number of minor units of an ISO 4217 currency. */
export type WireMoney = { readonly minor: number; readonly currency: Money["currency"] };

const LIMIT = Number(MINOR_MAX);

export const wireMoneySchema = z.strictObject({
  minor: z.int().min(-LIMIT).max(LIMIT).meta({ description: "Whole minor units (fen, cents, tiyn)" }),
  currency: z.enum(CURRENCIES).meta({ description: "ISO 4217 code" }),
});

export const toWireMoney = ({ minor, currency }: Money): WireMoney => ({ minor: Number(minor), currency });

export const readWireMoney = ({ minor, currency }: WireMoney): Money => ({ minor: BigInt(minor), currency });

/** Reads wire money into exact `Money`; `z.encode` writes it back, so a stored JSON document round-trips. */
export const moneySchema = z.codec(wireMoneySchema, z.custom<Money>(), {
  decode: readWireMoney,
  encode: toWireMoney,
});

/** Wire money of zero or more, as prices are. */
export const priceSchema = moneySchema.refine(({ minor }) => minor >= 0n, "amount_negative");

type Members = Readonly<Record<string, unknown>>;

/** What could be read of an input, and the names of the members that were malformed, or missing where they must not be. */
export type SoFar<Value> = { readonly value: Value; readonly unread: ReadonlySet<string> };

export const membersOf = (input: unknown): Members =>
  typeof input === "object" && input !== null && !Array.isArray(input) ? (input as Members) : {};

/** An input read member by member, each by its own schema, so that one that is malformed does not hide the others. */
export function readSoFar<Value>(schema: z.ZodType<Value>, input: unknown): SoFar<Partial<Value>> {
  assert(schema instanceof z.ZodObject, "what is read by its members is an object");
  const given = membersOf(input);
  const value: Record<string, unknown> = {};
  const unread = new Set<string>();
  for (const [name, member] of Object.entries<z.ZodType>(schema.shape)) {
    const read = member.safeParse(given[name]);
    if (!read.success) unread.add(name);
    else if (read.data !== undefined) value[name] = read.data;
  }
  return { value: value as Partial<Value>, unread };
}
