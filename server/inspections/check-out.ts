import { z } from "zod";
import { saveRound } from "../../db/repositories/inspections";
import { checkVisitTime } from "../../domain/inspections/visit-times";
import { orderFacts } from "../../domain/orders/order-facts";
import { instantField } from "../../domain/shared/wire-fields";
import { accept, type Refusal, type Result } from "../../domain/shared/result";
import { draftWhenComplete } from "./follow-step";
import {
  loadRound,
  OF_ROUND,
  OF_STEP,
  roundField,
  type RoundReceipt,
  roundReceiptShape,
  type RoundRefusal,
  settleRound,
} from "./load-rounds";
import type { AskedStepRefusal } from "../orders/take-step";
import { command } from "../platform/command";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  round: roundField,
  occurredAt: instantField,
});

type CheckOutRefusal = RoundRefusal | AskedStepRefusal | Refusal<"left_before_arrival">;

/** The inspector leaves. Results may still be completed until the report, which then says that they came later. */
export const checkOut = command({
  name: "inspections.check-out",
  action: "order.report",
  input,
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
