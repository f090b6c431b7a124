import { dayOf, type Instant, type LocalDate } from "./time";
import { startOfDay } from "./zones";

/** Kazakhstan's monthly calculation index (MRP), in KZT, with the first day on which it holds in the country. */
export type CalculationIndex = { readonly value: number; readonly since: LocalDate };

/** Where the index's days begin and end. */
export const INDEX_ZONE = "Asia/Almaty";

/** The index of each year by the laws on the republican budget: for 2024 to 2026, for 2025 to 2027, for 2026 to 2028. The first first. */
const BY_BUDGET_LAW: readonly [CalculationIndex, ...CalculationIndex[]] = [
  { value: 3_692, since: "2024-01-01" as LocalDate },
  { value: 3_932, since: "2025-01-01" as LocalDate },
  { value: 4_325, since: "2026-01-01" as LocalDate },
];

/** The index of a day by the budget laws; the newest known where a law is missing, and the oldest for the days before them all. */
export const calculationIndexOn = (day: LocalDate): CalculationIndex =>
  BY_BUDGET_LAW.findLast(({ since }) => since <= day) ?? BY_BUDGET_LAW[0];

/** The index that holds at `now`: of what administrators entered last and what the budget laws say, what began later; what was entered on the same day. */
export function calculationIndexAt(
  now: Instant,
  entered: { readonly value: number; readonly effectiveFrom: Instant } | undefined,
): CalculationIndex {
  const byLaw = calculationIndexOn(dayOf(now, INDEX_ZONE));
  if (!entered || entered.effectiveFrom < startOfDay(byLaw.since, INDEX_ZONE)) return byLaw;
  return { value: entered.value, since: dayOf(entered.effectiveFrom, INDEX_ZONE) };
}
