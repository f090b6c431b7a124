import { and, eq, sql } from "drizzle-orm";
import type { BidContent } from "../../domain/bidding/bid";
import type { Request } from "../../domain/requests/request";
import type { Instant } from "../../domain/shared/instant";
import type { Currency } from "../../domain/shared/money";
import type { Reader } from "../database";
import { prepared } from "../prepared";
import { bids, bidVersions } from "../schema/bidding";
import { hubBoardHeads } from "../schema/hub-board";
import { requests } from "../schema/requests";

/** A request at one number of its log: what everybody may know of it, and by what its bids are compared. */
export type RequestAt = Pick<
  Request,
  | "id"
  | "buyerOrganisationId"
  | "service"
  | "state"
  | "bidMode"
  | "bidCount"
  | "closesAt"
  | "comparisonCurrency"
  | "terms"
> & {
  readonly closedAt: Instant | null;
  readonly logSeq: number;
  /** How often the board of its hub had changed. */
  readonly boardSeq: number;
};

/** The standing version of a bid whose amount the database knows. */
export type StandingRow = {
  readonly bidId: string;
  readonly providerOrganisationId: string;
  readonly totalMinor: bigint;
  readonly currency: Currency;
  readonly submittedAt: Instant;
  readonly content: BidContent;
};

const withBids = prepared("request_with_standing_bids", (db) =>
  db
    .select({
      request: {
        id: requests.id,
        buyerOrganisationId: requests.buyerOrganisationId,
        service: requests.service,
        state: requests.state,
        bidMode: requests.bidMode,
        bidCount: requests.bidCount,
        closesAt: requests.closesAt,
        closedAt: requests.closedAt,
        comparisonCurrency: requests.comparisonCurrency,
        terms: requests.terms,
        logSeq: requests.logSeq,
      },
      boardSeq: hubBoardHeads.seq,
      bidId: bids.id,
      providerOrganisationId: bids.providerOrganisationId,
      totalMinor: bids.totalMinor,
      currency: bids.currency,
      submittedAt: bidVersions.submittedAt,
      content: bidVersions.content,
    })
    .from(requests)
    .leftJoin(hubBoardHeads, eq(hubBoardHeads.hubId, requests.hubId))
    .leftJoin(bids, and(eq(bids.requestId, requests.id), eq(bids.state, "submitted"), eq(requests.bidMode, "open")))
    .leftJoin(bidVersions, and(eq(bidVersions.bidId, bids.id), eq(bidVersions.version, bids.version)))
    .where(eq(requests.id, sql.placeholder("id"))),
);

/**
 * The request with the bids that stand in open bidding, all of one moment: it is one statement, so the bids are those of `logSeq` and
 * no others. Of a sealed request the bids are left out.
 */
export async function requestStandings(
  db: Reader,
  id: string,
): Promise<{ readonly request: RequestAt; readonly rows: readonly StandingRow[] } | null> {
  const found = await withBids(db, { id });
  const [first] = found;
  if (!first) return null;
  const rows = found.filter((row) => row.totalMinor !== null && row.content !== null) as unknown as StandingRow[];
  return { request: { ...first.request, boardSeq: first.boardSeq ?? 0 } as RequestAt, rows };
}
