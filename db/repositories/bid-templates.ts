import { and, desc, eq } from "drizzle-orm";
import type { Service } from "../../domain/shared/service";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { bidTemplates } from "../schema/bidding";

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
