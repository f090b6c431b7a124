import "server-only";
import type { Reader } from "@/db/database";
import { countDead, listDead } from "@/db/outbox";
import { isRequestHiding } from "@/db/repositories/hidden-bidders";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { requestOfEvent } from "@/domain/notices/hidden-bidders";
import { type DeadLetter, subjectsOf } from "@/domain/notices/dead-letter";

const SHOWN = 100;

/** The events that were given up, the oldest first, and how many there are; null for everybody but administrators. */
export async function deadLetters(
  read: Reader,
  viewer: Actor,
): Promise<{ readonly count: number; readonly items: readonly DeadLetter[] } | null> {
  if (!may(viewer, "deliveries.repair")) return null;
  const items = await listDead(read, SHOWN);
  return {
    count: await countDead(read),
    items: await Promise.all(
      items.map(async ({ event, lastError, ...letter }) => ({
        ...letter,
        type: event.type,
        reason: lastError ?? "",
        subjects: subjectsOf(event, await isRequestHiding(read, requestOfEvent(event))),
      })),
    ),
  };
}
