import { z } from "zod";
import type { Reader } from "../../db/database";
import { findMilestones, findOrder, type StoredMilestone, type StoredOrder } from "../../db/repositories/orders";
import { type Action, type Actor, may } from "../../domain/access/policy";
import { ORDER_STATES } from "../../domain/shared/vocabulary";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";

/** What an order's command answers: the state that it led to, and the version to name in the next one. */
export const orderReceiptShape = z
  .strictObject({ id: idText, state: z.enum(ORDER_STATES), version: z.int() })
  .meta({ id: "OrderReceipt" });
export type OrderReceipt = Readonly<z.output<typeof orderReceiptShape>>;

export type LoadRefusal = Refusal<"not_found" | "not_permitted" | "stale_version">;

type Wanted = { readonly orderId: string; readonly version?: number | undefined };
type Loaded = StoredOrder & { readonly milestones: readonly StoredMilestone[] };

/**
 * The order that a command is about, if the actor may do `action` to it: to strangers it is not there, to the party on the
 * wrong side it is not permitted. Where the caller said which version it saw, a later one is refused.
 */
export async function loadOrder(
  tx: Reader,
  actor: Actor,
  of: Wanted & { readonly action: Action },
): Promise<Result<Loaded, LoadRefusal>> {
  const order = await findOrder(tx, of.orderId);
  if (!order) return refuse("not_found");
  const organisationIds = [order.buyerOrganisationId, order.providerOrganisationId];
  if (!may(actor, of.action, { ...order, organisationIds })) {
    const isParty = actor.organisationId !== null && organisationIds.includes(actor.organisationId);
    return refuse(isParty ? "not_permitted" : "not_found");
  }
  if (of.version !== undefined && of.version !== order.version)
    return refuse("stale_version", { version: order.version });
  return accept({ ...order, milestones: await findMilestones(tx, order) });
}
