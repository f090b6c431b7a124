import { z } from "zod";
import { LOCALES, type Locale } from "../shared/locale";
import { contactFreeText } from "../shared/contact-in-text";
import { atClockMs, clockMs, isZone } from "../shared/zones";
import { DAY_MS, type Instant, MINUTE_MS } from "../shared/time";

export const PAGE_TEXT_MAX = 600;
export const QUESTION_MAX = 200;
export const ANSWER_MAX = 1_000;
/** So many questions a language: a reader looks through no more. Our choice. */
export const ANSWERS_MAX = 10;

/** Days of the week by their number in ISO 8601: Monday is 1. */
export const WEEK_DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "clock_malformed");

/** When somebody answers: days of the week, and from when to when by the clock of its zone. Hours beyond midnight are not said: a night shift writes them in its text. */
export const workingHoursSchema = z
  .strictObject({
    days: z
      .array(z.int().min(1).max(7))
      .min(1, "choose_one")
      .max(7)
      .refine((days) => new Set(days).size === days.length, "named_twice"),
    from: clockTime,
    to: clockTime,
    zone: z.string().max(60).refine(isZone, "unknown_choice"),
  })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "hours_reversed" });
type Hours = z.infer<typeof workingHoursSchema>;
export type WorkingHours = Readonly<Omit<Hours, "days">> & { readonly days: readonly number[] };

const pageText = contactFreeText(PAGE_TEXT_MAX);

/** What a provider says of itself by the reader's language. A buyer is bound to nobody yet, so that no text may hold a telephone number or an address. */
export const pageTextsSchema = z.strictObject(
  Object.fromEntries(LOCALES.map((locale) => [locale, pageText.optional()])) as Record<
    Locale,
    z.ZodOptional<typeof pageText>
  >,
);
export type PageTexts = z.infer<typeof pageTextsSchema>;

export const answerSchema = z.strictObject({
  language: z.enum(LOCALES, "unknown_choice"),
  question: contactFreeText(QUESTION_MAX),
  answer: contactFreeText(ANSWER_MAX),
});

/** The answers that a reader is shown first, which are those in their language, and all others. */
export function answersFor<One extends { readonly language: Locale }>(answers: readonly One[], locale: Locale) {
  const own = answers.filter(({ language }) => language === locale);
  return { own, others: answers.filter(({ language }) => language !== locale) };
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const asClock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/**
 * The same hours by the clock of a reader's zone on the day of `now`, with by how many days they begin earlier (-1) or later (1) there; null where the two clocks show
 * the same. In a zone with summer time they may be other hours half a year later.
 */
export function hoursIn(hours: WorkingHours, zone: string, now: Instant) {
  const midnight = Math.floor(clockMs(now, hours.zone) / DAY_MS) * DAY_MS;
  const shown = (clock: string) => clockMs(atClockMs(midnight + minutesOf(clock) * MINUTE_MS, hours.zone), zone);
  const [from, to] = [shown(hours.from), shown(hours.to)];
  const ofDay = (ms: number) => asClock((ms - Math.floor(ms / DAY_MS) * DAY_MS) / MINUTE_MS);
  if (ofDay(from) === hours.from && Math.floor(from / DAY_MS) * DAY_MS === midnight) return null;
  return { from: ofDay(from), to: ofDay(to), dayShift: Math.sign(Math.floor(from / DAY_MS) * DAY_MS - midnight) };
}

/** Days of the week as stretches, each with its first and last day: Monday to Friday, and Sunday. */
export function dayStretches(days: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const stretches: [number, number][] = [];
  for (const day of [...days].sort((one, other) => one - other)) {
    const last = stretches.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else stretches.push([day, day]);
  }
  return stretches;
}
