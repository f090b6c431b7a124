import { and, desc, eq, gt, notExists, type SQLWrapper } from "drizzle-orm";
import type { Instant } from "../../domain/shared/time";
import type { Reader, Writer } from "../database";
import { deals } from "../schema/deals";
import { bids, passedRequests, requests } from "../schema/requests";

type Of = { readonly organisationId: string; readonly requestId: string };

const isOf = ({ organisationId, requestId }: Of) =>
  and(eq(passedRequests.organisationId, organisationId), eq(passedRequests.requestId, requestId));

/** A bid takes back that its request was passed on: from then on the row says nothing, and nobody has to delete it. */
const isWithoutBid = (db: Reader) =>
  notExists(
    db
      .select({ id: bids.id })
      .from(bids)
      .where(
        and(
          eq(bids.requestId, passedRequests.requestId),
          eq(bids.providerOrganisationId, passedRequests.organisationId),
        ),
      ),
  );

/** The requests that an organisation has passed on and has not bid on since, by their ids: a part of a statement. */
export const idsPassedOn = (db: Reader, organisationId: SQLWrapper | string) =>
  db
    .select({ id: passedRequests.requestId })
    .from(passedRequests)
    .where(and(eq(passedRequests.organisationId, organisationId), isWithoutBid(db)));

/** Whether the organisation has said that the request is not for it. */
export async function hasPassed(db: Reader, of: Of): Promise<boolean> {
  const rows = await db
    .select({ id: passedRequests.requestId })
    .from(passedRequests)
    .where(and(isOf(of), isWithoutBid(db)))
    .limit(1);
  return rows.length > 0;
}

/** Keeps that a request is not for an organisation, once. */
export async function savePassed(tx: Writer, row: typeof passedRequests.$inferInsert): Promise<void> {
  await tx.insert(passedRequests).values(row).onConflictDoNothing();
}

/** From now on the request is for the organisation as any other. */
export async function deletePassed(tx: Writer, of: Of): Promise<void> {
  await tx.delete(passedRequests).where(isOf(of));
}

type Asked = { readonly organisationId: string; readonly now: Instant; readonly limit: number };

/** What an organisation has passed on and could still bid on, the last passed on first. */
export async function listPassed(db: Reader, { organisationId, now, limit }: Asked) {
  return await db
    .select({
      id: requests.id,
      reference: requests.reference,
      service: requests.service,
      title: deals.title,
      closesAt: requests.closesAt,
    })
    .from(passedRequests)
    .innerJoin(requests, eq(requests.id, passedRequests.requestId))
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .where(
      and(
        eq(passedRequests.organisationId, organisationId),
        isWithoutBid(db),
        eq(requests.state, "open"),
        gt(requests.closesAt, now),
      ),
    )
    .orderBy(desc(passedRequests.passedAt), desc(requests.id))
    .limit(limit);
}
