import { z } from "zod";
import { insertAwards, type NewAward } from "../../../db/repositories/award";
import { saveBidState } from "../../../db/repositories/bidding";
import { ratesUpTo } from "../../../db/repositories/exchange-rates";
import type { NewOrder } from "../../../db/repositories/orders";
import { saveRequestState } from "../../../db/repositories/requests";
import { type AwardState, takeEffect } from "../../../domain/award/award";
import type { KeptDiscount, ReachedDiscount } from "../../../domain/award/packages/apply-packages";
import { ALTERNATIVES_MAX } from "../../../domain/bidding/offer/beside/limits";
import { bidFacts } from "../../../domain/bidding/bid-facts";
import { orderFacts } from "../../../domain/orders/order-facts";
import { SERVICES } from "../../../domain/services/service";
import { assert } from "../../../domain/shared/assert";
import { toIso } from "../../../domain/shared/instant";
import { dayOf } from "../../../domain/shared/local-date";
import { CURRENCIES } from "../../../domain/shared/money";
import { accept, type Result } from "../../../domain/shared/result";
import { command, type CommandContext } from "../../platform/command";
import { loseBids } from "../requests/lose-bids";
import { comparisonOf } from "./comparison-of";
import { type Chosen, loadChosen } from "./load-chosen";
import { placeOrders } from "./place-orders";

const id = z.string().min(1).max(64);

const input = z
  .strictObject({
    /** The deal, or one request of it, whose bids these must be. */
    dealId: id.optional(),
    requestId: id.optional(),
    bids: z
      .array(z.strictObject({ bidId: id, alternative: z.int().min(0).max(ALTERNATIVES_MAX).default(0) }))
      .min(1, "choose_one")
      .max(SERVICES.length),
    /** Of the comparison; the first request's own where it is not said. */
    currency: z.enum(CURRENCIES).optional(),
  })
  .refine(({ dealId, requestId }) => (dealId === undefined) !== (requestId === undefined), "malformed");

export type AwardAnswer = {
  readonly award: { readonly id: string; readonly state: AwardState; readonly effectiveAt: string };
  readonly awardIds: readonly string[];
  readonly orders: readonly string[];
};

const keptDiscount = (discount: ReachedDiscount | null): KeptDiscount | null =>
  discount && {
    services: discount.services,
    discountBps: discount.discountBps,
    amountMinor: discount.amount.minor.toString(),
  };

/** The winner's and the losers' states, and what everyone is told of it. */
async function settle(context: CommandContext, { request, bid }: Chosen, order: NewOrder): Promise<void> {
  const { tx, now, publish } = context;
  await saveRequestState(tx, request.id, { state: "awarded", awardedAt: now });
  await saveBidState(tx, bid.id, { state: "won", now });
  publish({ type: "bid.won", orderId: order.id, ...bidFacts(request, bid) });
  await loseBids(context, request, bid.id);
  publish({ type: "order.placed", ...orderFacts(order) });
}

/**
 * Awards chosen bids of one deal, one a request, all together or none: awards, orders, traffic and both sides' states. Package discounts
 * count for what is awarded together, and for nothing awarded before.
 */
export const awardBids = command({
  name: "award.award-bids",
  action: "request.award",
  input,
  async run(context, wanted): Promise<Result<AwardAnswer>> {
    const { tx, actor, now, newId, concerns } = context;
    const loaded = await loadChosen(tx, { actor, wanted, now });
    if (!loaded.ok) return loaded;
    const { deal, chosen } = loaded.value;
    assert(actor.userId, "an award is somebody's decision");
    const effect = takeEffect();
    if (!effect.ok) return effect;
    const day = dayOf(now);
    const rates = await ratesUpTo(tx, day);
    const currency = wanted.currency ?? (chosen[0] as Chosen).request.comparisonCurrency;
    const awards: NewAward[] = [];
    for (const { request, bid, alternative, discount } of chosen) {
      const comparison = await comparisonOf(tx, request.id, { currency, day, rates });
      const decided = { awardedByUserId: actor.userId, awardedAt: now, effectiveAt: now } as const;
      awards.push({
        id: newId(),
        dealId: deal.id,
        requestId: request.id,
        bidId: bid.id,
        alternative,
        packageDiscount: keptDiscount(discount),
        state: effect.value,
        ...decided,
        comparison,
      });
    }
    await insertAwards(tx, awards);
    const placed = await placeOrders(context, {
      deal,
      chosen,
      rates,
      awardIds: new Map(awards.map((one) => [one.bidId, one.id])),
    });
    if (!placed.ok) return placed;
    for (const [position, one] of chosen.entries()) await settle(context, one, placed.value[position] as NewOrder);
    concerns(deal.id);
    const awardIds = awards.map((one) => one.id);
    const award = { id: awardIds[0] as string, state: effect.value, effectiveAt: toIso(now) };
    return accept({ award, awardIds, orders: placed.value.map((order) => order.id) });
  },
});
