import type { Reader } from "../../db/database";
import { findRequest, type StoredRequest } from "../../db/repositories/requests";
import type { Actor } from "../../domain/access/actor";
import { type Action, may } from "../../domain/access/policy";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";

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
