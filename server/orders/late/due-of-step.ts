import type { Reader } from "@/db/database";
import { originOfOrder } from "@/db/repositories/order-lists";
import type { StoredMilestone, StoredOrder } from "@/db/repositories/orders";
import { stepDue } from "@/domain/orders/late/read-late";
import type { DueTime } from "@/domain/services/due/agreed";
import { kindOf } from "@/domain/services/registry";
import { readAgreement } from "../../bidding/queries/agreement";
import { world } from "../../hubs/queries/network";
import { readOrders } from "../chain/facts/read-orders";

type Order = StoredOrder & { readonly milestones: readonly StoredMilestone[] };

/** By when a step of an order was to be done, by what its parties promised; null where nobody promised it. */
export async function dueOfStep(db: Reader, order: Order, code: string): Promise<DueTime | null> {
  if (!kindOf(order.service).dueTimes) return null;
  const origin = await originOfOrder(db, order);
  if (!origin) return null;
  const around = { known: await world(db), orders: await readOrders(db, [order.dealId]) };
  return stepDue(order, code, await readAgreement(db, around, { order, origin }));
}
