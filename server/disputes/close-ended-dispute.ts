import { z } from "zod";
import { saveDispute } from "../../db/repositories/disputes";
import { DISPUTE_LIFECYCLE, type DisputeEvent, type DisputeState } from "../../domain/disputes/dispute";
import { accept, advance, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { readDispute, lockDealOfDispute } from "./disputed-order";
import { command } from "../platform/command";

/** The market's clock closes a dispute that has ended, once its order has come to its end too. */
export const closeEndedDispute = command({
  name: "disputes.close-ended-dispute",
  action: "market.tick",
  input: z.strictObject({ disputeId: z.string() }),
  lock: lockDealOfDispute,
  async run(
    { tx, now, concerns },
    { disputeId },
  ): Promise<Result<{ id: string }, Refusal<"not_found" | "wrong_state" | "not_yet">>> {
    const found = await readDispute(tx, disputeId);
    if (!found) return refuse("not_found");
    const { dispute, order } = found;
    if (order.state !== "completed" && order.state !== "cancelled") return refuse("not_yet");
    const state = advance<DisputeState, DisputeEvent>(DISPUTE_LIFECYCLE, dispute.state, "close");
    if (!state.ok) return state;
    await saveDispute(tx, dispute, { state: state.value, closedAt: now });
    concerns(disputeId);
    return accept({ id: disputeId });
  },
});
