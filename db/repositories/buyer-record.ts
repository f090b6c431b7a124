import { and, eq, gt, gte, inArray, sql } from "drizzle-orm";
import type { EndedRequest } from "../../domain/award/buyer-card";
import type { Instant } from "../../domain/shared/time";
import type { Reader } from "../database";
import { decisionExtensions, requestEnds } from "../schema/decide";
import { requests } from "../schema/requests";

type Asked = { readonly buyerId: string; readonly since: Instant };

const ENDS = ["awarded", "cancelled", "no_decision"] as const;

// By requests_by_buyer; what was moved is looked up by its primary key.
const ended = (db: Reader, { buyerId, since }: Asked) =>
  db
    .select({
      state: requests.state,
      closedAt: requests.closedAt,
      awardedAt: requests.awardedAt,
      kind: requestEnds.kind,
      endedAt: requestEnds.at,
      decideBy: requests.decideBy,
      firstDecideBy: decisionExtensions.previousDecideBy,
    })
    .from(requests)
    .leftJoin(requestEnds, eq(requestEnds.requestId, requests.id))
    .leftJoin(decisionExtensions, and(eq(decisionExtensions.requestId, requests.id), eq(decisionExtensions.number, 1)))
    .where(
      and(
        eq(requests.buyerOrganisationId, buyerId),
        inArray(requests.state, [...ENDS]),
        gte(requests.closedAt, since),
        gt(requests.bidCount, 0),
      ),
    );

type Row = Awaited<ReturnType<typeof ended>>[number];

function endOf({ state, kind }: Row): EndedRequest["end"] {
  if (state === "awarded" || state === "no_decision") return state;
  return kind === "rejected" ? "rejected" : "cancelled";
}

function endedRequest(row: Row): EndedRequest {
  const end = endOf(row);
  const decidedAt = end === "awarded" ? row.awardedAt : end === "rejected" ? row.endedAt : null;
  return {
    end,
    closedAt: row.closedAt as Instant,
    decidedAt: decidedAt as Instant | null,
    firstDecideBy: (row.firstDecideBy ?? row.decideBy) as Instant,
  };
}

/** A buyer's requests that closed since then with bids, and have ended. */
export async function endedRequestsOf(db: Reader, of: Asked): Promise<EndedRequest[]> {
  return (await ended(db, of)).map(endedRequest);
}

/** Requests since then on which nobody decided, and the bids that were written for them in vain, buyer by buyer, the most first. */
export async function wastedBids(
  db: Reader,
  of: { readonly since: Instant; readonly limit: number },
): Promise<{ buyerId: string; requests: number; bids: number }[]> {
  const bids = sql<number>`sum(${requests.bidCount})`.mapWith(Number);
  return await db
    .select({ buyerId: requests.buyerOrganisationId, requests: sql<number>`count(*)`.mapWith(Number), bids })
    .from(requests)
    .where(and(eq(requests.state, "no_decision"), gte(requests.decideBy, of.since), gt(requests.bidCount, 0)))
    .groupBy(requests.buyerOrganisationId)
    .orderBy(sql`sum(${requests.bidCount}) desc`, requests.buyerOrganisationId)
    .limit(of.limit);
}
