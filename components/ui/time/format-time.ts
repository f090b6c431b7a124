import type { LocalDate } from "@/domain/shared/time";
import { dateFormat } from "../format";

/** What of a time is shown: day and time of day, only the day, or only the time of day. */
export type TimeShape = "full" | "day" | "time";

type TimeOptions = {
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
  readonly shape?: TimeShape;
  /** Where it is not said, the year stands if it is not the current one in `zone`. */
  readonly hasYear?: boolean | undefined;
  readonly hasSeconds?: boolean | undefined;
  /** Epoch milliseconds; the current year is that of this moment. */
  readonly now?: number;
};

type Format = Pick<Intl.DateTimeFormat, "format">;
type Formats = { readonly day: Format; readonly clock: Format };

// CLDR 47, format abbreviated.
const KAZAKH_MONTHS = ["қаң.", "ақп.", "нау.", "сәу.", "мам.", "мау.", "шіл.", "там.", "қыр.", "қаз.", "қар.", "жел."];

/** A day in words. Browsers that know no Kazakh would name its months M1 to M12. */
function dayFormat(locale: string, options: Intl.DateTimeFormatOptions): Format {
  if (locale !== "kk" || Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0) return dateFormat(locale, options);
  const parts = dateFormat("en", { ...options, month: "numeric" });
  return {
    format: (at) => {
      const said = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
      const day = `${Number(said.day)} ${KAZAKH_MONTHS[Number(said.month) - 1]}`;
      return said.year === undefined ? day : `${said.year} ж. ${day}`;
    },
  };
}

// A list has a hundred times in it: what they share is looked up by a short key.
const formats = new Map<string, Formats>();

function formatsOf({ locale, zone, hasYear = false, hasSeconds = false }: TimeOptions): Formats {
  const key = `${locale} ${zone} ${hasYear} ${hasSeconds}`;
  const known = formats.get(key);
  if (known) return known;
  const made = {
    day: dayFormat(locale, {
      timeZone: zone,
      day: "numeric",
      month: "short",
      ...(hasYear && { year: "numeric" }),
    }),
    clock: dateFormat(locale, {
      timeZone: zone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      ...(hasSeconds && { second: "2-digit" }),
    }),
  };
  formats.set(key, made);
  return made;
}

function writeTime(atMs: number, options: TimeOptions): string {
  const { day, clock } = formatsOf(options);
  const { shape = "full" } = options;
  if (shape === "day") return day.format(atMs);
  if (shape === "time") return clock.format(atMs);
  return `${day.format(atMs)} ${clock.format(atMs)}`;
}

const NAMES_MAX = 10_000;

/** A text that was made before is not made again: Intl takes longer than the page needs for all the rest of the element. */
function kept(texts: Map<string, string>, key: string, make: () => string): string {
  const known = texts.get(key);
  if (known !== undefined) return known;
  const text = make();
  if (texts.size >= NAMES_MAX) texts.clear();
  texts.set(key, text);
  return text;
}

// No zone changes its clock within a quarter of an hour, so all its moments have one name and one year.
const QUARTER_MS = 900_000;
const years = new Map<string, string>();

const yearIn = (zone: string, atMs: number): string =>
  kept(years, `${zone} ${Math.floor(atMs / QUARTER_MS)}`, () =>
    dateFormat("en", { timeZone: zone, year: "numeric" }).format(atMs),
  );

const times = new Map<string, string>();

/**
 * "24 Nov 18:00", 11月24日 18:00; of another year than the current one "8 Dec 2025 13:22", 2025年12月8日 13:22. Day and time are joined here
 * because Intl puts commas and words between them.
 */
export function formatTime(atMs: number, options: TimeOptions): string {
  const { locale, zone, shape, hasSeconds = false, now = Date.now() } = options;
  const hasYear = options.hasYear ?? yearIn(zone, atMs) !== yearIn(zone, now);
  const key = `${atMs} ${locale} ${zone} ${shape} ${hasYear} ${hasSeconds}`;
  return kept(times, key, () => writeTime(atMs, { ...options, hasYear }));
}

const names = new Map<string, string>();

function nameOfZone(atMs: number, zone: string, options: { readonly locale: string; readonly as: ZoneStyle }): string {
  const { locale, as } = options;
  const key = `${locale} ${as} ${zone} ${Math.floor(atMs / QUARTER_MS)}`;
  return kept(names, key, () => {
    const parts = dateFormat(locale, { timeZone: zone, timeZoneName: as }).formatToParts(atMs);
    return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
  });
}

type ZoneStyle = "shortOffset" | "shortGeneric";

/** The zone's short name at that moment: "GMT+8". */
export const zoneName = (atMs: number, zone: string, locale: string): string =>
  nameOfZone(atMs, zone, { locale, as: "shortOffset" });

/** Whose time it is, in the reader's words: "China Time", 中国时间. */
export const zonePlace = (atMs: number, zone: string, locale: string): string =>
  nameOfZone(atMs, zone, { locale, as: "shortGeneric" });

/** A calendar day has no zone: it is the same day for every reader. Its year stands as in `formatTime`. */
export function formatDay(day: LocalDate, locale: string, hasYear?: boolean): string {
  return formatTime(Date.parse(day), { locale, zone: "UTC", shape: "day", hasYear });
}
