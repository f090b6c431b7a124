import { z } from "zod";
import { insertRound, roundsOfOrder, saveRound, type StoredRound } from "../../db/repositories/inspections";
import { inspectorKey } from "../../domain/inspections/photo-flags";
import { ROUND_LIFECYCLE, type RoundEvent, type RoundState } from "../../domain/inspections/round";
import { checkAgreedDay, checkGoodsDay, checkPlannedDay, checkVisitTime } from "../../domain/inspections/visit-times";
import { orderFacts } from "../../domain/orders/order";
import { lateFields, lateStatement } from "../../domain/orders/late-fields";
import { EARLY_REASON_MAX } from "../../domain/services/earliest";
import { boundedText, instantField, localDateField, optionalText } from "../../domain/shared/wire-fields";
import type { LocalDate } from "../../domain/shared/time";
import { goodsDayOf } from "../../domain/services/inspection/due";
import { accept, advance, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import {
  commitmentOfRound,
  loadInspection,
  loadRound,
  OF_ROUND,
  OF_STEP,
  planForRound,
  roundField,
  type RoundReceipt,
  roundReceiptShape,
  type RoundRefusal,
  seedOfRound,
  settleRound,
  sha256,
  specOfOrder,
  zoneOfGoods,
} from "./load-rounds";
import { draftWhenComplete, followReported, followSeen } from "./follow-step";
import { type AskedStepRefusal, dueOfStep, type ReportedStepRefusal } from "../orders/take-step";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import { command, type CommandContext } from "../platform/command";
import { findDeal, itineraryOf, lockDealOfOrder } from "../../db/repositories/deals";
import { requestsOfDeal } from "../../db/repositories/requests";
import { leaveDayOf, pickUpDaysOf } from "../../domain/requests/leave-day";
import {
  type CartonsRefusal,
  cartonsToOpen,
  checkCartons,
  drawsCartons,
  type RoundPlan,
} from "../../domain/inspections/round-plan";
import { CARTONS_MAX, commitmentOf, drawCartons } from "../../domain/inspections/carton-draw";
import { positionSchema } from "../../domain/shared/position";

const INSPECTOR_NAME_MAX = 80;

const bookRoundInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  plannedDay: localDateField,
  inspectorName: boundedText(INSPECTOR_NAME_MAX),
  isConfirmed: z.boolean().default(false).meta({
    description:
      "Whether a day after the one that was agreed, or before the goods are there, is meant; a reason for being late says so too",
  }),
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

type DayRefusal = Refusal<"visit_after_due" | "visit_before_goods">;

/** Whether a visit is booked for a day on which it is expected and the goods are there. */
async function checkDay(
  { tx }: Pick<CommandContext, "tx">,
  { order, round, ...asked }: { order: LoadedOrder; round: StoredRound; plannedDay: LocalDate; isConfirmed: boolean },
): Promise<Result<void, DayRefusal>> {
  const { plannedDay, isConfirmed } = asked;
  const { readyDate } = await itineraryOf(tx, order.dealId);
  const requests = await requestsOfDeal(tx, order.dealId);
  const due = (await dueOfStep(tx, order, "on_site"))?.at ?? null;
  const isWatched = round.plan.type === "container_loading";
  const of = { due, zone: zoneOfGoods(order), isConfirmed, isWatched };
  const goodsDay = goodsDayOf(await specOfOrder(tx, order), { readyDate, leaveDay: leaveDayOf(readyDate, requests) });
  const pickUp = isWatched ? pickUpDaysOf(requests).lastPickUpDay : null;
  const agreed = checkAgreedDay(plannedDay, { ...of, loadingDay: isWatched ? goodsDay : null, lastPickUpDay: pickUp });
  return !agreed.ok || round.number > 1 ? agreed : checkGoodsDay(plannedDay, { ...of, goodsDay });
}

/**
 * The inspection company says who comes and when. With the first booking of a round the hash of its seed is told to both parties; a later
 * one changes day and person, and the seed stays. Nobody comes on a day that has passed (`visit_in_past`), and on a day after the one that was
 * agreed, or before the goods are there, only by a word of its own (`visit_after_due`, `visit_before_goods`).
 */
export const bookRound = command({
  name: "inspections.book-round",
  action: "order.report",
  input: bookRoundInput,
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
    refusals: [
      ...OF_ROUND,
      ...OF_STEP,
      "late_without_reason",
      "visit_in_past",
      "visit_after_due",
      "visit_before_goods",
    ],
  },
  lock: lockDealOfOrder,
  async run(
    context,
    { orderId, plannedDay, inspectorName, isConfirmed, ...said },
  ): Promise<Result<BookingReceipt, RoundRefusal | AskedStepRefusal | DayRefusal | Refusal<"visit_in_past">>> {
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
    const fits = await checkDay(context, { order, round, plannedDay, isConfirmed: isMeant });
    if (!fits.ok) return fits;
    publish({ type: "inspection.booked", round: round.number, plannedDay, ...orderFacts(order) });
    return accept({ ...(await settleRound(context, { order, round, next: next.value })), commitment });
  },
});

const checkInInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  round: roundField,
  occurredAt: instantField,
  position: positionSchema.nullable().optional(),
  cartons: z
    .int()
    .min(1)
    .max(CARTONS_MAX)
    .nullable()
    .optional()
    .meta({ description: "Presented; needed where the type draws a sample" }),
  isConfirmed: z
    .boolean()
    .default(false)
    .meta({ description: "Whether more packages than the cargo has, or fewer than hold the sample, are meant" }),
  earlyReason: optionalText(EARLY_REASON_MAX).optional().meta({
    description:
      "Why the inspector came before the day of the visit: asked for with `early_without_reason`, and kept with the step",
  }),
  ...lateFields,
});

