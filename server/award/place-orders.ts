import { addOrders } from "../../db/repositories/traffic";
import { markContracted } from "../../db/repositories/deals";
import { hasReference, insertOrders, isClientKnown, type NewOrder } from "../../db/repositories/orders";
import { BASE_CURRENCY, convert, type ExchangeRate, type RateRefusal } from "../../domain/shared/exchange-rate";
import { stepsLeftOut } from "../../domain/services/registry";
import { accept, assert, type Result } from "../../domain/shared/result";
import { dayOf, monthOf } from "../../domain/shared/time";
import { fixChain } from "../orders/chain/fix-chain";
import { settleChain } from "../orders/chain/settle-chain";
import type { CommandContext } from "../platform/command";
import { freshReference } from "../deals/write-deal";
import { referenceData } from "../hubs/queries/network";
import type { Chosen, ChosenDeal } from "./award-chosen";

type Placing = ChosenDeal & {
  readonly awardIds: ReadonlyMap<string, string>;
  readonly rates: readonly ExchangeRate[];
};

async function orderOf(context: CommandContext, placing: Placing, one: Chosen): Promise<Result<NewOrder, RateRefusal>> {
  const { tx, now } = context;
  const { deal, awardIds, rates } = placing;
  const { request, bid, price, passThrough, margin } = one;
  const day = dayOf(now);
  const inBase = convert(price, BASE_CURRENCY, rates, day);
  if (!inBase.ok) return inBase;
  const passed = convert(passThrough, BASE_CURRENCY, rates, day);
  if (!passed.ok) return passed;
  const exchanged = convert(margin, BASE_CURRENCY, rates, day);
  if (!exchanged.ok) return exchanged;
  const hub = (await referenceData(tx)).hubs.get(deal.hubId);
  assert(hub, `deal ${deal.id} goes through a known hub`);
  return accept({
    id: context.newId(),
    reference: await freshReference(
      () => context.newReference("KO"),
      (reference) => hasReference(tx, reference),
    ),
    dealId: deal.id,
    requestId: request.id,
    awardId: awardIds.get(bid.id) as string,
    bidId: bid.id,
    buyerOrganisationId: request.buyerOrganisationId,
    providerOrganisationId: bid.providerOrganisationId,
    service: request.service,
    state: "placed",
    title: deal.title,
    hubId: deal.hubId,
    isBorderHub: hub.isBorderHub,
    corridor: deal.corridor,
    originId: deal.originId,
    destinationId: deal.destinationId,
    mode: deal.mode,
    contractMinor: price.minor,
    contractCurrency: price.currency,
    contractCnyMinor: inBase.value.amount.minor,
    passThroughCnyMinor: passed.value.amount.minor,
    marginCnyMinor: exchanged.value.amount.minor,
    grossWeightGrams: deal.cargo.reduce((all, line) => all + line.grossWeightGrams, 0),
    contractedAt: now,
    contractedMonth: monthOf(day),
    autoAcceptAt: null,
    version: 1,
  });
}

/**
 * Makes the orders of awards that have taken effect: contract price as bid, less what a package takes off, and in CNY at the day's rate, without which nothing
 * happens; apart in it what the provider only passes through.
 */
export async function placeOrders(context: CommandContext, placing: Placing): Promise<Result<NewOrder[], RateRefusal>> {
  const { tx, now } = context;
  const orders: NewOrder[] = [];
  const leftOut = new Map<string, readonly string[]>();
  for (const one of placing.chosen) {
    const order = await orderOf(context, placing, one);
    if (!order.ok) return order;
    orders.push(order.value);
    const { service, spec } = one.request;
    const isKnown = await isClientKnown(tx, order.value, now);
    leftOut.set(order.value.id, stepsLeftOut({ service, spec, isClientKnown: isKnown }));
  }
  await insertOrders(tx, orders, leftOut);
  const { id, mode } = placing.deal;
  const gates = await fixChain(context, { id, mode, isBorderHub: (orders[0] as NewOrder).isBorderHub });
  if (gates.length > 0) await settleChain(context, id);
  return accept(orders);
}

/**
 * Counts placed orders in their hub's traffic, and the deal with its first ones. All that is ordered through a hub in a month counts on one row:
 * last in its transaction, so that it keeps others waiting for as short a time as can be.
 */
export async function countTraffic({ tx, now }: CommandContext, orders: readonly NewOrder[]): Promise<void> {
  const [first] = orders;
  const isFirst = first !== undefined && (await markContracted(tx, first.dealId, now));
  await addOrders(tx, orders, isFirst ? first : null);
}
