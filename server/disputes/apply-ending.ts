import { changeRequestsOf, insertChangeRequest, saveDispute } from "../../db/repositories/disputes";
import { removeOrder } from "../../db/repositories/traffic";
import { type OrderChange, reopenMilestone, saveOrder } from "../../db/repositories/orders";
import { type DisputeState, disputedSumOf, type Ending, type KeptEnding } from "../../domain/disputes/dispute";
import { acceptanceAt, acceptanceGoesOn } from "../../domain/orders/acceptance";
import { acceptDelivery, ORDER_LIFECYCLE, type OrderEvent, orderFacts } from "../../domain/orders/order";
import type { LineState } from "../../domain/shared/vocabulary";
import { advance, assert } from "../../domain/shared/result";
import { settleChain } from "../orders/chain/settle-chain";
import { visitAgain } from "../inspections/load-rounds";
import { waitingChargeOf } from "../orders/delay/read-delay";
import { ownPriceOf } from "../orders/queries/order-bill";
import type { CommandContext } from "../platform/command";
import { kindInOrder } from "../orders/kinds/registry";
import type { LoadedDispute } from "./disputed-order";

type Context = Pick<CommandContext, "tx" | "actor" | "now" | "newId" | "publish">;

type Ended = {
  readonly state: DisputeState;
  readonly ending: Ending;
  readonly words: string;
  readonly isAgreed: boolean;
};

/** What the effect changes of the order; that it can happen where the order is was checked with the ending. */
async function changeOf(
  context: Context,
  { order, rounds }: LoadedDispute,
  { ending, words }: Ended,
): Promise<OrderChange> {
  const { tx, actor, now, publish } = context;
  switch (ending.effect) {
    case "goes_on":
      return acceptanceGoesOn(order, now);
    case "accepted": {
      const next = acceptDelivery(order);
      assert(next.ok, "what is delivered can be accepted");
      publish({
        type: "order.accepted",
        state: next.value,
        isAutomatic: false,
        isByRuling: true,
        ...orderFacts(order),
      });
      if (next.value === "completed") publish({ type: "order.completed", ...orderFacts(order) });
      return acceptanceAt(next.value, now);
    }
    case "done_again": {
      const visited = rounds.at(-1);
      if (visited) return visitAgain(context, order, { last: visited, words });
      const delivery = order.milestones.find((milestone) => milestone.isDelivery);
      assert(
        delivery && order.deliveredAt !== null && actor.userId,
        "what is done again was delivered, and somebody says so",
      );
      const round = (await changeRequestsOf(tx, order.id)).length + 1;
      const by = { requestedByUserId: actor.userId, requestedAt: now };
      await insertChangeRequest(tx, { orderId: order.id, round, deliveredAt: order.deliveredAt, words, ...by });
      await reopenMilestone(tx, { orderId: order.id, code: delivery.code });
      await kindInOrder(order).onReopen?.(context, order);
      publish({ type: "order.changes_requested", round, ...orderFacts(order) });
      return { state: "changes_requested", deliveredAt: null, autoAcceptAt: null };
    }
    case "called_off": {
      const next = advance<LineState, OrderEvent>(ORDER_LIFECYCLE, order.state, "call_off");
      assert(next.ok, "an order in dispute is under way");
      await removeOrder(tx, order);
      publish({ type: "order.cancelled", reason: words, ...orderFacts(order) });
      return { state: next.value, cancelledAt: now, cancelReason: words, autoAcceptAt: null };
    }
  }
}

/** The ending with the sum that it shares: a charge that was named when the dispute was opened is that, a waiting charge that comes up later is not settled by it, nor is a tax by the own price of a clearance. */
async function keptOf({ tx, now }: Context, { dispute, order }: LoadedDispute, ending: Ending): Promise<KeptEnding> {
  switch (disputedSumOf(dispute, order.service)) {
    case "price":
      return ending;
    case "own_price":
      return { ...ending, ownMinor: Number((await ownPriceOf(tx, order)).minor) };
    case "waiting":
      return { ...ending, waitingMinor: Number((await waitingChargeOf(tx, order, now)).minor) };
    case "charge":
      assert(dispute.charge, "a dispute about a charge names it");
      return { ...ending, chargeMinor: dispute.charge.minor };
  }
}

/** Ends a dispute and does to its order what was agreed or decided, in one transaction; the order is free of it from then on. */
export async function applyEnding(context: Context, loaded: LoadedDispute, ended: Ended): Promise<void> {
  const { tx, actor, now, publish } = context;
  const { dispute, order } = loaded;
  const kept = await keptOf(context, loaded, ended.ending);
  const change = await changeOf(context, loaded, ended);
  await saveOrder(tx, order, { ...change, disputedSince: null });
  await saveDispute(tx, dispute, {
    state: ended.state,
    ending: kept,
    endingWords: ended.words,
    endedAt: now,
    ...(ended.isAgreed ? {} : { decidedByUserId: actor.userId }),
  });
  const { outcome, effect } = ended.ending;
  publish({
    type: "dispute.ended",
    disputeId: dispute.id,
    outcome,
    effect,
    isAgreed: ended.isAgreed,
    ...orderFacts(order),
  });
  await settleChain(context, order.dealId);
}
