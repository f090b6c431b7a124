import { type StoredException, endException, openExceptionOf } from "../../../db/repositories/delay";
import { type StoredOrder, saveOrder } from "../../../db/repositories/orders";
import { orderFacts } from "../../../domain/orders/order";
import type { StopReason } from "../../../domain/services/work-reasons";
import type { CommandContext } from "../../platform/command";
import { frozenSince } from "../payment-context";
import { sideOf } from "../slots/load-slot";

type Resumed = { readonly open: StoredException; readonly words: string };

/** Ends what a party has said of a stop; answers the order as it is then. Money that a bank holds keeps it all the same. */
export async function resume<Order extends StoredOrder>(
  { tx, actor, now, publish }: Pick<CommandContext, "tx" | "actor" | "now" | "publish">,
  order: Order,
  { open, words }: Resumed,
): Promise<Order> {
  const by = sideOf(actor, order);
  await endException(tx, open.id, { endedAt: now, endedBy: by, endedByUserId: actor.userId, endWords: words });
  const exceptionSince = await frozenSince({ tx }, order);
  await saveOrder(tx, order, { exceptionSince });
  publish({ type: "order.exception_ended", reason: open.reason, words, by, ...orderFacts(order) });
  return { ...order, exceptionSince, version: order.version + 1 };
}

/** Lets the work of an order go on that was stopped for a reason which is over, by the provider's record of that; nothing where it is stopped for another, or not at all. */
export async function resumeFrom<Order extends StoredOrder>(
  context: Pick<CommandContext, "tx" | "actor" | "now" | "publish">,
  order: Order,
  { reason, words }: { readonly reason: StopReason; readonly words: string },
): Promise<Order> {
  const open = await openExceptionOf(context.tx, order.id);
  return open?.reason === reason ? resume(context, order, { open, words }) : order;
}
