import { findMilestones, findOrder, type StoredMilestone } from "../../db/repositories/orders";
import { seenAt } from "../../domain/orders/happened";
import { assert } from "../../domain/shared/assert";
import type { Instant } from "../../domain/shared/instant";
import { accept, type Result } from "../../domain/shared/result";
import { type Step, type StepRefusal, takeStep } from "../orders/take-step";
import type { CommandContext } from "../platform/command";

type Context = Pick<CommandContext, "tx" | "actor" | "now" | "newId" | "publish">;

async function follow(
  context: Context,
  orderId: string,
  of: { readonly code: string; readonly timed: (milestones: readonly StoredMilestone[]) => Instant },
): Promise<Result<void, StepRefusal>> {
  const order = await findOrder(context.tx, orderId);
  assert(order, `order ${orderId} is there`);
  const milestones = await findMilestones(context.tx, order);
  const told = milestones.find(({ code }) => code === of.code);
  if (told?.occurredAt != null) return accept(undefined);
  const step = { code: of.code, occurredAt: of.timed(milestones) };
  const taken = await takeStep(context, { ...order, milestones }, step);
  return taken.ok ? accept(undefined) : taken;
}

/** Takes a step of the order that its site record tells with a time, as far as it has not been taken: a second visit takes none again. */
export const followTold = (context: Context, orderId: string, { code, occurredAt }: Step) =>
  follow(context, orderId, { code, timed: () => occurredAt });

/** Takes a step that the market sees `at` this time, as far as it has not been taken. */
export const followSeen = (context: Context, orderId: string, { code, at }: { code: string; at: Instant }) =>
  follow(context, orderId, { code, timed: (milestones) => seenAt(at, milestones) });
