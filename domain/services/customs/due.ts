import type { Agreed, DueTimes } from "../due/agreed";
import { dueBy, firstOf, hoursAfter, onFirstDay, withinDays } from "../due/due-time";
import type { CustomsSpec } from "./spec";
import type { CustomsTerms } from "./terms";

/**
 * By when each step of a clearance is due. When papers are complete, a draft approved, a question asked or duties paid is not the broker's
 * to say.
 *
 * | step | by | what says so |
 * | --- | --- | --- |
 * | documents_requested | the end of the first day of the work | bid: startDate |
 * | filed | the hours to file, from complete documents | bid: hoursToFile |
 * | released | the hours in which nine of ten are released, else the typical ones, from filing; else the most days, from complete documents | bid: hoursToReleaseP90, hoursToRelease, transitDays |
 */
export function customsDue(known: Agreed<CustomsSpec, CustomsTerms>): DueTimes {
  const { terms, happenedAt, zones } = known;
  const [complete, filed] = [happenedAt("documents_complete"), happenedAt("filed")];
  return {
    documents_requested: onFirstDay(known),
    filed: dueBy("bid", "hoursToFile", hoursAfter(complete, terms.hoursToFile)),
    released: firstOf(
      dueBy("bid", "hoursToReleaseP90", hoursAfter(filed, terms.hoursToReleaseP90)),
      dueBy("bid", "hoursToRelease", hoursAfter(filed, terms.hoursToRelease)),
      withinDays(known, complete, { from: zones.hub, to: zones.hub }),
    ),
  };
}
