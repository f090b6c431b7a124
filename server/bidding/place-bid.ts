import type { Reader } from "@/db/database";
import { versionsOfRequest } from "@/db/repositories/proof";
import { standingSince } from "@/domain/bidding/standing-since";
import { dayOf, type Instant } from "@/domain/shared/time";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { type RequestAt, requestStandings, type StandingRow } from "@/db/repositories/bid-lists";
import { expiresAtOf, isExpired } from "@/domain/award/quote-expiry";
import { type BidContent, checkNotLevel, rankedPrice, requestFacts } from "@/domain/bidding/bid";
import {
  compared,
  type Comparing,
  isImproving,
  rank,
  type Ranked,
  type Standing,
} from "@/domain/bidding/live-feedback";
import type { RateRefusal } from "@/domain/shared/exchange-rate";
import type { Currency } from "@/domain/shared/money";
import { accept, assert, type Refusal, type Result } from "@/domain/shared/result";
import { rulesAt } from "@/db/repositories/market-rules";
import { type Extension, extensionAfter, type SoftCloseRules } from "@/domain/bidding/soft-close";
import { saveExtension, type StoredRequest } from "../../db/repositories/requests";
import type { CommandContext } from "../platform/command";

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
export async function softCloseRules(db: Reader, now: Instant): Promise<SoftCloseRules> {
  const names = ["soft_close_window_minutes", "soft_close_extension_minutes", "soft_close_cap"] as const;
  const rules = await rulesAt(db, names, now);
  return {
    windowMinutes: rules.soft_close_window_minutes,
    extensionMinutes: rules.soft_close_extension_minutes,
    cap: rules.soft_close_cap,
  };
}

type Handed = {
  readonly request: StoredRequest;
  readonly bid: { readonly id: string; readonly providerOrganisationId: string };
  /** Of the version that is to stand; null where bids are sealed. */
  readonly content: BidContent | null;
};

/** The new version as it will stand; null where bids are sealed, since nobody may know its place. */
const standingOf = ({ bid, content }: Handed, now: Instant): Standing | null =>
  content && {
    bidId: bid.id,
    providerOrganisationId: bid.providerOrganisationId,
    price: rankedPrice(content),
    standingSince: now,
  };

/**
 * Where a version of open bidding stands among the others, before it is written: refuses one that is level with a rival's, and one in a
 * currency that cannot be compared that day. Answers the extension that it brings about, or null. Sealed bids have no place.
 */
export async function placeBid(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  handed: Handed,
): Promise<Result<Extension | null, RateRefusal | Refusal<"equal_amount">>> {
  const standing = standingOf(handed, now);
  if (!standing) return accept(null);
  const { request } = handed;
  const read = await readRanking(tx, { requestId: request.id, now });
  assert(read, `request ${request.id} is there`);
  const asked = [...read.standings, standing].map(({ price }) => price.currency);
  const comparing = await comparingAt(tx, { currency: request.comparisonCurrency, asked, now });
  const own = compared(standing, comparing);
  if (!own.ok) return own;
  // A rival whose rate has gone missing meanwhile is level with nobody and stands in nobody's way.
  const ranked = read.standings.flatMap((one): Ranked[] => {
    const result = compared(one, comparing);
    return result.ok ? [result.value] : [];
  });
  const placing = {
    own: own.value,
    before: ranked.find(({ bidId }) => bidId === standing.bidId) ?? null,
    rivals: ranked.filter(({ bidId }) => bidId !== standing.bidId),
  };
  const level = checkNotLevel(placing.own, placing.rivals);
  if (!level.ok) return level;
  if (!isImproving(placing)) return accept(null);
  return accept(extensionAfter(request, await softCloseRules(tx, now), now));
}

/** Moves the close, in the transaction of the bid that caused it. */
export async function extend(
  { tx, publish }: Pick<CommandContext, "tx" | "publish">,
  request: StoredRequest,
  extension: Extension,
): Promise<void> {
  await saveExtension(tx, request.id, extension);
  publish({
    type: "request.extended",
    closesAt: extension.closesAt,
    previousClosesAt: request.closesAt,
    count: request.extensionCount + 1,
    ...requestFacts(request),
  });
}
