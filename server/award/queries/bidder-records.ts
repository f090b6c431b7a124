import "server-only";
import { and, count, desc, eq, gte, isNotNull } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { listingsOf } from "@/db/repositories/listings";
import { bids, bidVersions, requests } from "@/db/schema/requests";
import { orders } from "@/db/schema/orders";
import { type BidderRecord, type FirstResponse, firstResponseOf, RECORD_DAYS } from "@/domain/catalogue/track-record";
import type { NamedParty, Service } from "@/domain/shared/vocabulary";
import { DAY_MS, type Instant, later } from "@/domain/shared/time";
import { shownCheck } from "../../accounts/checks/queries";
import { onTimeBy } from "../../catalogue/queries";

const RESPONSES_MAX = 200;

type Compared = { readonly services: readonly Service[]; readonly now: Instant };

async function completedSince(read: Reader, organisationId: string, since: Instant): Promise<number> {
  const [row] = await read
    .select({ count: count() })
    .from(orders)
    .where(
      and(
        eq(orders.providerOrganisationId, organisationId),
        eq(orders.state, "completed"),
        gte(orders.contractedAt, since),
      ),
    );
  return row?.count ?? 0;
}

/** From the publication of a request to the provider's first version; of closed requests alone, so that nothing is told of one that is sealed. */
async function firstResponseSince(read: Reader, organisationId: string, since: Instant): Promise<FirstResponse> {
  const rows = await read
    .select({ publishedAt: requests.publishedAt, submittedAt: bidVersions.submittedAt })
    .from(bids)
    .innerJoin(requests, eq(requests.id, bids.requestId))
    .innerJoin(bidVersions, and(eq(bidVersions.bidId, bids.id), eq(bidVersions.version, 1)))
    .where(
      and(
        eq(bids.providerOrganisationId, organisationId),
        isNotNull(requests.closedAt),
        gte(bidVersions.submittedAt, since),
      ),
    )
    .orderBy(desc(bidVersions.submittedAt))
    .limit(RESPONSES_MAX);
  return firstResponseOf(
    rows.flatMap(({ publishedAt, submittedAt }) => (publishedAt === null ? [] : [submittedAt - publishedAt])),
  );
}

async function recordOf(read: Reader, party: NamedParty, { services, now }: Compared): Promise<BidderRecord> {
  const since = later(now, -RECORD_DAYS * DAY_MS);
  const offers = (await listingsOf(read, party.id)).filter(
    ({ isActive, service }) => isActive && services.includes(service),
  );
  return {
    ...{ id: party.id, nameOwn: party.nameOwn, nameLatin: party.nameLatin },
    onTime: await onTimeBy(read, party.id),
    completedCount: await completedSince(read, party.id, since),
    firstResponse: await firstResponseSince(read, party.id, since),
    check: await shownCheck(read, party.id, now),
    licences: offers.flatMap(({ service, licences }) => licences.map((licence) => ({ ...licence, service }))),
  };
}

/** What anybody may know of these providers, in their order, for a buyer who chooses among their bids on these services. */
export async function bidderRecords(
  read: Reader,
  parties: readonly NamedParty[],
  compared: Compared,
): Promise<BidderRecord[]> {
  const records: BidderRecord[] = [];
  for (const party of parties) records.push(await recordOf(read, party, compared));
  return records;
}
