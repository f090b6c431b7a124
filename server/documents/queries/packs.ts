import "server-only";
import type { Reader } from "@/db/database";
import { findMilestones, findOrder } from "@/db/repositories/orders";
import { deliverablesOf, findPack, packsOfOrder } from "@/db/repositories/packs";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { isOver } from "@/domain/orders/order";
import { deliverableRows } from "@/domain/documents/packs/deliverable-rows";
import type { PackProof, PacksView } from "@/domain/documents/packs/pack-view";
import { assert } from "@/domain/shared/assert";
import type { Instant } from "@/domain/shared/instant";
import { askedOf, heldOf } from "../../orders/handed-over";
import { filesOn } from "../../files/queries/files";

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
  const asked = await askedOf(read, order, named);
  const steps = await findMilestones(read, order);
  const deliverables = deliverableRows(asked, {
    steps,
    held: await heldOf(read, order, steps),
    files: files.map((file) => ({
      ...file,
      deliverable: named.find(({ fileId }) => fileId === file.id)?.code ?? null,
    })),
    isOver: isOver(order),
  });
  const mayMake = may(viewer, "order.pack", { organisationIds });
  return {
    deliverables,
    unnamed: files
      .filter(({ id, isOwn, state }) => isOwn && state !== "infected" && !named.some(({ fileId }) => fileId === id))
      .map(({ id, name }) => ({ id, name })),
    packs: packs.map(({ id, madeAt, root, entries }) => ({ id, madeAt, root, count: entries.length })),
    mayName: mayMake && asked.codes.length > 0,
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
