import { lastRemittance, type StoredRemittance } from "../../../db/repositories/remittances";
import type { StoredOrder } from "../../../db/repositories/orders";
import type { Instant } from "../../../domain/shared/instant";
import { accept, type Refusal, type Result, refuse } from "../../../domain/shared/result";
import type { CommandContext } from "../../platform/command";

/** The sending that something has happened to: an order's last. */
export async function sendingOf(
  { tx }: Pick<CommandContext, "tx">,
  order: Pick<StoredOrder, "id" | "service">,
): Promise<Result<StoredRemittance, Refusal<"payment_not_sent">>> {
  const last = order.service === "payment" ? await lastRemittance(tx, order.id) : undefined;
  return last ? accept(last) : refuse("payment_not_sent");
}

/** Since when a bank holds the money of an order back; null where none does, and for every other service. */
export async function frozenSince(
  context: Pick<CommandContext, "tx">,
  order: Pick<StoredOrder, "id" | "service">,
): Promise<Instant | null> {
  const sending = await sendingOf(context, order);
  return sending.ok && sending.value.state === "frozen" ? sending.value.frozenAt : null;
}