const checkInReceiptShape = roundReceiptShape.extend({ drawn: z.array(z.int()) }).meta({ id: "CheckInReceipt" });
type CheckInReceipt = Readonly<z.output<typeof checkInReceiptShape>>;

type Drawn = { readonly seed: string; readonly drawn: number[] };
type CheckInRefusal = RoundRefusal | ReportedStepRefusal | CartonsRefusal | Refusal<"left_before_arrival">;

/** The cartons of the round, by a seed that nobody outside knew when their number was told; none where the type draws no sample. */
function draw(roundId: string, plan: RoundPlan, cartons: number | null): Drawn {
  const seed = seedOfRound(roundId);
  if (!drawsCartons(plan) || cartons === null) return { seed, drawn: [] };
  const count = cartonsToOpen({ lotSize: plan.lotSize ?? plan.units, units: plan.units, cartons });
  return { seed, drawn: drawCartons({ seed, cartons, count }, sha256) };
}

/**
 * The inspector is there and has counted the cartons: the seed is told and with it which of them are opened. That happens once a round, so
 * that nobody counts again until the cartons suit.
 */
export const checkIn = command({
  name: "inspections.check-in",
  action: "order.report",
  input: checkInInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/inspection/check-in",
    scope: "orders:write",
    operation: "checkInInspection",
    status: 201,
    summary: "The inspector is with the goods: the seed is told and the cartons are drawn, once",
    example: {
      occurredAt: "2026-12-01T01:00:00Z",
      cartons: 160,
      position: { latE6: 29_310_000, lonE6: 120_075_000, accuracyM: 12 },
    },
    output: checkInReceiptShape,
    refusals: [
      ...OF_ROUND,
      ...OF_STEP,
      "early_without_reason",
      "late_without_reason",
      "cartons_missing",
      "more_cartons_than_units",
      "cartons_far_above_cargo",
      "more_cartons_than_cargo",
      "fewer_cartons_than_sample",
    ],
  },
  lock: lockDealOfOrder,
  async run(
    context,
    { orderId, round: number, occurredAt, position = null, cartons = null, isConfirmed, earlyReason, ...said },
  ): Promise<Result<CheckInReceipt, CheckInRefusal>> {
    const { tx, actor, now, publish } = context;
    const asked = { orderId, action: "order.report", event: "check_in", round: number } as const;
    const loaded = await loadRound(context, asked);
    if (!loaded.ok) return loaded;
    const { order, round, next } = loaded.value;
    const fits = checkVisitTime(occurredAt, { now, checkedInAt: null });
    if (!fits.ok) return fits;
    const deal = await findDeal(tx, order.dealId);
    assert(deal, "an order has its deal");
    const countable = checkCartons(round.plan, { cartons, cargo: deal.cargo, isConfirmed });
    if (!countable.ok) return countable;
    const { seed, drawn } = draw(round.id, round.plan, cartons);
    assert(
      commitmentOf(seed, sha256) === round.commitment,
      `the seed of round ${round.id} is the one that was committed to`,
    );
    const arrived = { checkedInAt: occurredAt, checkedInByUserId: actor.userId, position };
    await saveRound(tx, round, { state: next, ...arrived, cartons, seed, drawn });
    const reasons = { earlyReason: earlyReason || null, late: lateStatement(said) };
    const step = await followReported(context, orderId, { code: "on_site", occurredAt, ...reasons });
    if (!step.ok) return step;
    publish({ type: "inspection.checked_in", round: round.number, ...orderFacts(order) });
    return accept({ ...(await settleRound(context, loaded.value)), drawn });
  },
});

const checkOutInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  round: roundField,
  occurredAt: instantField,
});

type CheckOutRefusal = RoundRefusal | AskedStepRefusal | Refusal<"left_before_arrival">;

/** The inspector leaves. Results may still be completed until the report, which then says that they came later. */
export const checkOut = command({
  name: "inspections.check-out",
  action: "order.report",
  input: checkOutInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/inspection/check-out",
    scope: "orders:write",
    operation: "checkOutInspection",
    status: 201,
    summary: "The inspector leaves",
    example: { occurredAt: "2026-12-01T09:00:00Z" },
    output: roundReceiptShape,
    refusals: [...OF_ROUND, ...OF_STEP, "left_before_arrival"],
  },
  lock: lockDealOfOrder,
  async run(context, { orderId, round: number, occurredAt }): Promise<Result<RoundReceipt, CheckOutRefusal>> {
    const { tx, now, publish } = context;
    const asked = { orderId, action: "order.report", event: "check_out", round: number } as const;
    const loaded = await loadRound(context, asked);
    if (!loaded.ok) return loaded;
    const { order, round, next } = loaded.value;
    const fits = checkVisitTime(occurredAt, { now, checkedInAt: round.checkedInAt });
    if (!fits.ok) return fits;
    await saveRound(tx, round, { state: next, checkedOutAt: occurredAt });
    const step = await draftWhenComplete(context, { ...round, checkedOutAt: occurredAt });
    if (!step.ok) return step;
    publish({ type: "inspection.checked_out", round: round.number, ...orderFacts(order) });
    return accept(await settleRound(context, loaded.value));
  },
});
