import { and, desc, eq, inArray, isNotNull, ne } from "drizzle-orm";
import type { BidContent } from "../../domain/bidding/bid";
import type { Service } from "../../domain/shared/service";
import type { Currency } from "../../domain/shared/money";
import type { Reader } from "../database";
import { bids, bidVersions } from "../schema/bidding";
import { requests } from "../schema/requests";

/** States in which a request's bids have been opened; a state at a time, so that the index by state and close is walked backwards. */
const OPENED = ["opened", "awarded"] as const;
const REQUESTS_MAX = 20;
const BIDS_MAX = 200;

type Asked = { readonly service: Service; readonly currency: Currency; readonly organisationId: string };

async function lastOpenedRequests(db: Reader, service: Service): Promise<string[]> {
  const ids: string[] = [];
  for (const state of OPENED) {
    const rows = await db
      .select({ id: requests.id })
      .from(requests)
      .where(and(eq(requests.state, state), eq(requests.service, service), isNotNull(requests.openedAt)))
      .orderBy(desc(requests.closesAt), desc(requests.id))
      .limit(REQUESTS_MAX);
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

/** What others bid on the service's last opened requests in this currency; never the asker's own, and nothing that is sealed. */
export async function lastOpenedBids(
  db: Reader,
  { service, currency, organisationId }: Asked,
): Promise<{ readonly organisationId: string; readonly content: BidContent }[]> {
  const ids = await lastOpenedRequests(db, service);
  if (ids.length === 0) return [];
  const rows = await db
    .select({ organisationId: bids.providerOrganisationId, content: bidVersions.content })
    .from(bids)
    .innerJoin(bidVersions, and(eq(bidVersions.bidId, bids.id), eq(bidVersions.version, bids.version)))
    .where(
      and(
        inArray(bids.requestId, ids),
        eq(bids.currency, currency),
        ne(bids.providerOrganisationId, organisationId),
        ne(bids.state, "withdrawn"),
        isNotNull(bidVersions.content),
      ),
    )
    .limit(BIDS_MAX);
  return rows.flatMap((row) => (row.content ? [{ organisationId: row.organisationId, content: row.content }] : []));
}
