import { Temporal } from "temporal-polyfill";
import { dayOf, type Instant, instant, type LocalDate, MARKET_ZONE } from "../shared/time";
import { isZone } from "../shared/zones";

/** The hour of its reader's day at which a digest comes. */
export const DIGEST_HOUR = 8;

const zoneOf = (zone: string): string => (isZone(zone) ? zone : MARKET_ZONE);

/** The next time after `now` at which the clock of `zone` shows eight in the morning; where it skips that hour, as soon as it has. */
export function nextDigestAt(now: Instant, zone: string): Instant {
  const clock = zoneOf(zone);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(clock).toPlainDate();
  const at = (day: Temporal.PlainDate): number =>
    day.toZonedDateTime({ timeZone: clock, plainTime: { hour: DIGEST_HOUR } }).epochMilliseconds;
  const first = at(today);
  return instant(first > now ? first : at(today.add({ days: 1 })));
}

/** The day of its reader by which a digest is known: one mail a person and day. */
export const digestDay = (now: Instant, zone: string): LocalDate => dayOf(now, zoneOf(zone));
