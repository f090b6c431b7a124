import type { Reader } from "@/db/database";
import { ruleInForce } from "@/db/repositories/market-rules";
import { type CalculationIndex, calculationIndexAt, INDEX_ZONE } from "@/domain/shared/calculation-index";
import type { Instant } from "@/domain/shared/instant";
import { dayOf, type LocalDate } from "@/domain/shared/local-date";

/** The index by which slots are charged at `now`, with the day that it is in the country then. */
export async function feeIndexAt(db: Reader, now: Instant): Promise<CalculationIndex & { readonly day: LocalDate }> {
  const entered = await ruleInForce(db, "calculation_index_kzt", now);
  return { ...calculationIndexAt(now, entered), day: dayOf(now, INDEX_ZONE) };
}
