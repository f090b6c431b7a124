import { z } from "zod";
import { saveFallback } from "../../db/repositories/requests";
import { chooseFallback, type Fallback, FALLBACKS } from "../../domain/requests/request";
import { accept, type Refusal, type Result } from "../../domain/shared/result";
import { dealFacts, readChain, settleChain, waitingFor } from "../orders/chain/settle-chain";
import { idText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";
import { type LoadRefusal, loadRequest, ofRequest, requestHttp, lockWithDeal } from "./load-request";

/** Asking again is a request of its own, with a command of its own. */
const CHOICES = ["do_it_ourselves", "drop"] as const;

const input = z.strictObject({
  ...ofRequest,
  choice: z.enum(CHOICES, "required"),
});

type FallbackReceipt = { readonly id: string; readonly dealId: string; readonly fallback: Fallback };

/**
 * The buyer says how its deal goes on where nobody was chosen for a service: it does it itself, so that the gates which wait for it open
 * by its own word, or it drops it, and those gates are no more. Who waits for them is told.
 */
export const chooseFallbackOf = command({
  name: "requests.choose-fallback",
  action: "request.decide",
  input,
  http: {
    ...requestHttp,
    path: "/requests/{requestId}/fallback",
    scope: "awards:write",
    summary: "Nobody was chosen: the buyer does the service itself, or drops it",
    description:
      "Of a request without bids, with all bids rejected, or not decided in time. Gates that wait for what the buyer does itself open by its own statements; those of a service that is dropped are no more. May be changed until the service is asked for again.",
    example: { choice: "do_it_ourselves" },
    output: z.strictObject({ id: idText, dealId: idText, fallback: z.enum(FALLBACKS) }),
    refusals: ["wrong_state"],
  },
  lock: lockWithDeal,
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
    return accept({ id: requestId, dealId, fallback });
  },
});
