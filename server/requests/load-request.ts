import type { Reader, Writer } from "../../db/database";
import { lockDeal } from "../../db/repositories/deals";
import { type StoredRequest, findRequest, lockRequest } from "../../db/repositories/requests";
import { type Action, type Actor, may } from "../../domain/access/policy";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { z } from "zod";
import { REQUEST_STATES } from "../../domain/requests/request";
import { SERVICES } from "../../domain/shared/vocabulary";
import { idText } from "../platform/api/endpoint-kinds";

export type LoadRefusal = Refusal<"not_found" | "stale_version">;

/**
 * The buyer's own request, if the actor may do `action` to it; to all others it is not there. Where the caller said which
 * version it saw, a later one is refused.
 */
export async function loadRequest(
  tx: Reader,
  actor: Actor,
  wanted: { readonly requestId: string; readonly version?: number | undefined; readonly action: Action },
): Promise<Result<StoredRequest, LoadRefusal>> {
  const request = await findRequest(tx, wanted.requestId);
  if (!request || !may(actor, wanted.action, request)) return refuse("not_found");
  if (wanted.version !== undefined && wanted.version !== request.version) return refuse("stale_version");
  return accept(request);
}

type Named = { readonly requestId: string };

/** The lock of what is judged by one request alone. */
export const lockNamed = (tx: Writer, { requestId }: Named) => lockRequest(tx, requestId);

/** The lock of what is judged by the deal's other requests too. Always in this order: whoever writes both writes the request first. */
export async function lockWithDeal(tx: Writer, of: Named): Promise<void> {
  const locked = await lockNamed(tx, of);
  if (locked) await lockDeal(tx, locked.dealId);
}

/** Which request, as it was seen. */
export const ofRequest = { requestId: z.string().min(1).max(64), version: z.int().optional() };

/** Read by the kind's own schema once the request says which kind it is; as it was where nothing is said. */
export const specField = z
  .record(z.string(), z.unknown())
  .optional()
  .meta({ description: "The whole spec anew, as its service has it" });

/** How most of what a buyer does with its request is called. */
export const requestHttp = { method: "POST", scope: "requests:write", status: 200 } as const;

/** What a request has become. */
export const stateShape = z.strictObject({ id: idText, state: z.enum(REQUEST_STATES) });

/** A request that has just been asked. */
export const receiptShape = z.strictObject({
  id: idText,
  reference: z.string(),
  service: z.enum(SERVICES),
  state: z.enum(REQUEST_STATES),
});
