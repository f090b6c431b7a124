import { z } from "zod";
import { appendRemittanceEntry, remittancesOfOrders, saveRemittance } from "../../db/repositories/remittances";
import { orderFacts } from "../../domain/orders/order-facts";
import { type CostBearer, takeCost, type TakeCostRefusal } from "../../domain/remittance/return-cost";
import { RETURN_COST_BEARERS } from "../../domain/services/payment/choices";
import { wholeNumber } from "../../domain/shared/wire-fields";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";
import { type LoadRefusal, loadOrder } from "../orders/load-order";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  attempt: wholeNumber().min(1).meta({ description: "The sending that came back" }),
});

type Borne = { readonly id: string; readonly orderId: string; readonly attempt: number; readonly borneBy: CostBearer };

/** A party takes on itself what a return has cost, where the bid does not say who bears it. At any time: also once the order is over. */
export const bearReturnCost = command({
  name: "remittance.bear-return-cost",
  action: "return_cost.bear",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/sendings/bear-cost",
    scope: "orders:write",
    status: 200,
    summary: "Your organisation takes on itself what a return has cost, where the bid does not say who bears it",
    example: { attempt: 1 },
    output: z
      .strictObject({ id: idText, orderId: idText, attempt: z.int(), borneBy: z.enum(RETURN_COST_BEARERS) })
      .meta({ id: "BorneReturnCost" }),
    refusals: ["not_permitted", "no_open_cost"],
  },
  async run(
    { tx, actor, now, publish, concerns },
    { orderId, attempt },
  ): Promise<Result<Borne, LoadRefusal | Refusal<"not_found"> | TakeCostRefusal>> {
    const loaded = await loadOrder(tx, actor, { orderId, action: "return_cost.bear" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const sending = (await remittancesOfOrders(tx, [orderId])).find((one) => one.attempt === attempt);
    if (!sending) return refuse("not_found");
    const side = order.buyerOrganisationId === actor.organisationId ? "buyer" : "provider";
    const borne = takeCost(sending.costBasis, side);
    if (!borne.ok) return borne;
    const { borneBy, basis } = borne.value;
    await saveRemittance(tx, sending, { costBorneBy: borneBy, costBasis: basis });
    await appendRemittanceEntry(tx, {
      ...{ remittanceId: sending.id, event: "bear", occurredAt: now, recordedAt: now, byUserId: actor.userId },
      ...{ reason: null, words: "", fileIds: [] },
    });
    publish({ type: "payment.cost_borne", remittanceId: sending.id, attempt, borneBy, ...orderFacts(order) });
    concerns(orderId);
    return accept({ id: sending.id, orderId, attempt, borneBy });
  },
});
