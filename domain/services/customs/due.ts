import type { Agreed, DueTimes } from "../due/agreed";
import { dueBy, firstOf, hoursAfter, onFirstDay, runsFrom, withinDays } from "../due/due-time";
import type { CustomsSpec } from "./spec";
import type { CustomsTerms } from "./terms";

/**
 * By when each step of a clearance is due. When papers are complete, a draft approved, a question asked or duties paid is not the broker's
 * to say. Nothing is released before the goods lie before the customs of the side that is released last: until then neither days nor hours to
 * release run, and a declaration may be filed ahead all the same.
 *
 * | step | by | what says so |
 * | --- | --- | --- |
 * | documents_requested | the end of the first day of the work | bid: startDate |
 * | filed | the hours to file, from complete papers | bid: hoursToFile |
 * | released | the hours in which nine of ten are released, else the typical ones, from filing; else the most days, from complete papers; both with the goods before the customs | bid: hoursToReleaseP90, hoursToRelease, transitDays |
 */
export function customsDue(known: Agreed<CustomsSpec, CustomsTerms>): DueTimes {
  const { terms, happenedAt, zones, awaited } = known;
  const [complete, filed] = [happenedAt("documents_complete"), happenedAt("filed")];
  const [daysFrom, releaseFrom] = [runsFrom(complete, awaited), runsFrom(filed, awaited)];
  return {
    documents_requested: onFirstDay(known),
    filed: dueBy("bid", "hoursToFile", hoursAfter(complete, terms.hoursToFile)),
    released: firstOf(
      dueBy("bid", "hoursToReleaseP90", hoursAfter(releaseFrom, terms.hoursToReleaseP90)),
      dueBy("bid", "hoursToRelease", hoursAfter(releaseFrom, terms.hoursToRelease)),
      withinDays(known, daysFrom, { from: zones.hub, to: zones.hub }),
    ),
  };
}
