import type { StoredMilestone, StoredOrder } from "@/db/repositories/orders";
import type { Reader } from "@/db/database";
import type { GateRefusal } from "@/domain/orders/chain/holds";
import type { Result } from "@/domain/shared/result";
import { passesGates } from "../chain/passes-gates";

/** Whether the gates before a slot are open: papers that are not complete stop the booking itself, not only the news of it. */
export async function mayReserve(
  tx: Reader,
  order: StoredOrder & { readonly milestones: readonly StoredMilestone[] },
): Promise<Result<void, GateRefusal>> {
  return passesGates(tx, order, "slot_reserved");
}
