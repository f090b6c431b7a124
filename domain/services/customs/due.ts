import { type Instant, instant } from "../../shared/instant";
import {
  type Agreed,
  type AwaitedStep,
  type CountedBy,
  type DueTimes,
  type WithBuyer,
  daysStandingStill,
  dueBy,
  endOfDays,
  firstOf,
  hoursAfter,
  onFirstDay,
  runsFrom,
  standingStill,
  withinDays,
} from "../due-time";
import type { CustomsSpec } from "./spec";
import type { CustomsTerms } from "./terms";

/** When the last draft came back from the buyer; null where none has, or one lies there still. */
function lastBack(withBuyer: readonly WithBuyer[]): AwaitedStep | null {
  const back = withBuyer.flatMap(({ to }) => to ?? []);
  if (back.length === 0 || back.length < withBuyer.length) return null;
  return { occurredAt: instant(Math.max(...back)) };
}

/** Days of a clearance are counted by the calendar of the hub. */
export const customsDaysEnd = ({ zones }: CountedBy, since: Instant, days: number): Instant =>
  endOfDays(since, days, { from: zones.hub, to: zones.hub });

/**
 * By when each step of a clearance is due. When papers are complete, a draft approved, a question asked or duties paid is not the broker's
 * to say. Nothing is released before the goods lie before the customs of the side that is released last: until then neither days nor hours to
 * release run, and a declaration may be filed ahead all the same. While a draft lies with the buyer for approval no time of the broker
 * runs: the hours to file, in which a returned draft is changed as well, begin anew when the draft comes back, and of the time to the release
 * what was left is left from then on. Of both sides the filing is that of the goods' leaving.
 *
 * | step | by | what says so |
 * | --- | --- | --- |
 * | documents_requested | the end of the first day of the work | bid: startDate |
 * | filed | the hours to file, from complete papers, and from the return or approval of a draft | bid: hoursToFile |
 * | released | the hours in which nine of ten are released, else the typical ones, from filing; else the most days, from complete papers; both with the goods before the customs | bid: hoursToReleaseP90, hoursToRelease, transitDays |
 */
export function customsDue(known: Agreed<CustomsSpec, CustomsTerms>): DueTimes {
  const { spec, terms, happenedAt, zones, awaited, withBuyer = [] } = known;
  const ofFiling = spec.side === "both" ? withBuyer.filter(({ side }) => side === "export") : withBuyer;
  const [complete, filed] = [happenedAt("documents_complete"), happenedAt("filed")];
  const [daysFrom, releaseFrom] = [runsFrom(complete, awaited), runsFrom(filed, awaited)];
  return {
    documents_requested: onFirstDay(known),
    filed: dueBy("bid", "hoursToFile", hoursAfter(runsFrom(complete, lastBack(ofFiling)), terms.hoursToFile)),
    released: firstOf(
      ...(["hoursToReleaseP90", "hoursToRelease"] as const).map((field) =>
        standingStill(dueBy("bid", field, hoursAfter(releaseFrom, terms[field])), releaseFrom, withBuyer),
      ),
      daysStandingStill(withinDays(known, daysFrom, customsDaysEnd), daysFrom, {
        withBuyer,
        zone: zones.hub,
      }),
    ),
  };
}
