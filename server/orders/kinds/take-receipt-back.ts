import type { StoredOrder } from "@/db/repositories/orders";
import { appendRemittanceEntry, remittanceEntriesOf, saveRemittance } from "@/db/repositories/remittances";
import { advanceRemittance } from "@/domain/remittance/remittance";
import type { CommandContext } from "../../platform/command";
import { sendingOf } from "./sending-of";

/** A receipt that was taken back, and that it was: neither is something that a bank did. */
const TAKEN_BACK = ["receive", "reopen"];

/**
 * Takes the receipt of a payment back with the delivery that is to be done again: the last sending is on its way once more, and can be received,
 * called back or come back. The receipt stays in its history, and its time binds nothing: what the bank did in truth may have been before it.
 * Does nothing to other services, and to a delivery that was told without a sending.
 */
export async function takeReceiptBack(
  { tx, actor, now }: Pick<CommandContext, "tx" | "actor" | "now">,
  order: Pick<StoredOrder, "id" | "service">,
): Promise<void> {
  const last = await sendingOf({ tx }, order);
  if (!last.ok) return;
  const { id: remittanceId, sentAt, state } = last.value;
  const next = advanceRemittance(state, "reopen");
  if (!next.ok) return;
  const entries = await remittanceEntriesOf(tx, [remittanceId]);
  const times = entries.filter(({ event }) => !TAKEN_BACK.includes(event)).map(({ occurredAt }) => occurredAt);
  const lastAt = Math.max(sentAt, ...times);
  await saveRemittance(tx, last.value, { state: next.value, receivedAt: null, lastAt });
  await appendRemittanceEntry(tx, {
    ...{ remittanceId, event: "reopen", occurredAt: now, recordedAt: now, byUserId: actor.userId },
    ...{ reason: null, words: "", fileIds: [] },
  });
}
