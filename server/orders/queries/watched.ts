import "server-only";
import type { Reader } from "@/db/database";
import { dealSeqFor, workHead } from "@/db/repositories/live-heads";
import { type Actor, may } from "@/domain/access/policy";

/** How far a deal and its hub's board have gone, for its buyer and the providers of its orders; null for everybody else. */
export async function watchedDeal(read: Reader, viewer: Actor, dealId: string): Promise<number | null> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "order.read", { organisationIds: [organisationId] })) return null;
  return await dealSeqFor(read, { dealId, organisationId });
}

export type WatchedWork = { readonly organisationId: string; readonly seq: number };

/** How far the work list of the viewer's organisation is; null for whoever may read no orders. */
export async function watchedWork(read: Reader, viewer: Actor): Promise<WatchedWork | null> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "order.read", { organisationIds: [organisationId] })) return null;
  return { organisationId, seq: await workHead(read, organisationId) };
}
