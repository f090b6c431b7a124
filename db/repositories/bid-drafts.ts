import { and, asc, desc, eq, lt } from "drizzle-orm";
import type { Instant } from "../../domain/shared/time";
import type { Reader, Writer } from "../database";
import { bidDrafts, bidTemplates, requests } from "../schema/requests";
import { deals } from "../schema/deals";
import type { Service } from "../../domain/shared/vocabulary";

export type StoredBidDraft = Omit<typeof bidDrafts.$inferSelect, "savedAt"> & { readonly savedAt: Instant };

/** Which save of which draft this is; a draft that is begun anew never has the mark of an earlier one. */
export const markOf = ({ id, version }: Pick<StoredBidDraft, "id" | "version">): string => `${id}.${version}`;

export async function findBidDraft(
  db: Reader,
  of: { readonly requestId: string; readonly organisationId: string },
): Promise<StoredBidDraft | undefined> {
  const [row] = await db
    .select()
    .from(bidDrafts)
    .where(and(eq(bidDrafts.requestId, of.requestId), eq(bidDrafts.providerOrganisationId, of.organisationId)))
    .limit(1);
  return row as StoredBidDraft | undefined;
}

/** Keeps the draft, in place of the one with its id where there is one. */
export async function saveBidDraft(tx: Writer, draft: StoredBidDraft): Promise<void> {
  const { version, sealed, keyForBidder, savedAt } = draft;
  await tx
    .insert(bidDrafts)
    .values(draft)
    .onConflictDoUpdate({ target: bidDrafts.id, set: { version, sealed, keyForBidder, savedAt } });
}

/** Deletes a draft as it was read: one that was saved again since stays. */
export async function deleteBidDraft(
  tx: Writer,
  { id, version }: Pick<StoredBidDraft, "id" | "version">,
): Promise<void> {
  await tx.delete(bidDrafts).where(and(eq(bidDrafts.id, id), eq(bidDrafts.version, version)));
}

/** An organisation's own drafts with what each is for, the last saved first. */
export async function listBidDraftsOf(db: Reader, organisationId: string, limit: number) {
  return await db
    .select({
      requestId: bidDrafts.requestId,
      savedAt: bidDrafts.savedAt,
      reference: requests.reference,
      service: requests.service,
      state: requests.state,
      closesAt: requests.closesAt,
      title: deals.title,
      hubId: requests.hubId,
    })
    .from(bidDrafts)
    .innerJoin(requests, eq(requests.id, bidDrafts.requestId))
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .where(eq(bidDrafts.providerOrganisationId, organisationId))
    .orderBy(desc(bidDrafts.savedAt), desc(bidDrafts.id))
    .limit(limit);
}

/** Drafts of requests that closed before then. */
export async function listOldBidDrafts(db: Reader, closedBefore: Instant, limit: number): Promise<StoredBidDraft[]> {
  const rows = await db
    .select({ draft: bidDrafts })
    // From the oldest draft on: in the order of closing times all requests would be gone through. Nobody saves one after the close.
    .from(bidDrafts)
    .crossJoin(requests)
    .where(
      and(
        lt(bidDrafts.savedAt, closedBefore),
        eq(requests.id, bidDrafts.requestId),
        lt(requests.closesAt, closedBefore),
      ),
    )
    .orderBy(asc(bidDrafts.savedAt), asc(bidDrafts.id))
    .limit(limit);
  return rows.map(({ draft }) => draft as StoredBidDraft);
}

export type StoredBidTemplate = Omit<typeof bidTemplates.$inferSelect, "savedAt"> & { readonly savedAt: Instant };

/** A template without its fields: enough to list it. */
export type ListedBidTemplate = Omit<StoredBidTemplate, "sealed">;

const LISTED = {
  id: bidTemplates.id,
  providerOrganisationId: bidTemplates.providerOrganisationId,
  service: bidTemplates.service,
  sealedName: bidTemplates.sealedName,
  keyForBidder: bidTemplates.keyForBidder,
  savedAt: bidTemplates.savedAt,
};

export async function findBidTemplate(db: Reader, id: string): Promise<StoredBidTemplate | undefined> {
  const [row] = await db.select().from(bidTemplates).where(eq(bidTemplates.id, id)).limit(1);
  return row as StoredBidTemplate | undefined;
}

/** The organisation's templates, of one service or of all, the last saved first. */
export async function listBidTemplates(
  db: Reader,
  of: { readonly organisationId: string; readonly service: Service | null },
): Promise<ListedBidTemplate[]> {
  const rows = await db
    .select(LISTED)
    .from(bidTemplates)
    .where(
      and(
        eq(bidTemplates.providerOrganisationId, of.organisationId),
        of.service === null ? undefined : eq(bidTemplates.service, of.service),
      ),
    )
    .orderBy(desc(bidTemplates.savedAt), desc(bidTemplates.id));
  return rows as ListedBidTemplate[];
}

/** Keeps the template, in place of the one with its id where there is one. */
export async function saveBidTemplate(tx: Writer, template: StoredBidTemplate): Promise<void> {
  const { sealedName, sealed, keyForBidder, savedAt } = template;
  await tx
    .insert(bidTemplates)
    .values(template)
    .onConflictDoUpdate({ target: bidTemplates.id, set: { sealedName, sealed, keyForBidder, savedAt } });
}

export async function deleteBidTemplate(tx: Writer, id: string): Promise<void> {
  await tx.delete(bidTemplates).where(eq(bidTemplates.id, id));
}
