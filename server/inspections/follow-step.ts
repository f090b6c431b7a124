import type { ToldLate } from "../../domain/orders/late/read-late";
import { findMilestones, findOrder, type StoredMilestone } from "../../db/repositories/orders";
import { seenAt } from "../../domain/orders/happened";
import { assert } from "../../domain/shared/assert";
import type { Instant } from "../../domain/shared/instant";
import { accept, type Result } from "../../domain/shared/result";
import { type AskedStep, type AskedStepRefusal, takeStep } from "../orders/take-step";
import type { CommandContext } from "../platform/command";

type Context = Pick<CommandContext, "tx" | "actor" | "now" | "newId" | "publish">;

type Followed = { readonly code: string; readonly late?: ToldLate | undefined };

async function follow(
  context: Context,
  orderId: string,
  of: Followed & { readonly timed: (milestones: readonly StoredMilestone[]) => Instant },
): Promise<Result<void, AskedStepRefusal>> {
  const order = await findOrder(context.tx, orderId);
  assert(order, `order ${orderId} is there`);
  const milestones = await findMilestones(context.tx, order);
  const told = milestones.find(({ code }) => code === of.code);
  if (told?.occurredAt != null) return accept(undefined);
  const step = { code: of.code, occurredAt: of.timed(milestones) };
  const loaded = { ...order, milestones };
  const taken = of.late
    ? await takeStep(context, loaded, { ...step, late: of.late })
    : await takeStep(context, loaded, step);
  return taken.ok ? accept(undefined) : taken;
}

/** Takes a step of the order that its site record tells with a time, as far as it has not been taken: a second visit takes none again. */
export const followTold = (context: Context, orderId: string, { code, occurredAt, late }: AskedStep) =>
  follow(context, orderId, { code, late, timed: () => occurredAt });

/** Takes a step that the market sees `at` this time, as far as it has not been taken. */
export const followSeen = (context: Context, orderId: string, { code, at, late }: Followed & { at: Instant }) =>
  follow(context, orderId, { code, late, timed: (milestones) => seenAt(at, milestones) });
