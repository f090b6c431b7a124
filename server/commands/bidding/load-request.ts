import type { Reader } from "../../../db/database";
import { findRequest, isInvited, type StoredRequest } from "../../../db/repositories/requests";
import type { Actor } from "../../../domain/access/actor";
import { isPublic } from "../../../domain/requests/request";
import { accept, type Refusal, type Result, refuse } from "../../../domain/shared/result";

type Loaded = { readonly request: StoredRequest; readonly isInvited: boolean };

/** The request as a bidder may know it: what is not published, or for others, is not there. */
export async function loadRequest(
  tx: Reader,
  actor: Actor,
  requestId: string,
): Promise<Result<Loaded, Refusal<"not_found">>> {
  const request = await findRequest(tx, requestId);
  const organisationId = actor.organisationId ?? "";
  if (!request) return refuse("not_found");
  if (request.buyerOrganisationId === organisationId) return accept({ request, isInvited: false });
  if (request.state === "draft" || request.state === "in_review") return refuse("not_found");
  const isAsked = request.visibility === "invited" && (await isInvited(tx, { requestId, organisationId }));
  return isPublic(request) || isAsked ? accept({ request, isInvited: isAsked }) : refuse("not_found");
}
