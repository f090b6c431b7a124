import "server-only";
import type { Reader } from "@/db/database";
import { eventsAfter, lastEventId, type OrganisationEvent } from "@/db/repositories/organisation-events";
import { type Actor, may } from "@/domain/access/policy";

const AT_ONCE = 100;

/** What the viewer's organisation may hear after the event that it knows last, the oldest first. */
export async function nextEvents(read: Reader, viewer: Actor, afterId: string): Promise<OrganisationEvent[]> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "events.read")) return [];
  return await eventsAfter(read, { organisationId, afterId, limit: AT_ONCE });
}

/** Where a listener starts that names no event: after all that has happened. */
export const lastEventOf = async (read: Reader, viewer: Actor): Promise<string> =>
  viewer.organisationId === null ? "" : await lastEventId(read, viewer.organisationId);
