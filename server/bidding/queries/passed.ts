import "server-only";
import type { Reader } from "@/db/database";
import { hasPassed, listPassed } from "@/db/repositories/passed-requests";
import { type Actor, mayEver } from "@/domain/access/policy";
import { type Instant, instant } from "@/domain/shared/time";
import type { PassedRow } from "@/views/bids";
import { deskQueue } from "./desk";

/** So many are passed on, or taken back, at once at the most. */
const ROWS_MAX = 50;

/** Whether the viewer's organisation has passed on the request. */
export async function isPassedOn(read: Reader, viewer: Actor, requestId: string): Promise<boolean> {
  const { organisationId } = viewer;
  return organisationId !== null && mayEver(viewer, "request.pass") && hasPassed(read, { organisationId, requestId });
}

/** What stands on the viewer's desk to be bid on and may be passed on, the next to close first. */
export async function requestsToPass(
  read: Reader,
  viewer: Actor,
  { now }: { readonly now: Instant },
): Promise<PassedRow[]> {
  if (!mayEver(viewer, "request.pass")) return [];
  const { items } = await deskQueue(read, viewer, { service: null, now });
  return items.flatMap(({ act, by, id, reference, service, title }) =>
    act === "bid" ? [{ id, reference, service, title, closesAt: by }] : [],
  );
}

/** What the viewer's organisation has passed on and could still bid on, the last passed on first. */
export async function passedRequests(
  read: Reader,
  viewer: Actor,
  { now }: { readonly now: Instant },
): Promise<PassedRow[]> {
  const { organisationId } = viewer;
  if (organisationId === null || !mayEver(viewer, "request.pass")) return [];
  const rows = await listPassed(read, { organisationId, now, limit: ROWS_MAX });
  return rows.map((row) => ({ ...row, closesAt: instant(row.closesAt) }));
}
