import type { Reader } from "../../db/database";
import { versionsOfDeal } from "../../db/repositories/deal-documents";
import { countriesOf } from "../../db/repositories/bidding";
import { declarationsOfOrders } from "../../db/repositories/declarations";
import { filesOfSubject } from "../../db/repositories/files";
import { findMilestones, type StoredMilestone, type StoredOrder } from "../../db/repositories/orders";
import { deliverablesOf } from "../../db/repositories/packs";
import { findRequest } from "../../db/repositories/requests";
import { currentOf } from "../../domain/documents/enter";
import { filedInRoom } from "../../domain/documents/filed-declaration";
import { shapeOf } from "../../domain/services/document-kind";
import { type Deliverables, missingDeliverables } from "../../domain/documents/packs/deliverable-rows";
import {
  type HeldDeliverable,
  heldInPapers,
  heldInRooms,
  heldInSteps,
} from "../../domain/documents/packs/held-deliverables";
import { kindOf, storedSpec } from "../../domain/services/registry";
import { assert } from "../../domain/shared/assert";
import { roomsOfOrder } from "./rooms-of-order";

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

/** The numbers of what a clearance has declared, by its declarations and the papers of the deal; none of other orders. */
export async function declaredIn(read: Reader, { id, dealId, service }: StoredOrder): Promise<string[]> {
  if (service !== "customs") return [];
  const papers = currentOf(await versionsOfDeal(read, dealId)).filter(({ kind }) => shapeOf(kind) === "declaration");
  const filed = filedInRoom(await declarationsOfOrders(read, [id]));
  return [...papers, ...filed].map(({ number }) => number);
}

/** What an order's provider hands over and what of it is owed. Of a spec that is read no longer it is not known what the order leaves out: all of its kind is offered, and owed. */
export async function askedOf(
  read: Reader,
  order: StoredOrder,
  named: readonly { readonly code: string }[],
): Promise<Deliverables> {
  const kind = kindOf(order.service);
  const request = await findRequest(read, order.requestId);
  assert(request, `order ${order.id} has its request`);
  const spec = storedSpec(kind, request.spec);
  const isNamed = (code: string) => named.some((one) => one.code === code);
  const { mode } = order;
  const { destination: destinationCountry } = await countriesOf(read, order);
  const codes = (kind.deliverables ?? []).filter(
    (code) => isNamed(code) || spec === null || (kind.offers?.(code, { spec, mode, destinationCountry }) ?? true),
  );
  const owed = (spec === null ? undefined : kind.owed?.(spec)) ?? codes;
  return { codes, steps: kind.deliverableSteps ?? {}, owed: order.state === "cancelled" ? [] : owed };
}

/** What an order owes and has not handed over yet, by any file, paper of the deal or number. */
export async function notHandedOver(read: Reader, order: StoredOrder): Promise<string[]> {
  const named = await deliverablesOf(read, order.id);
  const files = await filesOfSubject(read, { kind: "order", id: order.id });
  const steps = await findMilestones(read, order);
  return missingDeliverables(await askedOf(read, order, named), {
    steps,
    held: await heldOf(read, order, steps),
    files: files
      .filter(({ state }) => state !== "infected")
      .map(({ id, milestoneCode }) => ({
        ...{ id, name: "", isOwn: true, mayRead: true, milestoneCode },
        deliverable: named.find(({ fileId }) => fileId === id)?.code ?? null,
      })),
  });
}
