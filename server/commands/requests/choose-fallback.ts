import { z } from "zod";
import { saveFallback } from "../../../db/repositories/requests";
import { chooseFallback, type Fallback } from "../../../domain/requests/fallback/fallback";
import { accept, type Refusal, type Result } from "../../../domain/shared/result";
import { readChain } from "../../chain/read-chain";
import { settleChain } from "../../chain/settle-chain";
import { dealFacts, waitingFor } from "../../chain/tell-waiting";
import { command } from "../../platform/command";
import { type LoadRefusal, loadRequest } from "./load-request";

/** Asking again is a request of its own, with a command of its own. */
export const CHOICES = ["do_it_ourselves", "drop"] as const;

const input = z.strictObject({
  requestId: z.string().min(1).max(64),
  version: z.int().optional(),
  choice: z.enum(CHOICES, "required"),
});

export type FallbackReceipt = { readonly requestId: string; readonly dealId: string; readonly fallback: Fallback };

/**
 * The buyer says how its deal goes on where nobody was chosen for a service: it does it itself, so that the gates which wait for it open
 * by its own word, or it drops it, and those gates are no more. Who waits for them is told.
 */
export const chooseFallbackOf = command({
  name: "requests.choose-fallback",
  action: "request.decide",
  input,
  async run(
    context,
    { requestId, version, choice },
  ): Promise<Result<FallbackReceipt, LoadRefusal | Refusal<"wrong_state">>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadRequest(tx, actor, { requestId, version, action: "request.decide" });
    if (!loaded.ok) return loaded;
    const request = loaded.value;
    const chosen = chooseFallback(request, choice);
    if (!chosen.ok) return chosen;
    const { dealId, service } = request;
    // By the gates as they stand before: those of a service that is dropped are not found any more.
    const providerOrganisationIds = waitingFor(await readChain(tx, dealId), service);
    const fallback = chosen.value;
    await saveFallback(tx, request, { fallback, fallbackAt: now, fallbackByUserId: actor.userId });
    const told = { ...(await dealFacts(context, dealId)), service, fallback, providerOrganisationIds };
    publish({ type: "chain.fallback_chosen", ...told });
    await settleChain(context, dealId);
    concerns(requestId);
    return accept({ requestId, dealId, fallback });
  },
});
