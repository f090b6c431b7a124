import "server-only";
import type { Reader } from "../../db/database";
import { findMilestones, findOrder, type StoredMilestone, type StoredOrder } from "../../db/repositories/orders";
import { versionsOfDeal } from "../../db/repositories/deal-documents";
import { deliverablesOf, findPack, packsOfOrder } from "../../db/repositories/packs";
import { findRequest } from "../../db/repositories/requests";
import type { Actor } from "../../domain/access/actor";
import { may } from "../../domain/access/policy";
import { currentOf } from "../../domain/documents/enter";
import { isOver } from "../../domain/orders/order";
import { deliverableRows } from "../../domain/packs/deliverable-rows";
import { type HeldDeliverable, heldInPapers, heldInRooms, heldInSteps } from "../../domain/packs/held-deliverables";
import type { PackProof, PacksView } from "../../domain/packs/pack-view";
import { kindOf, storedSpec } from "../../domain/services/registry";
import { assert } from "../../domain/shared/assert";
import type { Instant } from "../../domain/shared/instant";
import { roomsOfOrder } from "../packs/rooms-of-order";
import { filesOn } from "./files";

/** What stands in other rooms of the order; papers of the deal are for its buyer and for those providers whose kind names any. */
export async function heldOf(
  read: Reader,
  order: StoredOrder,
  steps: readonly StoredMilestone[],
): Promise<readonly HeldDeliverable[]> {
  const kinds = kindOf(order.service).deliverablePapers;
  const papers = kinds && order.state !== "cancelled" ? currentOf(await versionsOfDeal(read, order.dealId)) : [];
  return [
    ...heldInPapers(kinds ?? {}, papers),
    ...heldInSteps(order.service === "logistics" ? steps : []),
    ...heldInRooms(await roomsOfOrder(read, order)),
  ];
}

/** What an order's provider hands over, what is there of it, and the packs that were made; null to all but its parties. */
export async function packsView(
  read: Reader,
  viewer: Actor,
  of: { readonly orderId: string; readonly now: Instant },
): Promise<PacksView | null> {
  const order = await findOrder(read, of.orderId);
  if (!order) return null;
  const organisationIds = [order.buyerOrganisationId, order.providerOrganisationId];
  if (!may(viewer, "order.read", { organisationIds })) return null;
  const named = await deliverablesOf(read, order.id);
  const files = await filesOn(read, { kind: "order", id: order.id }, { viewer, now: of.now });
  const packs = await packsOfOrder(read, order.id);
  const kind = kindOf(order.service);
  const request = await findRequest(read, order.requestId);
  assert(request, `order ${order.id} has its request`);
  // Of a spec that is read no longer it is not known what the order leaves out: all of its kind is offered, and owed.
  const spec = storedSpec(kind, request.spec);
  const isNamed = (code: string) => named.some((one) => one.code === code);
  const codes = (kind.deliverables ?? []).filter(
    (code) => isNamed(code) || spec === null || (kind.offers?.(code, { spec, mode: order.mode }) ?? true),
  );
  const owed = (spec === null ? undefined : kind.owed?.(spec)) ?? codes;
  const steps = await findMilestones(read, order);
  const deliverables = deliverableRows(
    { codes, steps: kind.deliverableSteps ?? {}, owed: order.state === "cancelled" ? [] : owed },
    {
      steps,
      held: await heldOf(read, order, steps),
      files: files.map((file) => ({
        ...file,
        deliverable: named.find(({ fileId }) => fileId === file.id)?.code ?? null,
      })),
      isOver: isOver(order),
    },
  );
  const mayMake = may(viewer, "order.pack", { organisationIds });
  return {
    deliverables,
    unnamed: files
      .filter(({ id, isOwn, state }) => isOwn && state !== "infected" && !named.some(({ fileId }) => fileId === id))
      .map(({ id, name }) => ({ id, name })),
    packs: packs.map(({ id, madeAt, root, entries }) => ({ id, madeAt, root, count: entries.length })),
    mayName: mayMake && codes.length > 0,
    mayMake,
  };
}

/** What anybody with its address may know of a pack: that it was made, when, and the hash of each part. */
export async function packProof(read: Reader, id: string): Promise<PackProof | null> {
  const pack = await findPack(read, id);
  if (!pack) return null;
  const order = await findOrder(read, pack.orderId);
  assert(order, `order ${pack.orderId} is there`);
  return {
    id,
    orderReference: order.reference,
    madeAt: pack.madeAt,
    root: pack.root,
    entries: pack.entries.map(({ sha256, bytes, deliverable }, at) => ({ number: at + 1, sha256, bytes, deliverable })),
  };
}
