import { eq } from "drizzle-orm";
import type { Reader } from "../../../db/database";
import { ratesUpTo } from "../../../db/repositories/exchange-rates";
import { orders } from "../../../db/schema/orders";
import { requests } from "../../../db/schema/requests";
import { payment } from "../../../domain/services/payment/kind";
import { type Instant, later, MINUTE_MS, HOUR_MS, toIso } from "../../../domain/shared/instant";
import { dayOf } from "../../../domain/shared/local-date";

type Asked = { readonly orderId: string; readonly lockedAt: Instant; readonly sentAt: Instant };

type Rate = { readonly base: string; readonly quote: string; readonly rate: string };

/** Of two currencies that the market keeps no rate between, by way of the yuan: how much of the payer's one dollar is. */
function crossed(
  rates: readonly Rate[],
  { payerCurrency, payeeCurrency }: { payerCurrency: string; payeeCurrency: string },
) {
  const [dollar, other] = payeeCurrency === "USD" ? [payeeCurrency, payerCurrency] : [payerCurrency, payeeCurrency];
  const perDollar = rates.find(({ base, quote }) => base === dollar && quote === "CNY");
  const perYuan = rates.find(({ base, quote }) => base === "CNY" && quote === other);
  if (!perDollar || !perYuan) return null;
  return { base: dollar, rate: (Number(perDollar.rate) * Number(perYuan.rate)).toPrecision(6) };
}

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
  const rates = (await ratesUpTo(read, dayOf(lockedAt))).sort((a, b) => (a.day < b.day ? 1 : -1));
  const known = rates.find(({ base, quote }) => pair.includes(base) && pair.includes(quote)) ?? crossed(rates, spec);
  const promised = later(lockedAt, (spec.lockMinutes ?? 0) * MINUTE_MS);
  const expiresAt = toIso(sentAt < promised ? promised : later(sentAt, HOUR_MS));
  if (!known) return null;
  const { base, rate } = known;
  return {
    orderId,
    base,
    rate,
    // A rate that is locked again has a number of its own.
    reference: `FX-${dayOf(lockedAt).slice(2).replaceAll("-", "")}-${orderId.slice(-6).toUpperCase()}`,
    lockedAt: toIso(lockedAt),
    expiresAt,
  };
}
