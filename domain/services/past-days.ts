import { dayOf, type Instant, parseLocalDate } from "../shared/time";
import { startOf } from "../shared/wire-fields";
import { type SpecIssue, specIssue } from "./spec-issue";

export const DAY_PAST = "day_past";

/**
 * The members among `planned` whose day is over. A day is judged by the calendar where the goods are (`zone`, IANA): the work cannot be
 * done on a day before today there.
 */
export function pastDays(
  planned: readonly string[],
  spec: unknown,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): SpecIssue[] {
  const today = dayOf(now, zone);
  return planned.flatMap((member) => {
    const given = (spec as Readonly<Record<string, string | undefined>>)[member];
    if (given === undefined) return [];
    const day = parseLocalDate(given) ?? dayOf(startOf(given), zone);
    return day < today ? [specIssue(member, DAY_PAST)] : [];
  });
}
