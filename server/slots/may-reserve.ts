import type { StoredMilestone, StoredOrder } from "../../db/repositories/orders";
import type { Reader } from "../../db/database";
import { type GateRefusal, passes } from "../../domain/chain/holds";
import type { Result } from "../../domain/shared/result";
import { readChain } from "../chain/read-chain";

/** Whether the gates before a slot are open: papers that are not complete stop the booking itself, not only the news of it. */
export async function mayReserve(
  tx: Reader,
  order: StoredOrder & { readonly milestones: readonly StoredMilestone[] },
): Promise<Result<void, GateRefusal>> {
  return passes(order, "slot_reserved", await readChain(tx, order.dealId));
}
