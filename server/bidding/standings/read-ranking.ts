import type { Reader } from "@/db/database";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { requestStandings, type RequestAt, type StandingRow } from "@/db/repositories/live/request-standings";
import { expiresAtOf, isExpired } from "@/domain/award/quote-expiry";
import { rankedPrice } from "@/domain/bidding/split-total";
import { type Comparing, rank, type Ranked, type Standing } from "@/domain/bidding/live/ranking";
import type { RateRefusal } from "@/domain/shared/exchange-rate";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import type { Currency } from "@/domain/shared/money";
import type { Result } from "@/domain/shared/result";
import { placesSince } from "./places-since";

/** By what prices in these currencies are compared at `now`: the day's dated rates, which are not read where none is needed. */
export async function comparingAt(
  db: Reader,
  { currency, asked, now }: { readonly currency: Currency; readonly asked: readonly Currency[]; readonly now: Instant },
): Promise<Comparing> {
  const day = dayOf(now);
  const rates = asked.some((one) => one !== currency) ? await ratesUpTo(db, day) : [];
  return { currency, rates, day };
}

/** The bids that can still win: what stands, and has not passed its own end. */
async function standingsOf(
  db: Reader,
  { request, rows }: { readonly request: RequestAt; readonly rows: readonly StandingRow[] },
  now: Instant,
): Promise<Standing[]> {
  const since = await placesSince(db, request);
  return rows
    .filter(({ content }) => !isExpired({ state: "submitted", expiresAt: expiresAtOf(request.service, content) }, now))
    .map((row) => ({
      bidId: row.bidId,
      providerOrganisationId: row.providerOrganisationId,
      price: rankedPrice(row.content),
      standingSince: since(row),
    }));
}

export type ReadRanking = {
  readonly request: RequestAt;
  readonly standings: readonly Standing[];
  readonly ranking: Result<readonly Ranked[], RateRefusal>;
};

/** The bids of open bidding in the market's order, as they stand at the request's `logSeq`; none for a sealed request. */
export async function readRanking(
  db: Reader,
  { requestId, now }: { readonly requestId: string; readonly now: Instant },
): Promise<ReadRanking | null> {
  const found = await requestStandings(db, requestId);
  if (!found) return null;
  const { request } = found;
  const standings = await standingsOf(db, found, now);
  const asked = standings.map(({ price }) => price.currency);
  const comparing = await comparingAt(db, { currency: request.comparisonCurrency, asked, now });
  return { request, standings, ranking: rank(standings, comparing) };
}
