import type { Reader } from "@/db/database";
import { keptOfStep } from "@/db/repositories/orders";
import { CLEARANCE_STEP } from "@/domain/services/payment/funds";
import type { NewPayee } from "@/domain/services/payment/new-payee";

/** Whom the buyer of an order had paid after money came back, the oldest first. */
export async function payeesOf(db: Reader, orderId: string): Promise<readonly NewPayee[]> {
  return (await keptOfStep(db, { code: CLEARANCE_STEP, ids: [orderId] })).get(orderId)?.payees ?? [];
}
