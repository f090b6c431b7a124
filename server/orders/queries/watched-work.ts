import "server-only";
import type { Reader } from "@/db/database";
import { workHead } from "@/db/repositories/live/work-heads";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";

export type WatchedWork = { readonly organisationId: string; readonly seq: number };

/** How far the work list of the viewer's organisation is; null for whoever may read no orders. */
export async function watchedWork(read: Reader, viewer: Actor): Promise<WatchedWork | null> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "order.read", { organisationIds: [organisationId] })) return null;
  return { organisationId, seq: await workHead(read, organisationId) };
}
