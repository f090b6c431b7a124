import { z } from "zod";
import { advanceRemittance, isOnItsWay } from "../../domain/remittance/remittance";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { type MilestoneFilesRefusal, putToMilestone } from "../files/milestone-files";
import { type AskedStepRefusal, takeStep } from "../orders/take-step";
import { command } from "../platform/command";
import { type RemittanceReceipt } from "./move-remittance";
import { sendingOf } from "../orders/payment-context";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { TRANSITION_REFUSALS, transitionFields, transitionHttp, EXAMPLE_TIME, ofPaymentOrder } from "./payment-fields";
import { lateFields, lateStatement } from "../../domain/orders/late-fields";

const input = z.strictObject({ ...ofPaymentOrder, ...transitionFields, ...lateFields });

/** The payee has the money, with what shows it; that delivers the order. Money that a bank holds is let go first. */
export const recordReceipt = command({
  name: "remittance.record-receipt",
  action: "payment.record",
  input,
  http: {
    ...transitionHttp,
    path: "/orders/{orderId}/sendings/receipt",
    summary: "The payee has the money; that delivers the order",
    example: { occurredAt: EXAMPLE_TIME, words: "Bank's confirmation attached" },
    refusals: [...TRANSITION_REFUSALS, "payment_not_sent", "step_owed", "late_without_reason"],
  },
  async run(
    context,
    { orderId, version, occurredAt, words, fileIds, ...said },
  ): Promise<
    Result<RemittanceReceipt, LoadRefusal | AskedStepRefusal | MilestoneFilesRefusal | Refusal<"payment_not_sent">>
  > {
    const { tx, actor, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "payment.record" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const sending = await sendingOf(context.tx, order);
    if (!sending.ok) return sending;
    const { id, attempt, state } = sending.value;
    if (!isOnItsWay(state)) return refuse("payment_not_sent");
    const arrived = advanceRemittance(state, "receive");
    if (!arrived.ok) return arrived;
    const code = "received_by_payee";
    const put = await putToMilestone(tx, fileIds, { orderId, code, organisationId: actor.organisationId });
    if (!put.ok) return put;
    const taken = await takeStep(context, order, { code, occurredAt, note: words || null, late: lateStatement(said) });
    if (!taken.ok) return taken;
    concerns(orderId);
    return accept({ id, orderId, attempt, state: arrived.value, version: taken.value.version });
  },
});
