import type { Reader } from "../../db/database";
import { photosOfRounds, roundsOfOrder } from "../../db/repositories/inspections";
import { type StoredMilestone, type StoredOrder, findMilestones } from "../../db/repositories/orders";
import { locksOfOrders, remittancesOfOrders } from "../../db/repositories/remittances";
import {
  type Deliverables,
  type HeldDeliverable,
  type RoomsOfOrder,
  heldInPapers,
  heldInRooms,
  heldInSteps,
  missingDeliverables,
} from "../../domain/documents/deliverables";
import { deliverablesOf, versionsOfDeal } from "../../db/repositories/documents";
import { countriesOf } from "../../db/repositories/bidding";
import { declarationsOfOrders } from "../../db/repositories/declarations";
import { filesOfSubject } from "../../db/repositories/files";
import { findRequest } from "../../db/repositories/requests";
import { currentOf } from "../../domain/documents/deal-document";
import { filedInRoom } from "../../domain/documents/readiness";
import { shapeOf } from "../../domain/services/document-kind";
import { kindOf, storedSpec } from "../../domain/services/registry";
import { assert } from "../../domain/shared/assert";

/** What the visits of an inspection order and the locks and sendings of a payment order hold; nothing of other orders. */
export async function roomsOfOrder(
  read: Reader,
  { id, service }: Pick<StoredOrder, "id" | "service">,
): Promise<RoomsOfOrder> {
  const rounds = service === "inspection" ? await roundsOfOrder(read, id) : [];
  const photos = await photosOfRounds(
    read,
    rounds.map((round) => round.id),
  );
  const ids = service === "payment" ? [id] : [];
  return {
    visits: rounds.map((round) => ({
      photoCount: photos.filter(({ roundId }) => roundId === round.id).length,
      hasPosition: round.position !== null,
      hasReport: round.reportFileId !== null,
    })),
    locks: await locksOfOrders(read, ids),
    sendings: (await remittancesOfOrders(read, ids)).flatMap(({ reference }) =>
      reference === null ? [] : [{ reference }],
    ),
  };
}

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
