import { slotsOfOrder } from "@/db/repositories/slots";
import { sideOf } from "@/domain/orders/order";
import { STANDING } from "@/domain/orders/slots/slot";
import { seenAt } from "@/domain/orders/step-times";
import { assert, type Result } from "@/domain/shared/result";
import type { Instant } from "@/domain/shared/time";
import type { LoadedOrder, StepContext } from "../kinds/kind-in-order";
import { mayTake, type StepRefusal, type Taken, takeStep } from "../take-step";

const CODE = "slot_reserved";

type Confirmed = { readonly bookingNumber: string | null; readonly at: Instant };

/** A gate's hold keeps goods from going on, and no system from having booked the truck. */
const freeOfHold = (order: LoadedOrder): LoadedOrder => ({ ...order, heldSince: null });

/** The step of an order that a slot tells which its system confirmed at that time. */
const stepOf = ({ milestones }: LoadedOrder, { bookingNumber, at }: Confirmed) => ({
  ...{ code: CODE, occurredAt: seenAt(at, milestones), note: bookingNumber },
});

/** Whether the order's own step is still to be told: it was not, nor one after it, and neither a dispute nor a party's word has stopped the work. */
export function isSlotUntold(order: LoadedOrder): boolean {
  const from = order.milestones.findIndex(({ code }) => code === CODE);
  return (
    from >= 0 &&
    sideOf(freeOfHold(order)) === null &&
    order.milestones.slice(from).every(({ occurredAt }) => occurredAt === null)
  );
}

/** Tells the order's step of a slot that is confirmed, by the rules of any step but a hold. */
export const tellSlot = (
  context: StepContext,
  order: LoadedOrder,
  confirmed: Confirmed,
): Promise<Result<Taken, StepRefusal>> => takeStep(context, freeOfHold(order), stepOf(order, confirmed));

/** Tells the step of the first slot that was confirmed while the work had stopped, once it goes on; null where none was, or another rule keeps the step. */
export async function tellSlotAfterStop(context: StepContext, order: LoadedOrder): Promise<Taken | null> {
  if (!isSlotUntold(order)) return null;
  const standing = (await slotsOfOrder(context.tx, order.id)).filter(({ state }) => STANDING.includes(state));
  const [first] = standing
    .flatMap(({ bookingNumber, confirmedAt }) => (confirmedAt === null ? [] : [{ bookingNumber, at: confirmedAt }]))
    .toSorted((one, other) => one.at - other.at);
  if (!first || !(await mayTake(context, freeOfHold(order), stepOf(order, first))).ok) return null;
  const told = await tellSlot(context, order, first);
  assert(told.ok, "a step that may be taken is taken where nobody is asked anything");
  return told.value;
}
