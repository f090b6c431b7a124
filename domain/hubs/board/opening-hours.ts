import { assert } from "@/domain/shared/assert";
import type { Instant } from "@/domain/shared/instant";
import { addDays, dayOf, type LocalDate, parseWallClock } from "@/domain/shared/local-date";

/** When a crossing lets goods through each day, `HH:MM` on the clock of `zone` (IANA); over midnight where it shuts earlier than it opens. */
export type OpeningHours = { readonly opensAt: string; readonly shutsAt: string; readonly zone: string };

function atClock(day: LocalDate, time: string, zone: string): Instant {
  const at = parseWallClock(`${day}T${time}`, zone);
  assert(at !== null, `${time} is a time of ${zone}`);
  return at;
}

/** The first moment from `at` on at which the crossing is open. */
export function nextOpening({ opensAt, shutsAt, zone }: OpeningHours, at: Instant): Instant {
  const isOverMidnight = shutsAt <= opensAt;
  // What opened yesterday may still be open.
  const first = addDays(dayOf(at, zone), -1);
  for (let ahead = 0; ; ahead++) {
    const day = addDays(first, ahead);
    const [opens, shuts] = [atClock(day, opensAt, zone), atClock(addDays(day, isOverMidnight ? 1 : 0), shutsAt, zone)];
    if (at < shuts) return at < opens ? opens : at;
  }
}
