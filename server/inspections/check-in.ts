import { z } from "zod";
import { findDeal } from "../../db/repositories/deals";
import { saveRound } from "../../db/repositories/inspections";
import {
  type CartonsRefusal,
  type RoundPlan,
  cartonsToOpen,
  checkCartons,
  drawsCartons,
} from "../../domain/inspections/round-plan";
import { CARTONS_MAX, commitmentOf, drawCartons } from "../../domain/inspections/carton-draw";
import { positionSchema } from "../../domain/shared/position";
import { checkVisitTime } from "../../domain/inspections/visit-times";
import { orderFacts } from "../../domain/orders/order-facts";
import { lateFields, lateStatement } from "../../domain/orders/late-fields";
import { instantField } from "../../domain/shared/wire-fields";
import { assert } from "../../domain/shared/assert";
import { accept, type Refusal, type Result } from "../../domain/shared/result";
import { followReported } from "./follow-step";
import {
  OF_ROUND,
  OF_STEP,
  type RoundRefusal,
  loadRound,
  roundField,
  roundReceiptShape,
  seedOfRound,
  settleRound,
  sha256,
} from "./load-rounds";
import type { AskedStepRefusal } from "../orders/take-step";
import { command } from "../platform/command";

const input = z.strictObject({
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
  ...lateFields,
});

const checkInReceiptShape = roundReceiptShape.extend({ drawn: z.array(z.int()) }).meta({ id: "CheckInReceipt" });
type CheckInReceipt = Readonly<z.output<typeof checkInReceiptShape>>;

type Drawn = { readonly seed: string; readonly drawn: number[] };
type CheckInRefusal = RoundRefusal | AskedStepRefusal | CartonsRefusal | Refusal<"left_before_arrival">;

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
  input,
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
      "late_without_reason",
      "cartons_missing",
      "more_cartons_than_units",
      "cartons_far_above_cargo",
      "more_cartons_than_cargo",
      "fewer_cartons_than_sample",
    ],
  },
  async run(
    context,
    { orderId, round: number, occurredAt, position = null, cartons = null, isConfirmed, ...said },
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
    const step = await followReported(context, orderId, { code: "on_site", occurredAt, late: lateStatement(said) });
    if (!step.ok) return step;
    publish({ type: "inspection.checked_in", round: round.number, ...orderFacts(order) });
    return accept({ ...(await settleRound(context, loaded.value)), drawn });
  },
});
