import { openExceptionOf } from "../../db/repositories/delay";
import { type OrderChange, reopenMilestone, saveOrder } from "../../db/repositories/orders";
import {
  appendRemittanceEntry,
  type RemittanceChange,
  saveRemittance,
  type StoredRemittance,
} from "../../db/repositories/remittances";
import { type HappenedRefusal, mayHaveHappened } from "../../domain/orders/step-times";
import {
  advanceRemittance,
  type FreezeReason,
  type RecallReason,
  type RemittanceState,
  type ReturnReason,
} from "../../domain/remittance/remittance";
import type { Instant } from "../../domain/shared/time";
import { accept, type Refusal, type Result } from "../../domain/shared/result";
import { settleChain } from "../orders/chain/settle-chain";
import { type MilestoneFilesRefusal, putToMilestone } from "../files/milestone-files";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import type { CommandContext } from "../platform/command";

export type RemittanceReceipt = {
  readonly id: string;
  readonly orderId: string;
  readonly attempt: number;
  readonly state: RemittanceState;
  /** Of the order, after it. */
  readonly version: number;
};

export type RemittanceRefusal = HappenedRefusal | MilestoneFilesRefusal | Refusal<"wrong_state" | "payment_not_sent">;

type Transition = {
  readonly event: "freeze" | "unfreeze" | "recall" | "return";
  readonly occurredAt: Instant;
  readonly reason: FreezeReason | RecallReason | ReturnReason | null;
  readonly words: string;
  readonly fileIds: readonly string[];
};

type Moved = { readonly order: LoadedOrder; readonly sending: StoredRemittance };

/** What a move changes of the exception: nothing unless money is frozen or let go by it. What a party has said keeps the order until it ends that. */
async function exceptionAfter(
  { tx }: Pick<CommandContext, "tx">,
  { order, sending }: Moved,
  { next, occurredAt }: { readonly next: RemittanceState; readonly occurredAt: Instant },
): Promise<OrderChange> {
  if (next === "frozen") return { exceptionSince: order.exceptionSince ?? occurredAt };
  if (sending.state !== "frozen") return {};
  return { exceptionSince: (await openExceptionOf(tx, order.id))?.raisedAt ?? null };
}

/**
 * Moves a sending by what its bank has done with it. Frozen money makes the order an exception until it is let go or comes back, beside what a
 * party has said of its work; money that has come back puts the order back before its sending, so that it can be sent again.
 */
export async function moveRemittance(
  context: CommandContext,
  { order, sending }: Moved,
  { event, occurredAt, reason, words, fileIds, change = {} }: Transition & { readonly change?: RemittanceChange },
): Promise<Result<RemittanceReceipt, RemittanceRefusal>> {
  const { tx, actor, now, concerns } = context;
  const next = advanceRemittance(sending.state, event);
  if (!next.ok) return next;
  const possible = mayHaveHappened(occurredAt, { lastAt: sending.lastAt, now });
  if (!possible.ok) return possible;
  const put = await putToMilestone(tx, fileIds, {
    ...{ orderId: order.id, code: "sent", organisationId: actor.organisationId },
  });
  if (!put.ok) return put;
  await saveRemittance(tx, sending, { ...change, state: next.value, lastAt: occurredAt });
  const by = { occurredAt, recordedAt: now, byUserId: actor.userId };
  await appendRemittanceEntry(tx, { remittanceId: sending.id, event, ...by, reason, words, fileIds });
  if (event === "return") await reopenMilestone(tx, { orderId: order.id, code: "sent" });
  await saveOrder(tx, order, await exceptionAfter(context, { order, sending }, { next: next.value, occurredAt }));
  const settled = await settleChain(context, order.dealId);
  concerns(order.id);
  const { id, attempt } = sending;
  const version = settled.get(order.id) ?? order.version + 1;
  return accept({ id, orderId: order.id, attempt, state: next.value, version });
}
