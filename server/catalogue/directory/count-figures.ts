import "server-only";
import { and, count, desc, eq, gte, isNotNull } from "drizzle-orm";
import { BY_ROW_LOCKS, type Reader } from "@/db/database";
import { listUncounted, saveFigures } from "@/db/repositories/provider-figures";
import { bids, bidVersions, requests } from "@/db/schema/requests";
import { orders } from "@/db/schema/orders";
import type { ProviderFigures } from "@/domain/catalogue/directory/reputation";
import { type FirstResponse, firstResponseOf, RECORD_DAYS } from "@/domain/catalogue/track-record";
import { DAY_MS, type Instant, later } from "@/domain/shared/time";
import type { Platform } from "../../platform/platform";
import { onTimeBy } from "../queries";

const RESPONSES_MAX = 200;
/** So many providers are counted at a time, and each at least once in so long: what is a year old leaves the figures without an event. */
const BATCH = 50;
const COUNTED_EVERY_MS = DAY_MS;

/** How many orders of a provider are completed that were contracted since. */
export async function completedSince(read: Reader, organisationId: string, since: Instant): Promise<number> {
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
export async function firstResponseSince(read: Reader, organisationId: string, since: Instant): Promise<FirstResponse> {
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

async function figuresNow(read: Reader, organisationId: string, now: Instant): Promise<ProviderFigures> {
  const since = later(now, -RECORD_DAYS * DAY_MS);
  const { onTimeCount, deliveredCount } = await onTimeBy(read, organisationId);
  const response = await firstResponseSince(read, organisationId, since);
  return {
    ...{ onTimeCount, deliveredCount },
    completedCount: await completedSince(read, organisationId, since),
    responseCount: response.count,
    responseMs: response.medianMs,
  };
}

/** Counts the figures of providers whose turn it is; true where more wait. */
export async function figuresRound(on: Platform): Promise<boolean> {
  const now = on.clock();
  const ids = await listUncounted(on.database.read, later(now, -COUNTED_EVERY_MS), BATCH);
  for (const organisationId of ids) {
    const figures = await figuresNow(on.database.read, organisationId, now);
    await on.database.write((tx) => saveFigures(tx, { organisationId, figures, now }), BY_ROW_LOCKS);
  }
  return ids.length === BATCH;
}
