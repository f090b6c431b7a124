import { z } from "zod";
import { findMilestones, findOrder } from "@/db/repositories/orders";
import { findSlot, saveSlot } from "@/db/repositories/slots";
import { orderFacts } from "@/domain/orders/order-facts";
import { assert } from "@/domain/shared/assert";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { endsBy, runOut, type SlotState, type StateRefusal } from "@/domain/orders/slots/slot";
import { settleChain } from "../chain/settle-chain";
import { command } from "../../platform/command";

type RunOutRefusal = StateRefusal | Refusal<"not_found" | "not_yet">;

/** The clock ends a slot whose time is over: a truck that did not come has lost it, and waits from then on at somebody's cost. */
export const runOutSlot = command({
  name: "slots.run-out-slot",
  action: "market.tick",
  input: z.strictObject({ slotId: z.string().min(1).max(64) }),
  async run(context, { slotId }): Promise<Result<{ id: string; state: SlotState }, RunOutRefusal>> {
    const { tx, now, publish, concerns } = context;
    const slot = await findSlot(tx, slotId);
    if (!slot) return refuse("not_found");
    const order = await findOrder(tx, slot.orderId);
    assert(order, `slot ${slotId} has its order`);
    const milestones = await findMilestones(tx, order);
    const from = milestones.findIndex(({ code }) => code === "crossed_border");
    const crossedAt = milestones.slice(from).find(({ occurredAt }) => occurredAt !== null)?.occurredAt ?? null;
    const state = runOut(slot, { crossedAt, isOver: order.state === "cancelled" }, now);
    if (!state.ok) return state;
    const ended = state.value === "crossed" ? { crossedAt } : { endedAt: endsBy(slot) };
    await saveSlot(tx, slot, { state: state.value, dueAt: null, ...ended });
    const facts = { ...orderFacts(order), slotId, number: slot.number, by: null };
    if (state.value === "forfeited") publish({ type: "slot.forfeited", ...facts });
    else if (state.value === "crossed") publish({ type: "slot.marked", state: "crossed", ...facts });
    else publish({ type: "slot.cancelled", reason: "", ...facts });
    await settleChain(context, order.dealId);
    concerns(slotId);
    return accept({ id: slotId, state: state.value });
  },
});
