import { z } from "zod";
import { escalate } from "../../domain/disputes/dispute";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { hearDispute } from "./hear-dispute";
import { readDispute } from "./load-dispute";
import { command } from "../platform/command";

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
