import type { Reader } from "../../db/database";
import { findDispute, type StoredDispute } from "../../db/repositories/disputes";
import { findMilestones, findOrder, type StoredMilestone, type StoredOrder } from "../../db/repositories/orders";
import type { Actor } from "../../domain/access/actor";
import { may } from "../../domain/access/policy";
import { assert } from "../../domain/shared/assert";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";

export type LoadedDispute = {
  readonly dispute: StoredDispute;
  readonly order: StoredOrder & { readonly milestones: readonly StoredMilestone[] };
};

/** The dispute with its order, whoever asks. */
export async function readDispute(db: Reader, id: string): Promise<LoadedDispute | null> {
  const dispute = await findDispute(db, id);
  if (!dispute) return null;
  const order = await findOrder(db, dispute.orderId);
  assert(order, `order ${dispute.orderId} is there`);
  return { dispute, order: { ...order, milestones: await findMilestones(db, order) } };
}

/** The same to a party who may write in it; to everybody else it is not there. */
export async function loadDispute(
  db: Reader,
  actor: Actor,
  id: string,
): Promise<Result<LoadedDispute & { readonly organisationId: string }, Refusal<"not_found" | "not_permitted">>> {
  const found = await readDispute(db, id);
  if (!found || actor.organisationId === null) return refuse("not_found");
  const organisationIds = [found.order.buyerOrganisationId, found.order.providerOrganisationId];
  if (!organisationIds.includes(actor.organisationId)) return refuse("not_found");
  if (!may(actor, "dispute.write", { organisationIds })) return refuse("not_permitted");
  return accept({ ...found, organisationId: actor.organisationId });
}
