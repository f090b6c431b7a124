import "server-only";
import type { Reader } from "../../db/database";
import { findDispute } from "../../db/repositories/disputes";
import { roundsOfOrder } from "../../db/repositories/inspections";
import { originOfOrder } from "../../db/repositories/order-lists";
import { findMilestones, findOrder, type StoredMilestone, type StoredOrder } from "../../db/repositories/orders";
import { slotsOfOrder } from "../../db/repositories/slots";
import type { Actor } from "../../domain/access/actor";
import { may } from "../../domain/access/policy";
import type { DisputedOrder, DisputedStep } from "@/views/disputes";
import type { ShownFile } from "../../domain/files/file";
import type { Agreement } from "../../domain/orders/due";
import { stepDue } from "../../domain/orders/late-step";
import { platesOfSlots } from "../../domain/orders/slots/slot";
import { assert } from "../../domain/shared/assert";
import type { Instant } from "../../domain/shared/instant";
import { money } from "../../domain/shared/money";
import { readAgreement } from "../bidding/queries/agreement";
import { filesOn } from "../files/queries";
import { referenceData } from "../hubs/queries/network";
import { readChain } from "../orders/chain/read-chain";
import { shownDelay } from "../orders/queries/delay";
import { orderBill } from "../orders/queries/order-bill";
import { crossingOf } from "../orders/queries/slots";

type Told = StoredOrder & { readonly milestones: readonly StoredMilestone[] };

/** The steps with what each was due by: of a late one that was reported, as it was then. */
const stepsOf = (order: Told, agreement: Agreement): DisputedStep[] =>
  order.milestones.map(({ code, occurredAt, reportedAt, note, evidence }) => {
    const due = stepDue(order, code, agreement);
    return {
      ...{ code, occurredAt, reportedAt, evidence, note: note ?? "" },
      dueAt: evidence?.late?.dueAt ?? due?.at ?? null,
      late: evidence?.late ?? null,
    };
  });

/** What both parties have put to the order and to its visits, as far as the viewer may know of it. */
async function filesOf(
  read: Reader,
  order: StoredOrder,
  asked: { readonly viewer: Actor; readonly now: Instant },
): Promise<ShownFile[]> {
  const files = await filesOn(read, { kind: "order", id: order.id }, asked);
  const rounds = order.service === "inspection" ? await roundsOfOrder(read, order.id) : [];
  for (const { id } of rounds) files.push(...(await filesOn(read, { kind: "inspection", id }, asked)));
  return files;
}

/**
 * What administrators decide a dispute by that was taken to the market: what its order promised and charges, its steps, waits, slots and
 * files. Null to all others, and where it was not taken there. What others bid is not in it.
 */
export async function disputedOrder(
  read: Reader,
  viewer: Actor,
  { id, now }: { readonly id: string; readonly now: Instant },
): Promise<DisputedOrder | null> {
  if (!may(viewer, "disputes.review")) return null;
  const dispute = await findDispute(read, id);
  const order = dispute && dispute.escalatedAt !== null ? await findOrder(read, dispute.orderId) : undefined;
  if (!order) return null;
  const told = { ...order, milestones: await findMilestones(read, order) };
  const origin = await originOfOrder(read, order);
  assert(origin, "an order has a deal, a request and a bid");
  const known = await referenceData(read);
  const chain = await readChain(read, order.dealId);
  const agreement = await readAgreement(read, { known, chain }, { order, origin });
  const isHaul = order.service === "logistics";
  const { waits, segments } = isHaul ? await shownDelay(read, order, now) : { waits: [], segments: [] };
  const slots = isHaul ? await slotsOfOrder(read, order.id) : [];
  return {
    ...(await orderBill(read, told, { origin, now })),
    ...{ id: order.id, service: order.service, mode: order.mode, line: order.state, contractedAt: order.contractedAt },
    price: money(order.contractMinor, order.contractCurrency),
    grossWeightGrams: order.grossWeightGrams,
    slotPlates: platesOfSlots(slots),
    steps: stepsOf(told, agreement),
    waits,
    segments: segments.map(({ id: segmentId, place, reason, from, to, by, at, words, ...rest }) => ({
      ...{ id: segmentId, place, reason, from, to, by, at, words },
      ...{ withdrawnAt: rest.withdrawnAt, objectedAt: rest.objectedAt, objection: rest.objection },
    })),
    slots: slots.map(({ number, placeId, window, state, tractorPlate, replacesId, atFault, faultWords, endWords }) => ({
      ...{ number, state, tractorPlate, crossing: crossingOf(known, placeId) },
      ...{ windowFrom: window.from, windowTo: window.to },
      replaces: slots.find(({ id: other }) => other === replacesId)?.number ?? null,
      ...{ atFault, faultWords, endWords },
    })),
    files: await filesOf(read, order, { viewer, now }),
  };
}
