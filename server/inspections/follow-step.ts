import { findMilestones, findOrder } from "../../db/repositories/orders";
import { assert } from "../../domain/shared/assert";
import { accept, type Result } from "../../domain/shared/result";
import { type Step, type StepRefusal, takeStep } from "../orders/take-step";
import type { CommandContext } from "../platform/command";

/** Takes a step of the order that follows from its site record, as far as it has not been taken: a second visit takes none again. */
export async function followStep(
  context: Pick<CommandContext, "tx" | "actor" | "now" | "newId" | "publish">,
  orderId: string,
  step: Step,
): Promise<Result<void, StepRefusal>> {
  const order = await findOrder(context.tx, orderId);
  assert(order, `order ${orderId} is there`);
  const milestones = await findMilestones(context.tx, order);
  const told = milestones.find(({ code }) => code === step.code);
  if (told?.occurredAt != null) return accept(undefined);
  const taken = await takeStep(context, { ...order, milestones }, step);
  return taken.ok ? accept(undefined) : taken;
}
