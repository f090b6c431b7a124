import { z } from "zod";
import { insertRound, roundsOfOrder, saveRound, type StoredRound } from "../../db/repositories/inspections";
import { inspectorKey } from "../../domain/inspections/photo-flags";
import { type RoundEvent, type RoundState, ROUND_LIFECYCLE } from "../../domain/inspections/round";
import { checkAgreedDay, checkPlannedDay } from "../../domain/inspections/visit-times";
import { orderFacts } from "../../domain/orders/order-facts";
import { lateFields, lateStatement } from "../../domain/orders/late-fields";
import { boundedText, localDateField } from "../../domain/shared/wire-fields";
import { assert } from "../../domain/shared/assert";
import { advance } from "../../domain/shared/lifecycle";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import {
  OF_ROUND,
  OF_STEP,
  type RoundRefusal,
  commitmentOfRound,
  loadInspection,
  planForRound,
  roundReceiptShape,
  settleRound,
  specOfOrder,
  zoneOfGoods,
} from "./load-rounds";
import { followSeen } from "./follow-step";
import { type AskedStepRefusal, dueOfStep } from "../orders/take-step";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import { command, type CommandContext } from "../platform/command";

const INSPECTOR_NAME_MAX = 80;

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  plannedDay: localDateField,
  inspectorName: boundedText(INSPECTOR_NAME_MAX),
  isConfirmed: z
    .boolean()
    .default(false)
    .meta({ description: "Whether a day after the one that was agreed is meant; a reason for being late says so too" }),
  ...lateFields,
});

const bookingReceiptShape = roundReceiptShape.extend({ commitment: z.string() }).meta({ id: "BookingReceipt" });
type BookingReceipt = Readonly<z.output<typeof bookingReceiptShape>>;

const BEFORE_REPORT: readonly LoadedOrder["state"][] = ["placed", "scheduled", "in_progress"];

/** The first round, which is opened by its booking. Refuses an order whose report has been told on paper already. */
async function openRound(
  { tx, now, newId }: CommandContext,
  order: LoadedOrder,
): Promise<Result<StoredRound, Refusal<"wrong_state">>> {
  if (!BEFORE_REPORT.includes(order.state)) return refuse("wrong_state", { state: order.state, event: "book" });
  const fixed = planForRound(await specOfOrder(tx, order));
  await insertRound(tx, { id: newId(), orderId: order.id, number: 1, state: "asked", openedAt: now, ...fixed });
  const [round] = await roundsOfOrder(tx, order.id);
  assert(round, "the round was opened just now");
  return accept(round);
}

/**
 * The inspection company says who comes and when. With the first booking of a round the hash of its seed is told to both parties; a later
 * one changes day and person, and the seed stays. Nobody comes on a day that has passed (`visit_in_past`), and on a day after the one that was
 * agreed only by a word of its own (`visit_after_due`).
 */
export const bookRound = command({
  name: "inspections.book-round",
  action: "order.report",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/inspection/book",
    scope: "orders:write",
    operation: "bookInspection",
    status: 201,
    summary: "The inspection company says who comes and when",
    description:
      "Answers the hash of the seed by which the cartons will be drawn; both parties read it. Booked again before check-in it changes day and person.",
    example: { plannedDay: "2026-12-01", inspectorName: "Wang Wei" },
    output: bookingReceiptShape,
    refusals: [...OF_ROUND, ...OF_STEP, "late_without_reason", "visit_in_past", "visit_after_due"],
  },
  async run(
    context,
    { orderId, plannedDay, inspectorName, isConfirmed, ...said },
  ): Promise<Result<BookingReceipt, RoundRefusal | AskedStepRefusal | Refusal<"visit_in_past" | "visit_after_due">>> {
    const { tx, now, publish } = context;
    const loaded = await loadInspection(context, { orderId, action: "order.report" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const zone = zoneOfGoods(order);
    const possible = checkPlannedDay(plannedDay, { now, zone });
    if (!possible.ok) return possible;
    const last = (await roundsOfOrder(tx, orderId)).at(-1);
    const opened = last ? accept(last) : await openRound(context, order);
    if (!opened.ok) return opened;
    const round = opened.value;
    const next = advance<RoundState, RoundEvent>(ROUND_LIFECYCLE, round.state, "book");
    if (!next.ok) return next;
    const commitment = round.commitment ?? commitmentOfRound(round.id);
    await saveRound(tx, round, {
      state: next.value,
      plannedDay,
      inspectorName,
      inspectorKey: inspectorKey(order.providerOrganisationId, inspectorName),
      bookedAt: round.bookedAt ?? now,
      commitment,
    });
    for (const code of ["scheduled", "inspector_assigned"]) {
      const step = await followSeen(context, orderId, { code, at: now, late: lateStatement(said) });
      if (!step.ok) return step;
    }
    const isMeant = isConfirmed || said.lateReason !== undefined;
    const due = (await dueOfStep(tx, order, "on_site"))?.at ?? null;
    const agreed = checkAgreedDay(plannedDay, { due, zone, isConfirmed: isMeant });
    if (!agreed.ok) return agreed;
    publish({ type: "inspection.booked", round: round.number, plannedDay, ...orderFacts(order) });
    return accept({ ...(await settleRound(context, { order, round, next: next.value })), commitment });
  },
});
