import { z } from "zod";
import { insertAwards, type NewAward } from "../../../db/repositories/award";
import { bidsOfRequest, saveBidState } from "../../../db/repositories/bidding";
import { ratesUpTo } from "../../../db/repositories/exchange-rates";
import type { NewOrder } from "../../../db/repositories/orders";
import { saveRequestState } from "../../../db/repositories/requests";
import { type AwardState, takeEffect } from "../../../domain/award/award";
import { bidFacts } from "../../../domain/bidding/bid-facts";
import type { StatedReason } from "../../../domain/decide/debrief";
import { STATED_LOSS_CODES } from "../../../domain/decide/reasons";
import { optionalWords } from "../../../domain/decide/words-schema";
import { orderFacts } from "../../../domain/orders/order-facts";
import { SERVICES } from "../../../domain/services/service";
import { assert } from "../../../domain/shared/assert";
import { toIso } from "../../../domain/shared/instant";
import { dayOf } from "../../../domain/shared/local-date";
import { CURRENCIES } from "../../../domain/shared/money";
import { accept, type Result, refuse } from "../../../domain/shared/result";
import { command, type CommandContext } from "../../platform/command";
import { debriefLosers } from "../decide/debrief-losers";
import { endCures } from "../decide/end-cures";
import { loseBids } from "../requests/lose-bids";
import { comparisonOf } from "./comparison-of";
import { type Chosen, loadChosen } from "./load-chosen";
import { placeOrders } from "./place-orders";

const id = z.string().min(1).max(64);

export const AWARD_REASONS_MAX = 200;

const input = z
  .strictObject({
    /** The deal, or one request of it, whose bids these must be. */
    dealId: id.optional(),
    requestId: id.optional(),
    bids: z
      .array(z.strictObject({ bidId: id }))
      .min(1, "choose_one")
      .max(SERVICES.length),
    /** Why others were not chosen, where the buyer says so. */
    reasons: z
      .array(z.strictObject({ bidId: id, code: z.enum(STATED_LOSS_CODES), words: optionalWords }))
      .max(AWARD_REASONS_MAX)
      .default([]),
    /** Of the comparison; the first request's own where it is not said. */
    currency: z.enum(CURRENCIES).optional(),
  })
  .refine(({ dealId, requestId }) => (dealId === undefined) !== (requestId === undefined), "malformed");

export type AwardAnswer = {
  readonly award: { readonly id: string; readonly state: AwardState; readonly effectiveAt: string };
  readonly awardIds: readonly string[];
  readonly orders: readonly string[];
};

/** The winner's and the losers' states, and what everyone is told of it. */
async function settle(
  context: CommandContext,
  { request, bid }: Chosen,
  { order, reasons }: { readonly order: NewOrder; readonly reasons: readonly StatedReason[] },
): Promise<void> {
  const { tx, now, publish } = context;
  await saveRequestState(tx, request.id, { state: "awarded", awardedAt: now });
  await endCures(context, request);
  await debriefLosers(context, request, { kind: "awarded", winnerId: bid.id, reasons });
  await saveBidState(tx, bid.id, { state: "won", now });
  publish({ type: "bid.won", orderId: order.id, ...bidFacts(request, bid) });
  await loseBids(context, request, bid.id);
  publish({ type: "order.placed", ...orderFacts(order) });
}

/** A reason for a bid that loses nothing with this award: a winner's, or on another request. */
async function misplacedReason(
  tx: CommandContext["tx"],
  chosen: readonly Chosen[],
  reasons: readonly StatedReason[],
): Promise<StatedReason | undefined> {
  if (reasons.length === 0) return undefined;
  const losers = new Set<string>();
  for (const { request, bid } of chosen)
    for (const other of await bidsOfRequest(tx, request.id)) if (other.id !== bid.id) losers.add(other.id);
  return reasons.find(({ bidId }) => !losers.has(bidId));
}

/** Awards chosen bids of one deal, one a request, all together or none: awards, orders, traffic and both sides' states. */
export const awardBids = command({
  name: "award.award-bids",
  action: "request.award",
  input,
  async run(context, wanted): Promise<Result<AwardAnswer>> {
    const { tx, actor, now, newId, concerns } = context;
    const loaded = await loadChosen(tx, { actor, wanted, now });
    if (!loaded.ok) return loaded;
    const { deal, chosen } = loaded.value;
    const { reasons } = wanted;
    const misplaced = await misplacedReason(tx, chosen, reasons);
    if (misplaced) return refuse("reason_misplaced", { bidId: misplaced.bidId });
    assert(actor.userId, "an award is somebody's decision");
    const effect = takeEffect();
    if (!effect.ok) return effect;
    const day = dayOf(now);
    const rates = await ratesUpTo(tx, day);
    const currency = wanted.currency ?? (chosen[0] as Chosen).request.comparisonCurrency;
    const awards: NewAward[] = [];
    for (const { request, bid } of chosen) {
      const comparison = await comparisonOf(tx, request.id, { currency, day, rates });
      const decided = { awardedByUserId: actor.userId, awardedAt: now, effectiveAt: now } as const;
      awards.push({
        id: newId(),
        dealId: deal.id,
        requestId: request.id,
        bidId: bid.id,
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
    for (const [position, one] of chosen.entries())
      await settle(context, one, { order: placed.value[position] as NewOrder, reasons });
    concerns(deal.id);
    const awardIds = awards.map((one) => one.id);
    const award = { id: awardIds[0] as string, state: effect.value, effectiveAt: toIso(now) };
    return accept({ award, awardIds, orders: placed.value.map((order) => order.id) });
  },
});
