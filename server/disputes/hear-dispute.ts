import { saveDispute } from "../../db/repositories/disputes";
import { type DisputeState, hearingOf } from "../../domain/disputes/dispute";
import { orderFacts } from "../../domain/orders/order-facts";
import type { CommandContext } from "../platform/command";
import type { LoadedDispute } from "./load-dispute";

/** From here on administrators see the dispute, both parties have time for evidence, and a decision follows. */
export async function hearDispute(
  { tx, actor, now, publish }: Pick<CommandContext, "tx" | "actor" | "now" | "publish">,
  { dispute, order }: LoadedDispute,
  state: DisputeState,
): Promise<void> {
  const times = hearingOf(now);
  await saveDispute(tx, dispute, { state, escalatedAt: now, escalatedByUserId: actor.userId, ...times });
  publish({
    type: "dispute.escalated",
    ...{ disputeId: dispute.id, decideBy: times.decideBy, isAutomatic: actor.userId === null },
    ...orderFacts(order),
  });
}
