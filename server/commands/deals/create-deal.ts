import { may } from "../../../domain/access/policy";
import { dealSchema } from "../../../domain/deals/deal-schema";
import { accept, type Refusal, type Result, refuse } from "../../../domain/shared/result";
import { command } from "../../platform/command";
import { type DealRefusal, writeDeal } from "../../posting/write-deal";

export type DealReceipt = { readonly id: string; readonly reference: string; readonly hubId: string };

/** Posts a goods movement. For "any" hub the planner takes the best way; a named hub must have one. */
export const createDeal = command({
  name: "deals.create-deal",
  action: "deal.create",
  input: dealSchema,
  async run(context, input): Promise<Result<DealReceipt, DealRefusal | Refusal<"not_permitted">>> {
    if (!may(context.actor, "deal.create")) return refuse("not_permitted");
    const written = await writeDeal(context, input);
    if (!written.ok) return written;
    const { id, reference, hubId } = written.value.deal;
    context.concerns(id);
    return accept({ id, reference, hubId });
  },
});
