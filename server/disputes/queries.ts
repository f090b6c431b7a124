import "server-only";
import type { Reader } from "../../db/database";
import {
  disputesOfOrder,
  entriesOf,
  findDispute,
  listEscalated,
  type StoredDispute,
} from "../../db/repositories/disputes";
import { findMilestones, findOrder, type StoredOrder } from "../../db/repositories/orders";
import { namesOf } from "../../db/repositories/parties";
import { type Actor, may } from "../../domain/access/policy";
import { clocksOf, disputedSumOf, dividedCharges, type Ending, open } from "../../domain/disputes/dispute";
import { sharedSum } from "../../domain/orders/dispute-ruling";
import type { Dispute, DisputeEntry, OrderDisputes } from "../../views/disputes";
import { assert } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { money } from "../../domain/shared/money";
import { readWireMoney } from "../../domain/shared/wire-fields";
import { waitingChargeOf } from "../orders/delay/read-delay";
import { ownPriceOf } from "../orders/queries/order-bill";
import { filesOn } from "../files/queries";

type Around = {
  readonly order: StoredOrder;
  readonly shown: Dispute["order"];
  readonly now: Instant;
};

/** The sum that an ending shares. One that was kept says which it was; until then a waiting charge is that as of now. */
async function inDisputeOf(read: Reader, dispute: StoredDispute, { order, shown, now }: Around) {
  const { ending, charge } = dispute;
  if (ending) return sharedSum(ending, shown.price);
  const about = disputedSumOf(dispute, order.service);
  if (charge) return { about, inDispute: readWireMoney(charge) };
  if (about === "price") return { about, inDispute: shown.price };
  if (about === "own_price") return { about, inDispute: await ownPriceOf(read, order) };
  const milestones = await findMilestones(read, order);
  return { about, inDispute: await waitingChargeOf(read, { ...order, milestones }, now) };
}

async function orderOf(read: Reader, order: StoredOrder): Promise<Dispute["order"]> {
  const names = await namesOf(read, [order.buyerOrganisationId, order.providerOrganisationId]);
  const [buyer, provider] = [names.get(order.buyerOrganisationId), names.get(order.providerOrganisationId)];
  assert(buyer && provider, "the parties of an order exist");
  const { reference, title, service } = order;
  return { reference, title, service, price: money(order.contractMinor, order.contractCurrency), buyer, provider };
}

async function entryViews(read: Reader, dispute: StoredDispute, order: StoredOrder): Promise<DisputeEntry[]> {
  const entries = await entriesOf(read, dispute.id);
  return entries.map(({ seq, at, words, fileIds, offer, organisationId }) => ({
    ...{ seq, at, words, fileIds, offer },
    by: organisationId === order.buyerOrganisationId ? "buyer" : "provider",
    isStanding:
      offer !== null &&
      !entries.some((one) => one.seq > seq && one.offer !== null && one.organisationId === organisationId),
  }));
}

const endingOf = ({ outcome, shareBps, effect }: Ending): Ending => ({ outcome, shareBps, effect });

async function viewOf(read: Reader, dispute: StoredDispute, around: Around): Promise<Dispute> {
  const { order, shown } = around;
  const { id, state, code, words, openedAt, escalatesAt, escalatedAt, evidenceEndsAt, decideBy } = dispute;
  return {
    ...{ id, state, code, words, openedAt, escalatesAt, escalatedAt, evidenceEndsAt, decideBy },
    orderId: order.id,
    order: shown,
    mayEscalateAt: clocksOf(openedAt).mayEscalateAt,
    openedBy: dispute.openedByOrganisationId === order.buyerOrganisationId ? "buyer" : "provider",
    earlier: dispute.charge?.earlier ?? null,
    entries: await entryViews(read, dispute, order),
    ...(await inDisputeOf(read, dispute, around)),
    ending:
      dispute.ending && dispute.endedAt !== null
        ? {
            ...endingOf(dispute.ending),
            words: dispute.endingWords ?? "",
            at: dispute.endedAt,
            isAgreed: dispute.decidedByUserId === null,
          }
        : null,
  };
}

/** An order's disputes to its parties; null to everybody else. */
export async function orderDisputes(
  read: Reader,
  viewer: Actor,
  of: { readonly orderId: string; readonly now: Instant },
): Promise<OrderDisputes | null> {
  const order = await findOrder(read, of.orderId);
  if (!order) return null;
  const organisationIds = [order.buyerOrganisationId, order.providerOrganisationId];
  if (!may(viewer, "order.read", { organisationIds })) return null;
  const stored = await disputesOfOrder(read, order.id);
  const shown = await orderOf(read, order);
  const found = await filesOn(read, { kind: "order", id: order.id }, { viewer, now: of.now });
  const files = found.map(({ id, name }) => ({ id, name }));
  const mayWrite = may(viewer, "dispute.write", { organisationIds });
  const disputes: Dispute[] = [];
  for (const dispute of stored) disputes.push(await viewOf(read, dispute, { order, shown, now: of.now }));
  return {
    side: order.buyerOrganisationId === viewer.organisationId ? "buyer" : "provider",
    order: shown,
    mayWrite,
    mayOpen: mayWrite && open(order, stored).ok,
    files,
    disputes,
    dividedCharges: dividedCharges(stored, shown.price),
  };
}

const SHOWN_MAX = 100;

async function escalatedView(read: Reader, dispute: StoredDispute, now: Instant): Promise<Dispute> {
  const order = await findOrder(read, dispute.orderId);
  assert(order, `order ${dispute.orderId} is there`);
  return viewOf(read, dispute, { order, shown: await orderOf(read, order), now });
}

/** What was taken to the market, the latest first; null to all but administrators. */
export async function escalatedDisputes(read: Reader, viewer: Actor, now: Instant): Promise<Dispute[] | null> {
  if (!may(viewer, "disputes.review")) return null;
  const views: Dispute[] = [];
  for (const dispute of await listEscalated(read, SHOWN_MAX)) views.push(await escalatedView(read, dispute, now));
  return views;
}

/** One that was taken to the market, to administrators; null where it was not. */
export async function escalatedDispute(
  read: Reader,
  viewer: Actor,
  { id, now }: { readonly id: string; readonly now: Instant },
): Promise<Dispute | null> {
  if (!may(viewer, "disputes.review")) return null;
  const dispute = await findDispute(read, id);
  if (!dispute || dispute.escalatedAt === null) return null;
  return escalatedView(read, dispute, now);
}
