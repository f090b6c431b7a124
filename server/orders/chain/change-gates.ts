import { z } from "zod";
import { findChain, insertChain, saveChain } from "@/db/repositories/chains";
import { findDeal } from "@/db/repositories/deals";
import { requestsOfDeal } from "@/db/repositories/requests";
import { may } from "@/domain/access/policy";
import { type GatesRefusal, checkGates, gatesSchema } from "@/domain/orders/chain/check-gates";
import { isInDeal } from "@/domain/requests/fallback";
import { stepsLeftOut } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/service";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { idText } from "../../platform/api/endpoint-kinds";
import { command } from "../../platform/command";

const input = z.strictObject({ dealId: z.string().min(1).max(64), gates: gatesSchema, version: z.int().optional() });

const receiptShape = z.strictObject({ dealId: idText, version: z.int() });
type ChainReceipt = Readonly<z.output<typeof receiptShape>>;

/** The buyer says what waits for what in its deal, until the first award fixes it: bidders have priced what they read. */
export const changeGates = command({
  name: "chain.change-gates",
  action: "chain.change",
  input,
  http: {
    method: "POST",
    path: "/deals/{dealId}/gates",
    scope: "deals:write",
    status: 200,
    summary: "The buyer says what waits for what, until the first award",
    description: "The whole list of gates; those that follow from what is asked for stand where none was ever sent.",
    example: { gates: [{ need: { kind: "inspection" }, holds: { service: "logistics", code: "picked_up" } }] },
    // No answer of the API tells the chain's version before a change.
    screensOnly: ["version"],
    output: receiptShape,
    refusals: [
      "chain_fixed",
      "too_many_gates",
      "gate_doubled",
      "gate_of_own_order",
      "gate_service_missing",
      "gate_step_unknown",
      "gates_in_circle",
      "not_permitted",
    ],
  },
  async run(
    { tx, actor, now, publish, concerns },
    { dealId, gates, version },
  ): Promise<
    Result<ChainReceipt, GatesRefusal | Refusal<"not_found" | "not_permitted" | "chain_fixed" | "stale_version">>
  > {
    const deal = await findDeal(tx, dealId);
    if (!deal || deal.buyerOrganisationId !== actor.organisationId) return refuse("not_found");
    if (!may(actor, "chain.change", deal)) return refuse("not_permitted");
    if (deal.contractedAt !== null) return refuse("chain_fixed");
    const kept = await findChain(tx, dealId);
    const seen = kept?.version ?? 0;
    if (version !== undefined && version !== seen) return refuse("stale_version", { version: seen });
    const requests = (await requestsOfDeal(tx, dealId)).filter(isInDeal);
    const leftOut = (service: Service) =>
      requests
        .filter((request) => request.service === service)
        .flatMap(({ spec }) => stepsLeftOut({ service, spec, isClientKnown: false }));
    const checked = checkGates(
      gates,
      requests.map(({ service }) => service),
      leftOut,
    );
    if (!checked.ok) return checked;
    const by = { updatedAt: now, updatedByUserId: actor.userId };
    if (kept) await saveChain(tx, kept, { gates, isEdited: true, ...by });
    else await insertChain(tx, { dealId, gates, isEdited: true, closed: [], fixedAt: null, ...by, version: 1 });
    const { reference, buyerOrganisationId } = deal;
    publish({ type: "chain.changed", dealId, reference, buyerOrganisationId });
    concerns(dealId);
    return accept({ dealId, version: seen + 1 });
  },
});
