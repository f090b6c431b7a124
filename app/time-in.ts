import { toIso } from "@/domain/shared/instant";
import { isZone, MARKET_ZONE, parseWallClock } from "@/domain/shared/local-date";

/** A clock time as typed in the reader's zone; what cannot be read goes on as it is, for the command to name. */
export function timeIn(typed: string | undefined, zone: string | undefined): string | undefined {
  const at = typed ? parseWallClock(typed, zone && isZone(zone) ? zone : MARKET_ZONE) : null;
  return at === null ? typed : toIso(at);
}
