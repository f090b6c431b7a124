import { z } from "zod";
import { confirmLock as saveConfirmation, locksOfOrders } from "../../db/repositories/remittances";
import { orderFacts } from "../../domain/orders/order-facts";
import { isLive, isUnconfirmed } from "../../domain/remittance/rate-lock";
import { toIso } from "../../domain/shared/instant";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { idText, timeText } from "../platform/api/fields";
import { command } from "../platform/command";
import { retellLock } from "../orders/payment-step";
import { type LoadRefusal, loadOrder } from "../orders/load-order";

const input = z.strictObject({ orderId: z.string().min(1).max(64), lockId: z.string().min(1).max(64) });

type Confirmed = { readonly id: string; readonly orderId: string; readonly confirmedAt: string };

/** The buyer takes a rate that is worse than the contract's, while it holds. */
export const confirmLock = command({
  name: "remittance.confirm-lock",
  action: "payment.confirm",
  input,
  http: {
    method: "POST",
    operation: "confirmRateLock",
    path: "/orders/{orderId}/rate-locks/{lockId}/confirm",
    scope: "orders:write",
    status: 200,
    summary: "The buyer takes a rate that is worse than the contract's, while it holds",
    output: z.strictObject({ id: idText, orderId: idText, confirmedAt: timeText }),
    refusals: ["not_permitted", "nothing_to_confirm", "lock_expired"],
  },
  async run(
    context,
    { orderId, lockId },
  ): Promise<Result<Confirmed, LoadRefusal | Refusal<"not_found" | "nothing_to_confirm" | "lock_expired">>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, action: "payment.confirm" });
    if (!loaded.ok) return loaded;
    const lock = (await locksOfOrders(tx, [orderId])).find(({ id }) => id === lockId);
    if (!lock) return refuse("not_found");
    if (!isUnconfirmed(lock)) return refuse("nothing_to_confirm");
    if (!isLive(lock, now)) return refuse("lock_expired", { expiredAt: toIso(lock.expiresAt) });
    await saveConfirmation(tx, lockId, { confirmedAt: now, confirmedByUserId: actor.userId });
    await retellLock(context, loaded.value, lock.lockedAt);
    publish({ type: "payment.lock_confirmed", lockId, number: lock.number, ...orderFacts(loaded.value) });
    concerns(orderId);
    return accept({ id: lockId, orderId, confirmedAt: toIso(now) });
  },
});
