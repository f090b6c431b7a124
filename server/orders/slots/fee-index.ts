import type { Reader } from "@/db/database";
import { ruleInForce } from "@/db/repositories/market-rules";
import { dayOf, type LocalDate } from "@/domain/shared/local-date";
import type { Instant } from "@/domain/shared/instant";
import { type FeeIndex, FIRST_INDEX } from "@/domain/orders/slots/fees";

/** Where the index's days begin and end. */
export const FEE_ZONE = "Asia/Almaty";

/** The index by which slots are charged at `now`, with the day that it is in the country then. */
export async function feeIndexAt(db: Reader, now: Instant): Promise<FeeIndex & { readonly day: LocalDate }> {
  const rule = await ruleInForce(db, "calculation_index_kzt", now);
  const index = rule ? { value: rule.value, since: dayOf(rule.effectiveFrom, FEE_ZONE) } : FIRST_INDEX;
  return { ...index, day: dayOf(now, FEE_ZONE) };
}
