import { saveDispute } from "../../db/repositories/disputes";
import { type DisputeState, escalate, hearingOf } from "../../domain/disputes/dispute";
import { orderFacts } from "../../domain/orders/order-facts";
import { type CommandContext, command } from "../platform/command";
import { type DisputeReceipt, type LoadedDispute, disputeReceiptShape, loadDispute, readDispute } from "./load-dispute";
import { z } from "zod";
import { type Refusal, type Result, accept, refuse } from "../../domain/shared/result";

/** From here on administrators see the dispute, both parties have time for evidence, and a decision follows. */
async function hearDispute(
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

const input = z.strictObject({ disputeId: z.string().min(1).max(64) });

/** A party takes the dispute to the market, once there was time to talk. */
export const escalateDispute = command({
  name: "disputes.escalate-dispute",
  action: "dispute.write",
  input,
  http: {
    method: "POST",
    path: "/disputes/{disputeId}/escalate",
    scope: "orders:write",
    status: 200,
    summary: "Take a dispute to the market, from its fourth day on",
    output: disputeReceiptShape,
    refusals: ["talk_first", "wrong_state", "not_permitted"],
  },
  async run(
    context,
    { disputeId },
  ): Promise<
    Result<DisputeReceipt, Refusal<"not_found" | "not_permitted" | "wrong_state" | "talk_first" | "not_yet">>
  > {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadDispute(tx, actor, disputeId);
    if (!loaded.ok) return loaded;
    const state = escalate(loaded.value.dispute, "party", now);
    if (!state.ok) return state;
    await hearDispute(context, loaded.value, state.value);
    concerns(disputeId);
    return accept({ id: disputeId, orderId: loaded.value.order.id });
  },
});

/** The market's clock takes a dispute up that the parties have not settled in a week. */
export const escalateDueDispute = command({
  name: "disputes.escalate-due-dispute",
  action: "market.tick",
  input: z.strictObject({ disputeId: z.string() }),
  async run(
    context,
    { disputeId },
  ): Promise<Result<{ id: string }, Refusal<"not_found" | "wrong_state" | "talk_first" | "not_yet">>> {
    const found = await readDispute(context.tx, disputeId);
    if (!found) return refuse("not_found");
    const state = escalate(found.dispute, "clock", context.now);
    if (!state.ok) return state;
    await hearDispute(context, found, state.value);
    context.concerns(disputeId);
    return accept({ id: disputeId });
  },
});
