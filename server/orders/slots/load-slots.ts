import type { Reader } from "@/db/database";
import type { StoredMilestone, StoredOrder } from "@/db/repositories/orders";
import { type StoredSlot, slotsOfOrder } from "@/db/repositories/slots";
import type { Actor } from "@/domain/access/actor";
import { bookerOf, type Side } from "@/domain/orders/slots/sides";
import { type CarriageContract, contractOf } from "../contract-of";

/** An order with its slots, and which of its sides asks and which books. */
export type OrderWithSlots = {
  readonly order: StoredOrder & { readonly milestones: readonly StoredMilestone[] };
  readonly slots: readonly StoredSlot[];
  readonly side: Side;
  readonly booker: Side;
  readonly contract: CarriageContract;
};

/** Which side of an order the actor's organisation is; that it is one of them has been asked before. */
export const sideOf = (actor: Pick<Actor, "organisationId">, order: Pick<StoredOrder, "buyerOrganisationId">): Side =>
  actor.organisationId === order.buyerOrganisationId ? "buyer" : "provider";

export async function withSlots(
  tx: Reader,
  actor: Pick<Actor, "organisationId">,
  order: OrderWithSlots["order"],
): Promise<OrderWithSlots> {
  const contract = await contractOf(tx, order);
  const slots = await slotsOfOrder(tx, order.id);
  return { order, slots, contract, side: sideOf(actor, order), booker: bookerOf(contract.bookedBy) };
}
