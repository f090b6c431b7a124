import { asc, eq, gt, gte, inArray, lt } from "drizzle-orm";
import type { ProviderFigures } from "../../domain/catalogue/directory/reputation";
import type { Instant } from "../../domain/shared/time";
import type { Reader, Writer } from "../database";
import { organisations } from "../schema/accounts";
import { providerFigures } from "../schema/catalogue";

// The clock of the machine: it orders changes for those who read on from the last one, and says nothing of when something happened in the market.
const changedNow = () => ({ changedAt: Date.now() });

/** Has the directory read the organisation again: what it offers has changed. */
export async function noteOffersChanged(tx: Writer, organisationId: string): Promise<void> {
  await tx
    .insert(providerFigures)
    .values({ organisationId, countedAt: 0, ...changedNow() })
    .onConflictDoUpdate({ target: providerFigures.organisationId, set: changedNow() });
}

/** Has the directory read an organisation again of which something else has changed; of one that never offered anything nothing is noted. */
export async function notePartyChanged(tx: Writer, organisationId: string): Promise<void> {
  await tx.update(providerFigures).set(changedNow()).where(eq(providerFigures.organisationId, organisationId));
}

/** Has the worker count a provider's figures anew. */
export async function haveCounted(tx: Writer, organisationId: string): Promise<void> {
  await tx.update(providerFigures).set({ countedAt: 0 }).where(eq(providerFigures.organisationId, organisationId));
}

type Counted = { readonly organisationId: string; readonly figures: ProviderFigures; readonly now: Instant };

/** Keeps what was counted; that it has changed is noted only where it has. */
export async function saveFigures(tx: Writer, { organisationId, figures, now }: Counted): Promise<void> {
  const [before] = await tx
    .select()
    .from(providerFigures)
    .where(eq(providerFigures.organisationId, organisationId))
    .limit(1);
  const isSame =
    before && (Object.keys(figures) as (keyof ProviderFigures)[]).every((key) => before[key] === figures[key]);
  await tx
    .update(providerFigures)
    .set({ ...figures, countedAt: now, ...(isSame ? {} : changedNow()) })
    .where(eq(providerFigures.organisationId, organisationId));
}

/** Providers whose figures were counted before that time, the oldest count first. */
export async function listUncounted(db: Reader, before: Instant, limit: number): Promise<string[]> {
  const rows = await db
    .select({ organisationId: providerFigures.organisationId })
    .from(providerFigures)
    .where(lt(providerFigures.countedAt, before))
    .orderBy(asc(providerFigures.countedAt))
    .limit(limit);
  return rows.map((row) => row.organisationId);
}

export type ProviderChange = { readonly organisationId: string; readonly changedAt: number };

/** Providers of which something has changed since that time of the machines. */
export const changesSince = async (db: Reader, since: number): Promise<ProviderChange[]> =>
  await db
    .select({ organisationId: providerFigures.organisationId, changedAt: providerFigures.changedAt })
    .from(providerFigures)
    .where(gte(providerFigures.changedAt, since))
    .orderBy(asc(providerFigures.changedAt));

const known = {
  id: organisations.id,
  nameLatin: organisations.nameLatin,
  registrationNumber: organisations.registrationNumber,
  country: organisations.country,
  suspendedAt: organisations.suspendedAt,
  restrictedAt: organisations.restrictedAt,
  onTimeCount: providerFigures.onTimeCount,
  deliveredCount: providerFigures.deliveredCount,
  completedCount: providerFigures.completedCount,
  responseCount: providerFigures.responseCount,
  responseMs: providerFigures.responseMs,
  changedAt: providerFigures.changedAt,
};

/** What the directory knows of providers beside their listings and checks: of those that are named, or the next ones by their ids. */
export async function knownProviders(
  db: Reader,
  which: { readonly ids: readonly string[] } | { readonly afterId: string; readonly limit: number },
) {
  const rows = db
    .select(known)
    .from(providerFigures)
    .innerJoin(organisations, eq(organisations.id, providerFigures.organisationId));
  if ("ids" in which) return await rows.where(inArray(providerFigures.organisationId, [...which.ids]));
  return await rows
    .where(gt(providerFigures.organisationId, which.afterId))
    .orderBy(asc(providerFigures.organisationId))
    .limit(which.limit);
}

/** The figures of these providers. */
export async function figuresOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, ProviderFigures>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(providerFigures)
    .where(inArray(providerFigures.organisationId, [...ids]));
  return new Map(
    rows.map(({ organisationId, countedAt: _at, changedAt: _change, ...figures }) => [organisationId, figures]),
  );
}
