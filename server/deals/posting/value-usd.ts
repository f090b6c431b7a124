import type { Reader } from "@/db/database";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { convert } from "@/domain/shared/exchange-rate";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import type { Money } from "@/domain/shared/money";

/** The goods' value in US dollars by the dated rates of that day; undefined where no rate is known, which each rule answers for itself. */
export async function valueUsd(db: Reader, value: Money, at: Instant): Promise<Money | undefined> {
  const day = dayOf(at);
  const converted = convert(value, "USD", await ratesUpTo(db, day), day);
  return converted.ok ? converted.value.amount : undefined;
}
