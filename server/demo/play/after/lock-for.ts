import { eq } from "drizzle-orm";
import type { Reader } from "../../../../db/database";
import { ratesUpTo } from "../../../../db/repositories/exchange-rates";
import { orders } from "../../../../db/schema/orders";
import { requests } from "../../../../db/schema/requests";
import { payment } from "../../../../domain/services/payment/kind";
import { type Instant, later, MINUTE_MS, HOUR_MS, toIso } from "../../../../domain/shared/instant";
import { dayOf } from "../../../../domain/shared/local-date";

type Asked = { readonly orderId: string; readonly lockedAt: Instant; readonly sentAt: Instant };

/** The rate that a provider locks for a payment, at the market's rate of the day until the money is sent; null where nothing is exchanged. */
export async function lockFor(read: Reader, { orderId, lockedAt, sentAt }: Asked) {
  const [row] = await read
    .select({ spec: requests.spec })
    .from(orders)
    .innerJoin(requests, eq(requests.id, orders.requestId))
    .where(eq(orders.id, orderId));
  const spec = payment.specSchema.safeParse(row?.spec).data;
  if (!spec || spec.payerCurrency === spec.payeeCurrency) return null;
  const pair = [spec.payerCurrency, spec.payeeCurrency];
  const known = (await ratesUpTo(read, dayOf(lockedAt)))
    .filter(({ base, quote }) => pair.includes(base) && pair.includes(quote))
    .sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  const promised = later(lockedAt, (spec.lockMinutes ?? 0) * MINUTE_MS);
  const expiresAt = toIso(later(sentAt > promised ? sentAt : promised, HOUR_MS));
  const { base, rate } = known ?? { base: spec.payerCurrency, rate: "1" };
  return {
    orderId,
    base,
    rate,
    reference: `FX-${orderId.slice(-6).toUpperCase()}`,
    lockedAt: toIso(lockedAt),
    expiresAt,
  };
}
