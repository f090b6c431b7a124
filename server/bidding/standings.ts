import type { Reader } from "@/db/database";
import { versionsOfRequest } from "@/db/repositories/proof";
import { standingSince } from "@/domain/bidding/standing-since";
import type { Instant } from "@/domain/shared/instant";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { type RequestAt, type StandingRow, requestStandings } from "@/db/repositories/request-standings";
import { expiresAtOf, isExpired } from "@/domain/award/quote-expiry";
import { rankedPrice } from "@/domain/bidding/split-total";
import { type Comparing, type Ranked, type Standing, rank } from "@/domain/bidding/live-ranking";
import type { RateRefusal } from "@/domain/shared/exchange-rate";
import { dayOf } from "@/domain/shared/local-date";
import type { Currency } from "@/domain/shared/money";
import type { Result } from "@/domain/shared/result";
import { ruleAt } from "@/db/repositories/market-rules";
import type { SoftCloseRules } from "@/domain/bidding/soft-close";

type Closed = { readonly id: string; readonly closedAt: Instant | null };
type StandingBid = { readonly bidId: string; readonly submittedAt: Instant };

/** Since when each bid of a request has its place. While bidding is open its standing version says it, and nothing more is read. */
export async function placesSince(db: Reader, { id, closedAt }: Closed): Promise<(standing: StandingBid) => Instant> {
  if (closedAt === null) return ({ submittedAt }) => submittedAt;
  const versions = Map.groupBy(await versionsOfRequest(db, id), ({ bidId }) => bidId);
  return ({ bidId }) => standingSince(versions.get(bidId) ?? [], closedAt);
}

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

/** The market's rules of the soft close as they hold at `now`. */
export const softCloseRules = async (db: Reader, now: Instant): Promise<SoftCloseRules> => ({
  windowMinutes: await ruleAt(db, "soft_close_window_minutes", now),
  extensionMinutes: await ruleAt(db, "soft_close_extension_minutes", now),
  cap: await ruleAt(db, "soft_close_cap", now),
});
