import { z } from "zod";
import { dealSchema, readDealSoFar } from "../../domain/deals/deal-schema";
import { may } from "../../domain/access/policy";
import { type Refusal, type Result, accept, refuse } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { planningReferenceData } from "../hubs/read-board";
import { command } from "../platform/command";
import { DEAL_BODY } from "./examples";
import { type DealRefusal, examineDeal } from "./examine-deal";
import { writeDeal } from "./write-deal";

const receiptShape = z.strictObject({ id: idText, reference: z.string(), hubId: z.string() });

type DealReceipt = z.infer<typeof receiptShape>;

/** Posts a goods movement. For "any" hub the planner takes the best way; a named hub must have one. */
export const createDeal = command({
  name: "deals.create-deal",
  action: "deal.create",
  input: dealSchema,
  http: {
    method: "POST",
    path: "/deals",
    scope: "deals:write",
    status: 201,
    summary: "Post a goods movement",
    description: "For the hub `any` the planner takes the best way.",
    example: DEAL_BODY,
    output: receiptShape,
    refusals: ["place_unknown", "hub_unknown", "no_way", "way_not_abroad", "deal_invalid"],
  },
  async refusedSoFar({ read, now }, input) {
    return examineDeal(readDealSoFar(input), { referenceData: await planningReferenceData(read, now), now }).refusals;
  },
  async run(context, input): Promise<Result<DealReceipt, DealRefusal | Refusal<"not_permitted">>> {
    if (!may(context.actor, "deal.create")) return refuse("not_permitted");
    const written = await writeDeal(context, input);
    if (!written.ok) return written;
    const { id, reference, hubId } = written.value.deal;
    context.concerns(id);
    return accept({ id, reference, hubId });
  },
});
