import type { Reader } from "../../db/database";
import { findVisibleRequest, isInvited, type StoredRequest } from "../../db/repositories/requests";
import type { Actor } from "../../domain/access/actor";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";

type Loaded = { readonly request: StoredRequest; readonly isInvited: boolean };

/** The request as a bidder may know it: what is not published, or for others, is not there. */
export async function loadRequest(
  tx: Reader,
  actor: Actor,
  requestId: string,
): Promise<Result<Loaded, Refusal<"not_found">>> {
  const request = await findVisibleRequest(tx, actor, requestId);
  if (!request) return refuse("not_found");
  const organisationId = actor.organisationId ?? "";
  const isAsked = request.visibility === "invited" && (await isInvited(tx, { requestId, organisationId }));
  return accept({ request, isInvited: isAsked });
}
