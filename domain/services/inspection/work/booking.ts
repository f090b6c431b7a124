import { addDays, isWeekend, type LocalDate } from "@/domain/shared/local-date";
import type { InspectionType } from "../choices";
import type { InspectionSpec } from "../spec";

/** An inspection should end this many working days before the goods are loaded, or nobody can mend what it finds. */
export const WORKING_DAYS_BEFORE_LOADING = 2;

const BEFORE_LOADING: readonly InspectionType[] = [
  "initial_production",
  "during_production",
  "pre_shipment",
  "defect_sorting",
];

// Enough to say "in good time"; a request may name a day years away.
const COUNTED_DAYS_MAX = 30;

/** Mondays to Fridays after `from` up to and with `to`, counted up to 30 calendar days; 0 where `to` does not come later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let ahead = 1; ahead <= COUNTED_DAYS_MAX; ahead++) {
    const day = addDays(from, ahead);
    if (day > to) break;
    if (!isWeekend(day)) count += 1;
  }
  return count;
}

/** The day of loading that a request's time is held against; null for types that are not about goods before their loading. */
export const loadingDayOf = (
  { type, loadingDate }: Pick<InspectionSpec, "type" | "loadingDate">,
  readyDate: LocalDate,
): LocalDate | null => (BEFORE_LOADING.includes(type) ? (loadingDate ?? readyDate) : null);
