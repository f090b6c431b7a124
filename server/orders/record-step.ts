import { ruleAt } from "../../db/repositories/market-rules";
import { saveMilestone, saveOrder, type StoredMilestone, type StoredOrder } from "../../db/repositories/orders";
import { type GateRefusal, passes } from "../../domain/chain/holds";
import { autoAcceptAt, autoAcceptRule } from "../../domain/orders/acceptance";
import type { KeptEvidence } from "../../domain/orders/evidence/evidence";
import { type LineState, type MilestoneRefusal, report } from "../../domain/orders/order";
import { orderFacts } from "../../domain/orders/order-facts";
import { goesOn } from "../../domain/orders/side-state";
import type { Instant } from "../../domain/shared/instant";
import { accept, type Result } from "../../domain/shared/result";
import { readChain } from "../chain/read-chain";
import { settleChain } from "../chain/settle-chain";
import type { CommandContext } from "../platform/command";

export type StepRefusal = MilestoneRefusal | GateRefusal;
type Order = StoredOrder & { readonly milestones: readonly StoredMilestone[] };
type Told = { readonly code: string; readonly occurredAt: Instant };

/** Whether a step may be reported of the order now, by its own line and by the gates of its deal; the state that it leads to. */
export async function checkStep(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  order: Order,
  told: Told,
): Promise<Result<LineState, StepRefusal>> {
  const next = report(order, told, now);
  if (!next.ok) return next;
  const free = goesOn(order);
  if (!free.ok) return free;
  const open = passes(order, told.code, await readChain(tx, order.dealId));
  return open.ok ? next : open;
}

type Step = Told & {
  readonly state: LineState;
  readonly note: string;
  readonly evidence: KeptEvidence | null;
  readonly reportedByUserId: string | null;
};

/** Puts a step on record that `checkStep` has let pass, with all that follows from it; answers the order's version after it. */
export async function recordStep(context: CommandContext, order: Order, step: Step): Promise<number> {
  const { tx, now, publish } = context;
  const { code, occurredAt, state, note, evidence, reportedByUserId } = step;
  const row = { occurredAt, reportedAt: now, reportedByUserId, note: note || null, evidence };
  await saveMilestone(tx, { orderId: order.id, code }, row);
  const days = await ruleAt(tx, autoAcceptRule(order.service), now);
  const isDelivery = state === "delivered" && order.state !== "delivered";
  const isCompletion = state === "completed" && order.state !== "completed";
  await saveOrder(tx, order, {
    state,
    ...(isDelivery ? { deliveredAt: occurredAt, autoAcceptAt: autoAcceptAt(now, days) } : {}),
    ...(isCompletion ? { completedAt: now } : {}),
  });
  publish({ type: "order.milestone_reported", code, state, ...orderFacts(order) });
  if (isCompletion) publish({ type: "order.completed", ...orderFacts(order) });
  const settled = await settleChain(context, order.dealId);
  return settled.get(order.id) ?? order.version + 1;
}
