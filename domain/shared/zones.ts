import { Temporal } from "temporal-polyfill";
import { CHINA_OFFSET_MS, type Instant, instant, type LocalDate, MARKET_ZONE } from "./time";

/** The first moment of `day` in `zone`. */
export function startOfDay(day: LocalDate, zone: string = MARKET_ZONE): Instant {
  if (zone === MARKET_ZONE) return instant(Date.parse(day) - CHINA_OFFSET_MS);
  return instant(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}

function offsetMs(at: number, zone: string): number {
  if (zone === MARKET_ZONE) return CHINA_OFFSET_MS;
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}

/** ISO 8601 by the clock of a zone, with its offset, to the second: `2026-11-24T18:00:00+08:00`. */
export const isoIn = (at: Instant, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: "never", smallestUnit: "second" });

/** What the clock of `zone` shows at `at`, counted in milliseconds as if it were UTC's. */
export const clockMs = (at: number, zone: string): number => at + offsetMs(at, zone);

/** When the clock of `zone` shows this, counted as `clockMs` counts; of an hour that it shows twice or never, one of the two. */
export function atClockMs(shown: number, zone: string): Instant {
  const near = shown - offsetMs(shown, zone);
  return instant(shown - offsetMs(near, zone));
}

/** Reads a wall-clock time `YYYY-MM-DDTHH:mm` in `zone`, as a form's datetime field sends it; null when it is none. */
export function parseWallClock(text: string, zone: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return null;
  try {
    const local = Temporal.PlainDateTime.from(text, { overflow: "reject" });
    return instant(local.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether this is the name of a zone whose clock can be read. */
export const isZone = (zone: string): boolean => zone !== "" && parseWallClock("2000-01-01T00:00", zone) !== null;

/** The wall-clock time at `at` in `zone`, to the minute, as a form's datetime field takes it: `YYYY-MM-DDTHH:mm`. */
export const wallClock = (at: Instant, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
