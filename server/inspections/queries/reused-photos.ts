import "server-only";
import type { Reader } from "@/db/database";
import { latestMatches } from "@/db/repositories/inspection-photos";
import { findRound } from "@/db/repositories/inspections";
import { findOrder } from "@/db/repositories/orders";
import { namesOf } from "@/db/repositories/parties";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { ReusedPhoto } from "@/domain/inspections/inspection-view";
import { assert } from "@/domain/shared/assert";

const SHOWN_MAX = 100;

async function reportOf(read: Reader, orderId: string) {
  const order = await findOrder(read, orderId);
  assert(order, "a report has its order");
  const provider = (await namesOf(read, [order.providerOrganisationId])).get(order.providerOrganisationId);
  assert(provider, "the parties of an order exist");
  return { reference: order.reference, title: order.title, provider };
}

/** The last pictures of inspections that were sent twice; null for everybody but administrators, who see no picture by it. */
export async function reusedPhotos(read: Reader, viewer: Actor): Promise<ReusedPhoto[] | null> {
  if (!may(viewer, "inspections.review")) return null;
  const shown: ReusedPhoto[] = [];
  for (const match of await latestMatches(read, SHOWN_MAX)) {
    const round = await findRound(read, match.roundId);
    assert(round, "a photo belongs to a round");
    const own = await reportOf(read, round.orderId);
    const isSameReport = match.otherRoundId === match.roundId;
    shown.push({
      ...own,
      key: `${match.fileId}.${match.otherFileId}`,
      other: isSameReport ? null : await reportOf(read, match.otherOrderId),
      distance: match.distance,
      foundAt: match.foundAt,
    });
  }
  return shown;
}
