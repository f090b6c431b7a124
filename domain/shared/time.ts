/** A point in time: epoch milliseconds, UTC. */
export type Instant = number & { readonly __instant: true };

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const instant = (ms: number): Instant => Math.trunc(ms) as Instant;

export const later = (at: Instant, ms: number): Instant => instant(at + ms);

// A list of the API writes hundreds of times, of few days: put together from a day that is written once, each takes a third as long.
const daysWritten = new Map<number, string>();
const DAYS_KEPT = 4_096;
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/** A day since 1970 as ISO 8601 begins with it: `2026-11-24T`. */
function writtenDay(day: number): string {
  const known = daysWritten.get(day);
  if (known !== undefined) return known;
  const written = new Date(day * DAY_MS).toISOString().replace("00:00:00.000Z", "");
  if (daysWritten.size >= DAYS_KEPT) daysWritten.clear();
  daysWritten.set(day, written);
  return written;
}

/** ISO 8601 in UTC, to the millisecond, as `Date` writes it. */
export function toIso(at: Instant): string {
  const day = Math.floor(at / DAY_MS);
  const ofDayMs = Math.trunc(at) - day * DAY_MS;
  const minutes = Math.floor(ofDayMs / MINUTE_MS);
  const ofMinuteMs = ofDayMs - minutes * MINUTE_MS;
  const seconds = Math.floor(ofMinuteMs / 1_000);
  const clock = `${TWO_DIGITS[Math.floor(minutes / 60)]}:${TWO_DIGITS[minutes % 60]}:${TWO_DIGITS[seconds]}`;
  return `${writtenDay(day)}${clock}.${String(ofMinuteMs - seconds * 1_000).padStart(3, "0")}Z`;
}

/** Reads an ISO 8601 time with its offset; null when it is not one. */
export function parseIso(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isFinite(ms) ? instant(ms) : null;
}

/** A calendar day without a zone, written `YYYY-MM-DD`. */
export type LocalDate = string & { readonly __localDate: true };

/** A calendar month, written `YYYY-MM`. */
export type Month = string & { readonly __month: true };

/** The market keeps its books by this zone: months of traffic, days of rates. */
export const MARKET_ZONE = "Asia/Shanghai";

/** Reads `YYYY-MM-DD`; null when there is no such day. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const atMs = Date.parse(text);
  // A day that its month has not is read as one of the next month, if at all.
  const isDay = !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text);
  return isDay ? (text as LocalDate) : null;
}

// China has kept one offset without summer time since 1991, so the common case needs no zone table.
export const CHINA_OFFSET_MS = 8 * 3_600_000;

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar of a zone. Making a formatter costs a hundred times its use. */
function calendarOf(zone: string): Intl.DateTimeFormat {
  const kept = calendars.get(zone);
  if (kept) return kept;
  // Canada's English writes days as ISO 8601 does.
  const made = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  calendars.set(zone, made);
  return made;
}

/** The calendar day at `at` in `zone` (IANA name; the market's own zone where none is given). */
export function dayOf(at: Instant, zone: string = MARKET_ZONE): LocalDate {
  if (zone === MARKET_ZONE) return new Date(at + CHINA_OFFSET_MS).toISOString().slice(0, 10) as LocalDate;
  return calendarOf(zone).format(at) as LocalDate;
}

export const monthOf = (day: LocalDate): Month => day.slice(0, 7) as Month;

/** Saturday or Sunday. Public holidays, and the weekends that China works in their place, change every year and are not known here. */
export const isWeekend = (day: LocalDate): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const addDays = (day: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as LocalDate;

/** Two ends as numbers, or as they were typed or written. */
type Ends<End extends number | string> = { readonly min: End; readonly max: End };

/** What a message needs to say a range of days as people do: three days, not three to three. */
export const daysSpan = <End extends number | string>({ min, max }: Ends<End>) => ({
  ...{ min, max },
  isOne: String(min === max),
});

/** The same as a figure under a head that says what it is: `2–3`, and `3` where both ends are one. */
export const daysFigure = ({ min, max }: Ends<number>): string => (min === max ? `${max}` : `${min}–${max}`);
