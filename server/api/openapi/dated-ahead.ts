import { addDays, daysBetween, type LocalDate } from "@/domain/shared/local-date";

const DAY = /\d{4}-\d{2}-\d{2}/g;
/** Days from today to the first day that an example names: a copy of it is still taken some days later. */
const AHEAD_DAYS = 14;

/** Members that must lie ahead; examples of what has happened have none of them, and keep their days. */
const COMES = /"(closesAt|decideBy|readyDate|validUntil)":/;

/**
 * An example of a body with all its days moved by the same number of whole days, so that the first of them lies ahead of `today`: a request that
 * closes in the past is refused. Examples that name nothing that is to come stay as they are.
 */
export function datedAhead(example: unknown, today: LocalDate): unknown {
  const text = JSON.stringify(example);
  const first = text && COMES.test(text) ? (text.match(DAY)?.toSorted()[0] as LocalDate | undefined) : undefined;
  if (first === undefined) return example;
  const days = daysBetween(first, addDays(today, AHEAD_DAYS));
  return JSON.parse(text.replace(DAY, (day) => addDays(day as LocalDate, days)));
}
