import { and, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { OrganisationFacts } from "../../domain/accounts/organisation";
import { besideFields, type DraftSuggestions, type Settled } from "../../domain/deals/clerk/suggestions";
import type { FormValues } from "../../domain/shared/form-state";
import type { Instant } from "../../domain/shared/time";
import type { Reader, Writer } from "../database";
import { locking } from "../dialect";
import { visitorDrafts } from "../schema/deals";

export type VisitorDraft = {
  readonly id: string;
  readonly tokenHash: string;
  readonly addressHash: string;
  readonly title: string;
  /** As typed, by the form's field names. */
  readonly fields: FormValues;
  /** Null for a draft that was typed. */
  readonly suggested: DraftSuggestions | null;
  readonly settled: readonly Settled[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly expiresAt: Instant;
  readonly version: number;
  readonly userId: string | null;
  readonly organisation: OrganisationFacts | null;
  readonly handedVersion: number | null;
};

/** As a row has it. */
const written = <Change extends Pick<VisitorDraft, "fields" | "settled">>(change: Change) => ({
  ...change,
  fields: change.fields as Record<string, string | string[]>,
  settled: [...change.settled],
});

/** The draft behind a link; none once its time is over. */
export async function findVisitorDraft(
  db: Reader,
  of: { readonly tokenHash: string; readonly now: Instant },
): Promise<VisitorDraft | undefined> {
  const [row] = await db
    .select()
    .from(visitorDrafts)
    .where(and(eq(visitorDrafts.tokenHash, of.tokenHash), gt(visitorDrafts.expiresAt, of.now)))
    .limit(1);
  const draft = row as VisitorDraft | undefined;
  return draft && besideFields(draft);
}

/** The draft that waits until this person confirms their address: the one that was handed in last. */
export async function findDraftOfUser(
  db: Reader,
  of: { readonly userId: string; readonly now: Instant },
): Promise<VisitorDraft | undefined> {
  const [row] = await db
    .select()
    .from(visitorDrafts)
    .where(and(eq(visitorDrafts.userId, of.userId), gt(visitorDrafts.expiresAt, of.now)))
    .orderBy(desc(visitorDrafts.updatedAt))
    .limit(1);
  const draft = row as VisitorDraft | undefined;
  return draft && besideFields(draft);
}

/** Locks the draft behind a link until the transaction ends, so that it is taken over once. */
export const lockVisitorDraft = (tx: Writer, tokenHash: string) =>
  locking(tx.select({ id: visitorDrafts.id }).from(visitorDrafts).where(eq(visitorDrafts.tokenHash, tokenHash)));

/** Locks the drafts that wait for a person to confirm their address. */
export const lockDraftsOfUser = (tx: Writer, userId: string) =>
  locking(tx.select({ id: visitorDrafts.id }).from(visitorDrafts).where(eq(visitorDrafts.userId, userId)));

/** How many of this address are kept. */
export async function countVisitorDrafts(db: Reader, addressHash: string): Promise<number> {
  return await db.$count(visitorDrafts, eq(visitorDrafts.addressHash, addressHash));
}

export async function insertVisitorDraft(tx: Writer, draft: VisitorDraft): Promise<void> {
  await tx.insert(visitorDrafts).values(written(draft));
}

export async function saveVisitorFields(
  tx: Writer,
  id: string,
  change: Pick<VisitorDraft, "title" | "fields" | "suggested" | "settled" | "updatedAt" | "expiresAt">,
): Promise<void> {
  await tx
    .update(visitorDrafts)
    .set({ ...written(change), version: sql`${visitorDrafts.version} + 1` })
    .where(eq(visitorDrafts.id, id));
}

/** Keeps whose account it waits for, and the version that was handed in. */
export async function handInVisitorDraft(
  tx: Writer,
  id: string,
  by: { readonly userId: string; readonly organisation: OrganisationFacts; readonly handedVersion: number },
): Promise<void> {
  await tx.update(visitorDrafts).set(by).where(eq(visitorDrafts.id, id));
}

export async function deleteVisitorDraft(tx: Writer, id: string): Promise<void> {
  await tx.delete(visitorDrafts).where(eq(visitorDrafts.id, id));
}

/** Forgets the drafts whose time is over. */
export async function pruneVisitorDrafts(tx: Writer, now: Instant): Promise<void> {
  await tx.delete(visitorDrafts).where(lt(visitorDrafts.expiresAt, now));
}
