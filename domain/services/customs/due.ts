import type { Instant } from "../../shared/time";
import {
  type Agreed,
  type CountedBy,
  type DueTimes,
  type PromisedHours,
  type TimeStart,
  daysStandingStill,
  dueBy,
  endOfDays,
  firstOf,
  hoursAfter,
  lastToCome,
  onFirstDay,
  runsFrom,
  standingStill,
  withinDays,
} from "../due-time";
import type { CustomsSpec } from "./spec";
import type { CustomsTerms } from "./terms";

/** Days of a clearance are counted by the calendar of the hub. */
const customsDaysEnd = ({ zones }: CountedBy, since: Instant, days: number): Instant =>
  endOfDays(since, days, { from: zones.hub, to: zones.hub });

type Known = Agreed<CustomsSpec, CustomsTerms>;

const HOURS_TO_RELEASE = ["hoursToReleaseP90", "hoursToRelease"] as const;

/** The hours from filing by which a release is due in place of the days: those in which nine of ten are released, else the typical ones; null where the bid says neither. */
export function releasePromise(terms: Partial<CustomsTerms>): PromisedHours | null {
  const [promised] = HOURS_TO_RELEASE.flatMap((field) => {
    const hours = terms[field];
    return hours === undefined ? [] : [{ field, hours }];
  });
  return promised ?? null;
}

/** When the buyer answered the last draft that was put to it, or approved what was shown to it elsewhere; nothing where no draft has come yet, which is the broker's to make. */
function draftStarts({ spec, happenedAt, withBuyer = [] }: Known): TimeStart[] {
  const drafts = withBuyer.filter(({ side, isQuestion }) => !isQuestion && (spec.side !== "both" || side === "export"));
  const answered = [drafts.map(({ to }) => to), happenedAt("draft_approved") ?? []].flat();
  return answered.map((at) => ({ what: "draft_answered", at }));
}

/**
 * From what the hours to file are counted: the last to come of complete papers, the buyer's answer to the draft, the goods at the place that the
 * customs supervise, and the opening of the gates before the filing. Where no haul of the deal reports the goods, papers and draft count.
 * A declaration may be filed ahead of all that lies with others (提前申报), and is in time then. The hours to release run from the filing, and not before the
 * goods lie before the customs that release them last. Nothing where no hours were promised.
 */
export const customsStarts = (known: Known): Readonly<Record<string, TimeStart | null>> => ({
  filed:
    known.terms.hoursToFile === undefined
      ? null
      : lastToCome([
          { what: "documents_complete", at: known.happenedAt("documents_complete") },
          ...draftStarts(known),
          ...(known.alsoFrom?.filed ?? []),
        ]),
  released:
    releasePromise(known.terms) === null
      ? null
      : lastToCome([
          { what: "filed", at: known.happenedAt("filed") },
          // A gate that holds the goods back stops no clock of the release.
          ...(known.alsoFrom?.released ?? []).filter(({ what }) => what !== "gate"),
        ]),
});

/**
 * By when each step of a clearance is due. When papers are complete, a draft approved, a question asked or duties paid is not the broker's
 * to say. Nothing is released before the goods lie before the customs of the side that is released last: until then neither days nor hours to
 * release run, and a declaration may be filed ahead all the same. While a draft lies with the buyer for approval, or a question of the customs, no time of the broker
 * runs: the hours to file, in which a returned draft is changed as well, begin anew when the draft comes back, and of the time to the release
 * what was left is left from then on. Of both sides the filing is that of the goods' leaving.
 *
 * | step | by | what says so |
 * | --- | --- | --- |
 * | documents_requested | the end of the first day of the work | bid: startDate |
 * | filed | the hours to file, from the last to come of what `customsStarts` names | bid: hoursToFile |
 * | released | the hours in which nine of ten are released, else the typical ones, from filing; else the most days, from complete papers; both with the goods before the customs | bid: hoursToReleaseP90, hoursToRelease, transitDays |
 */
export function customsDue(known: Known): DueTimes {
  const { terms, happenedAt, zones, awaited, withBuyer = [] } = known;
  const [complete, filed] = [happenedAt("documents_complete"), happenedAt("filed")];
  const promised = releasePromise(terms);
  const [daysFrom, releaseFrom] = [runsFrom(complete, awaited), runsFrom(filed, awaited)];
  return {
    documents_requested: onFirstDay(known),
    filed: dueBy("bid", "hoursToFile", hoursAfter(customsStarts(known).filed?.at ?? null, terms.hoursToFile)),
    released: firstOf(
      promised &&
        standingStill(dueBy("bid", promised.field, hoursAfter(releaseFrom, promised.hours)), releaseFrom, withBuyer),
      daysStandingStill(withinDays(known, daysFrom, customsDaysEnd), daysFrom, {
        withBuyer,
        zone: zones.hub,
      }),
    ),
  };
}
