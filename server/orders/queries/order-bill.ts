import "server-only";
import type { Reader } from "@/db/database";
import { disputesOfOrder } from "@/db/repositories/disputes";
import { originOfOrder } from "@/db/repositories/order-lists";
import { findMilestones, ordersOfDeals, type StoredMilestone, type StoredOrder } from "@/db/repositories/orders";
import { contentOfAlternative } from "@/domain/bidding/bid-content";
import { stateCharges } from "@/domain/bidding/bid";
import { hoursForDays, kindOf } from "@/domain/services/registry";
import { type OpenCharge, type Ruling, sharedSum, sharesOf, type SumDue, sumDue } from "@/domain/orders/dispute-ruling";
import type { DealSum, OrderBill, OrderDue } from "@/views/orders";
import type { Instant } from "@/domain/shared/time";
import { type Money, money, sum, sumByCurrency } from "@/domain/shared/money";
import { readWireMoney } from "@/domain/shared/wire-fields";
import { chargesOf, saidCommercialTerms } from "../../bidding/queries/charges";
import { waitingChargeOf } from "../delay/read-delay";
import type { OnTop } from "../kinds/kind-in-order";
import { onTopOf } from "../kinds/registry";
import "server-only";
import { findDeal } from "@/db/repositories/deals";
import { type Actor, may } from "@/domain/access/policy";
import { isOver } from "@/domain/orders/order";
import { SERVICES } from "@/domain/shared/vocabulary";

/** How the disputes about an order have ended, the first first. */
async function rulingsOf(read: Reader, { id, contractMinor, contractCurrency }: StoredOrder): Promise<Ruling[]> {
  const ended = (await disputesOfOrder(read, id)).toReversed();
  return ended.flatMap(({ id: disputeId, ending, endedAt, decidedByUserId, charge }) => {
    if (!ending || endedAt === null) return [];
    const { shareBps } = ending;
    const shared = sharedSum(ending, money(contractMinor, contractCurrency));
    const said = { disputeId, at: endedAt, isAgreed: decidedByUserId === null, shareBps };
    const { earlier } = charge ?? {};
    return { ...said, ...shared, ...sharesOf(shared.inDispute, shareBps), ...(earlier ? { earlier } : {}) };
  });
}

/** The charge of an order that a dispute is about which has not ended; null where none is. A waiting charge is what no ruling has settled of it. */
async function openChargeOf(
  read: Reader,
  { id, service }: StoredOrder,
  openWaiting: Money,
): Promise<OpenCharge | null> {
  const running = (await disputesOfOrder(read, id)).find(({ endedAt }) => endedAt === null);
  if (!running) return null;
  const { id: disputeId, code, charge, openedAt: since } = running;
  if (charge)
    return {
      ...{ disputeId, about: "charge", amount: readWireMoney(charge), since },
      isInTotal: charge.earlier !== undefined,
    };
  const isWaiting = code === "waiting_charge" && service === "logistics" && openWaiting.minor > 0n;
  return isWaiting ? { disputeId, about: "waiting", amount: openWaiting, since, isInTotal: true } : null;
}

type Told = StoredOrder & { readonly milestones: readonly StoredMilestone[] };

type Origin = NonNullable<Awaited<ReturnType<typeof originOfOrder>>>;

const chosenOf = ({ content, alternative }: Origin) => content && contentOfAlternative(content, alternative);

/** What the order comes to as of now. */
async function sumOf(read: Reader, order: Told, { now, ...onTop }: OnTop & { readonly now: Instant }): Promise<SumDue> {
  const { contractMinor, contractCurrency: currency } = order;
  const total = (charges: readonly { readonly amount: Money }[]) =>
    sum(
      charges.map(({ amount }) => amount),
      currency,
    );
  return sumDue({
    contract: money(contractMinor, currency),
    extras: total(onTop.agreedExtras),
    reinspections: total(onTop.visitCharges),
    waiting: await waitingChargeOf(read, order, now),
    taxes: onTop.taxes,
    rulings: await rulingsOf(read, order),
  });
}

/** The service's own price in an order: the contract price without the duty, tax and fees of the state that the bid put in it. */
export async function ownPriceOf(read: Reader, order: StoredOrder): Promise<Money> {
  const origin = await originOfOrder(read, order);
  const chosen = origin ? chosenOf(origin) : null;
  const charges = chosen ? stateCharges(chosen).minor : 0n;
  return money(order.contractMinor - charges, order.contractCurrency);
}

/** What an order comes to as of now, with what was agreed on top, visits, taxes that were paid, waits and rulings. */
export async function sumDueOf(read: Reader, order: Told, now: Instant): Promise<SumDue> {
  const origin = await originOfOrder(read, order);
  return sumOf(read, order, { ...(await onTopOf(read, order, origin ? chosenOf(origin) : null)), now });
}

/** What the bid that won promised and charges, what was agreed on top, and what the order comes to as of now. */
export async function orderBill(
  read: Reader,
  order: Told,
  { origin, now }: { readonly origin: Origin; readonly now: Instant },
): Promise<OrderBill> {
  const chosen = chosenOf(origin);
  const { taxes, ...onTop } = await onTopOf(read, order, chosen);
  const { rulings, ...due } = await sumOf(read, order, { ...onTop, taxes, now });
  const { packageDiscount: discount } = origin;
  const hours = hoursForDays(order.service, chosen?.terms);
  return {
    requestReference: origin.requestReference,
    charges: chosen ? chargesOf(chosen) : [],
    ...saidCommercialTerms(chosen),
    packageDiscount: discount && {
      ...{ services: discount.services, discountBps: discount.discountBps },
      amount: money(BigInt(discount.amountMinor), order.contractCurrency),
    },
    ...onTop,
    ...{ sumDue: due, rulings, openCharge: await openChargeOf(read, order, due.openWaiting) },
    alternative: origin.content?.alternatives?.[origin.alternative - 1]?.title ?? null,
    transitDays: hours === null ? (chosen?.transitDays ?? null) : null,
    promisedHours: kindOf(order.service).promisedHours?.(chosen?.terms ?? {}) ?? null,
  };
}

/**
 * What the orders of the viewer's own deal have come to, each in its currency; null to all but its buyer, while one is under way, and
 * where none was carried out. One that was called off is in it only where a dispute left something to pay.
 */
export async function dealSum(
  read: Reader,
  viewer: Actor,
  { dealId, now }: { readonly dealId: string; readonly now: Instant },
): Promise<DealSum | null> {
  const deal = await findDeal(read, dealId);
  if (!deal || !may(viewer, "deal.read", { organisationIds: [deal.buyerOrganisationId] })) return null;
  const orders = await ordersOfDeals(read, [dealId]);
  if (!orders.every(isOver) || !orders.some(({ state }) => state === "completed")) return null;
  const rows: OrderDue[] = [];
  for (const order of orders) {
    const { id, reference, service, state } = order;
    const { total, rulings } = await sumDueOf(read, { ...order, milestones: await findMilestones(read, order) }, now);
    if (state === "completed" || rulings.length > 0) rows.push({ id, reference, service, due: total });
  }
  return {
    rows: SERVICES.flatMap((service) => rows.filter((row) => row.service === service)),
    totals: sumByCurrency(rows.map(({ due }) => due)),
  };
}
