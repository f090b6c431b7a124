import "server-only";
import type { Reader } from "@/db/database";
import { countriesOf } from "@/db/repositories/bidding";
import { findDeal } from "@/db/repositories/deals";
import { sendingsSince } from "@/db/repositories/remittances";
import { corridorHealth, HEALTH_MS, type OwnCorridor, type ShownHealth } from "@/domain/remittance/corridor-health";
import { paymentCountries } from "@/domain/remittance/payment-countries";
import type { PaymentSpec } from "@/domain/services/payment/spec";
import { type Instant, instant } from "@/domain/shared/instant";

/** How money fares on every corridor that may be shown, over the last 180 days. Public: it names no order and nobody. */
export const corridors = async (read: Reader, now: Instant): Promise<ShownHealth> =>
  corridorHealth(await sendingsSince(read, instant(now - HEALTH_MS)));

type Asked = { readonly dealId: string; readonly spec: PaymentSpec; readonly now: Instant };

/** The corridor of one payment request, by channel. */
export async function corridorOfRequest(read: Reader, { dealId, spec, now }: Asked): Promise<OwnCorridor | null> {
  const deal = await findDeal(read, dealId);
  if (!deal) return null;
  const { payerCountry, payeeCountry } = paymentCountries(spec, await countriesOf(read, deal));
  const corridor = { payerCountry, payeeCountry, currency: spec.payeeCurrency };
  const { corridors: channels } = corridorHealth(await sendingsSince(read, instant(now - HEALTH_MS), corridor));
  return { ...corridor, channels };
}
