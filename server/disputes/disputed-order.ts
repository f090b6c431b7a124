import type { RefusalCode } from "@/domain/shared/refusal-codes";
import { z } from "zod";
import type { Reader, Writer } from "../../db/database";
import { findDispute, type StoredDispute } from "../../db/repositories/disputes";
import { roundsOfOrder, type StoredRound } from "../../db/repositories/inspections";
import { findMilestones, findOrder, type StoredMilestone, type StoredOrder } from "../../db/repositories/orders";
import { type Actor, may } from "../../domain/access/policy";
import type { OrderAt } from "../../domain/disputes/dispute";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import "server-only";
import { originOfOrder } from "../../db/repositories/order-lists";
import { slotPlatesOf } from "../orders/slots/load-slot";
import { slotsOfOrder } from "../../db/repositories/slots";
import type { DisputedOrder, DisputedStep } from "@/views/disputes";
import type { ShownFile } from "../../domain/files/file";
import { type Agreement, stepDue } from "../../domain/orders/due";
import type { Instant } from "../../domain/shared/time";
import { money } from "../../domain/shared/money";
import { readAgreement } from "../bidding/queries/agreement";
import { filesOn } from "../files/queries";
import { referenceData } from "../hubs/queries/network";
import { readChain } from "../orders/chain/settle-chain";
import { shownDelay } from "../orders/queries/delay";
import { orderBill } from "../orders/queries/order-bill";
import { crossingOf } from "../orders/queries/slots";
import { lockDealOfOrder } from "../../db/repositories/deals";

/** What a command on a dispute answers. */
export const disputeReceiptShape = z.strictObject({ id: idText, orderId: idText });
export type DisputeReceipt = Readonly<z.output<typeof disputeReceiptShape>>;

/** What an ending that is offered, taken or decided may be refused for. */
export const ENDING: readonly RefusalCode[] = [
  "share_not_of_outcome",
  "effect_not_possible",
  "no_visit_left",
  "wrong_state",
  "not_permitted",
];

export type LoadedDispute = {
  readonly dispute: StoredDispute;
  readonly order: StoredOrder & { readonly milestones: readonly StoredMilestone[] };
  /** The visits of an inspection that is kept on site; of every other order none. */
  readonly rounds: readonly StoredRound[];
};

/** The lock of what is said and decided in a dispute: its order's deal. */
export async function lockDealOfDispute(tx: Writer, { disputeId }: { readonly disputeId: string }) {
  const dispute = await findDispute(tx, disputeId);
  if (dispute) await lockDealOfOrder(tx, dispute);
}

/** Where the order is, as far as it says how the dispute can end. */
export const orderAt = ({ order, rounds }: Pick<LoadedDispute, "order" | "rounds">): OrderAt => ({
  line: order.state,
  visits: rounds.length,
});

/** The dispute with its order, whoever asks. */
export async function readDispute(db: Reader, id: string): Promise<LoadedDispute | null> {
  const dispute = await findDispute(db, id);
  if (!dispute) return null;
  const order = await findOrder(db, dispute.orderId);
  assert(order, `order ${dispute.orderId} is there`);
  const rounds = order.service === "inspection" ? await roundsOfOrder(db, order.id) : [];
  return { dispute, order: { ...order, milestones: await findMilestones(db, order) }, rounds };
}

/** The same to a party who may write in it; to everybody else it is not there. */
export async function loadDispute(
  db: Reader,
  actor: Actor,
  id: string,
): Promise<Result<LoadedDispute & { readonly organisationId: string }, Refusal<"not_found" | "not_permitted">>> {
  const found = await readDispute(db, id);
  if (!found || actor.organisationId === null) return refuse("not_found");
  const organisationIds = [found.order.buyerOrganisationId, found.order.providerOrganisationId];
  if (!organisationIds.includes(actor.organisationId)) return refuse("not_found");
  if (!may(actor, "dispute.write", { organisationIds })) return refuse("not_permitted");
  return accept({ ...found, organisationId: actor.organisationId });
}

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
    slotPlates: await slotPlatesOf(read, order),
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
