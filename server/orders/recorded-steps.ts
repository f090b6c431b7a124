import type { Reader } from "@/db/database";
import { nextMilestone } from "@/domain/orders/order";
import type { StepForm } from "@/views/orders";
import type { Instant } from "@/domain/shared/time";
import type { LoadedOrder } from "./kinds/kind-in-order";
import { reportedByHand, kindInOrder } from "./kinds/registry";

/** A rate that has run out may have held when the money moved: this depends on the time that is typed, all else does not. */
const BY_TIME = "lock_expired";

/** Whether a person cannot report the step: it is recorded in a form of its own, follows from a record of the order or waits for one. */
async function isRecorded(read: Reader, order: LoadedOrder, step: { code: string; occurredAt: Instant }) {
  if (kindInOrder(order).recordedSteps?.includes(step.code)) return true;
  if (!(await reportedByHand(read, order, step.code)).ok) return true;
  const allowed = await kindInOrder(order).mayStep?.(read, order, step);
  return allowed?.ok === false && allowed.refusal.code !== BY_TIME;
}

/** The steps that are still to come and that no report can tell, as the records of the order stand: declarations, visits, rates and sendings. */
export async function recordedCodes(read: Reader, order: LoadedOrder, now: Instant): Promise<string[]> {
  const codes: string[] = [];
  for (const { code, occurredAt } of order.milestones)
    if (occurredAt === null && (await isRecorded(read, order, { code, occurredAt: now }))) codes.push(code);
  return codes;
}

/** Where the order's next step is done, of one that no report can tell; null where a report tells it. */
export async function nextStepForm(
  read: Reader,
  order: LoadedOrder,
  recorded: readonly string[],
): Promise<StepForm | null> {
  const next = nextMilestone(order);
  if (next === null || !recorded.includes(next.code)) return null;
  return (await kindInOrder(order).formOf?.(read, order, next.code)) ?? null;
}
