import "server-only";
import { and, desc, eq, lt, max } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { isPair } from "@/db/repositories/exchange-rates";
import { users } from "@/db/schema/accounts";
import { exchangeRates } from "@/db/schema/hubs";
import { type Actor, may } from "@/domain/access/policy";
import { RATE_AGE_MAX_DAYS } from "@/domain/shared/exchange-rate";
import { dayOf, daysBetween, type Instant, instant, type LocalDate } from "@/domain/shared/time";
import { CURRENCIES, type Currency } from "@/domain/shared/money";
import { findDeal } from "@/db/repositories/deals";
import { sendingsSince } from "@/db/repositories/remittances";
import {
  HEALTH_MS,
  type OwnCorridor,
  type ShownHealth,
  corridorHealth,
  paymentCountries,
} from "@/domain/remittance/corridor-health";
import type { PaymentSpec } from "@/domain/services/payment/spec";
import { countriesOf } from "@/server/hubs/queries/network";
import { keptFor } from "@/server/platform/process/kept-for";

export type RateView = {
  readonly id: string;
  readonly base: Currency;
  readonly quote: Currency;
  readonly rate: string;
  readonly day: LocalDate;
  readonly source: string;
  /** Null where the rate came with the market's first data. */
  readonly enteredBy: string | null;
  readonly enteredAt: Instant;
  readonly ageDays: number;
  /** Older than conversions accept: amounts in this currency are refused until a new one is entered. */
  readonly isStale: boolean;
};

export type RatesView = {
  /** The latest rate of each pair, the oldest first: what needs a new one stands on top. */
  readonly latest: readonly RateView[];
  /** Currencies of the market without any rate to CNY. */
  readonly missing: readonly Currency[];
};

export const RATE_PAGE_ROWS = 20;

const columns = {
  id: exchangeRates.id,
  base: exchangeRates.base,
  quote: exchangeRates.quote,
  rate: exchangeRates.rate,
  day: exchangeRates.day,
  source: exchangeRates.source,
  enteredBy: users.name,
  enteredAt: exchangeRates.enteredAt,
};

type Row = { [K in keyof typeof columns]: (typeof columns)[K]["_"]["data"] };

function viewOf(row: Omit<Row, "enteredBy"> & { enteredBy: string | null }, today: LocalDate): RateView {
  const ageDays = daysBetween(row.day as LocalDate, today);
  return {
    ...row,
    base: row.base as Currency,
    quote: row.quote as Currency,
    day: row.day as LocalDate,
    enteredAt: instant(row.enteredAt),
    ageDays,
    isStale: ageDays > RATE_AGE_MAX_DAYS,
  };
}

/** The latest rate of each pair; null to all but administrators. */
export async function latestRates(read: Reader, viewer: Actor, now: Instant): Promise<RatesView | null> {
  if (!may(viewer, "rates.change")) return null;
  const today = dayOf(now);
  const newest = read
    .select({ base: exchangeRates.base, quote: exchangeRates.quote, day: max(exchangeRates.day).as("newest_day") })
    .from(exchangeRates)
    .groupBy(exchangeRates.base, exchangeRates.quote)
    .as("newest");
  const rows = await read
    .select(columns)
    .from(exchangeRates)
    .innerJoin(
      newest,
      and(
        eq(newest.base, exchangeRates.base),
        eq(newest.quote, exchangeRates.quote),
        eq(newest.day, exchangeRates.day),
      ),
    )
    .leftJoin(users, eq(users.id, exchangeRates.enteredByUserId));
  const latest = rows
    .map((row) => viewOf(row, today))
    .sort((a, b) => b.ageDays - a.ageDays || (a.base + a.quote < b.base + b.quote ? -1 : 1));
  const known = new Set(latest.flatMap((rate) => [rate.base, rate.quote]));
  return { latest, missing: CURRENCIES.filter((currency) => currency !== "CNY" && !known.has(currency)) };
}

/** All rates of one currency to CNY, the latest first, a page at a time by the day of the last row shown. */
export async function ratesOf(
  read: Reader,
  viewer: Actor,
  of: { readonly currency: Currency; readonly before: LocalDate | null; readonly now: Instant },
): Promise<{ rows: RateView[]; nextBefore: LocalDate | null } | null> {
  if (!may(viewer, "rates.change")) return null;
  const found = await read
    .select(columns)
    .from(exchangeRates)
    .leftJoin(users, eq(users.id, exchangeRates.enteredByUserId))
    .where(and(isPair(of.currency, "CNY"), of.before ? lt(exchangeRates.day, of.before) : undefined))
    .orderBy(desc(exchangeRates.day), desc(exchangeRates.id))
    .limit(RATE_PAGE_ROWS + 1);
  const rows = found.slice(0, RATE_PAGE_ROWS).map((row) => viewOf(row, dayOf(of.now)));
  return { rows, nextBefore: found.length > RATE_PAGE_ROWS ? (rows.at(-1)?.day ?? null) : null };
}

/** How money fares on every corridor that may be shown, over the last 180 days. Public: it names no order and nobody. */
export const corridors = async (read: Reader, now: Instant): Promise<ShownHealth> =>
  corridorHealth(await sendingsSince(read, instant(now - HEALTH_MS)));

const KEPT_MS = 5_000;

/** The same, up to five seconds old: every payment order of half a year is read for it. */
export const recentCorridors = keptFor("corridors", KEPT_MS, corridors);

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
