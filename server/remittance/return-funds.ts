import { z } from "zod";
import { orderFacts } from "../../domain/orders/order-facts";
import { paymentReference } from "../../domain/remittance/payment-reference";
import { reopenMilestone } from "../../db/repositories/orders";
import { isOver } from "../../domain/orders/order";
import { FUNDS_STEP, isWhole, recounted } from "../../domain/services/payment/funds";
import { type FundsReturnRefusal, returnSurplus } from "../../domain/services/payment/surplus";
import { type HoldRefusal, returnHeld } from "../../domain/services/payment/third-party";
import { dayOf } from "../../domain/shared/local-date";
import { moneySchema } from "../../domain/shared/money-schema";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { localDateField } from "../../domain/shared/wire-fields";
import { type MilestoneFilesRefusal, putToMilestone } from "../files/milestone-files";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import { settleChain } from "../orders/chain/settle-chain";
import { command, type CommandContext } from "../platform/command";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { dueOf, fundsOf, saveFunds, unclearedFunds } from "../orders/payment-funds";
import { FILES_OF_FUNDS, type FundsReceipt, fundsHttp, ofPaymentOrder } from "./payment-fields";

const advice = {
  ...ofPaymentOrder,
  valueDate: localDateField.meta({ description: "Of the debit, by the provider's bank" }),
  reference: z.string().trim().min(1, "required").max(40, "too_long").meta({
    description: "The bank's own of the return: 5 to 35 letters and digits, with strokes, points and dashes",
  }),
  ...FILES_OF_FUNDS,
};

const input = z.strictObject({
  ...advice,
  amount: moneySchema
    .refine(({ minor }) => minor > 0n, "amount_not_positive")
    .meta({ description: "The surplus or a part of it, in the payer's currency" }),
});

type ReturnRefusal = LoadRefusal | MilestoneFilesRefusal | Refusal<"reference_malformed">;

/** What is due of an order's funds, at the rate of the moment at which they came. */
const dueWhenCame = (context: CommandContext, order: LoadedOrder) =>
  dueOf(context.tx, order, {
    occurredAt: order.milestones.find(({ code }) => code === FUNDS_STEP)?.occurredAt ?? context.now,
  });

/** The surplus of a payment has gone back to whoever paid it, by the bank's debit advice. At any time: also once the order is over. */
export const returnSurplusFunds = command({
  name: "remittance.return-surplus",
  action: "payment.record",
  input,
  http: {
    ...fundsHttp,
    operation: "returnSurplus",
    path: "/orders/{orderId}/funds/return-surplus",
    summary: "What came in above the amount has gone back to whoever paid it",
    example: { amount: { minor: 25_000, currency: "USD" }, valueDate: "2026-11-24", reference: "RTN26112400317" },
    refusals: [
      "not_permitted",
      "no_surplus",
      "funds_currency",
      "return_above_surplus",
      "value_date_in_future",
      "value_date_before_credit",
      "reference_malformed",
      "file_unknown",
    ],
  },
  async run(
    context,
    { orderId, version, fileIds, ...told },
  ): Promise<Result<FundsReceipt, ReturnRefusal | FundsReturnRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "payment.record" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const funds = fundsOf(order);
    if (!funds) return refuse("no_surplus");
    const reference = paymentReference("bank", told.reference);
    if (!reference.ok) return reference;
    const returned = { ...told, reference: reference.value, recordedAt: now };
    const receipts = returnSurplus(funds, returned, dayOf(now));
    if (!receipts.ok) return receipts;
    const put = await putToMilestone(tx, fileIds, {
      ...{ orderId, code: FUNDS_STEP, organisationId: actor.organisationId },
    });
    if (!put.ok) return put;
    const due = await dueWhenCame(context, order);
    const saved = await saveFunds(context, order, recounted({ ...funds, receipts: receipts.value }, due));
    publish({ type: "payment.surplus", stage: "returned", ...orderFacts(order) });
    concerns(orderId);
    return accept(saved);
  },
});

/**
 * The money of a payer that was not to pay has gone back to it, whole. Where the rest is less than what is due, the step of the funds is told anew
 * once that has come; of an order that is over nothing more is to come.
 */
export const returnPayerFunds = command({
  name: "remittance.return-payer",
  action: "payment.record",
  input: z.strictObject(advice),
  http: {
    ...fundsHttp,
    operation: "returnPayer",
    path: "/orders/{orderId}/funds/return-payer",
    summary: "The held money of a third-party payer has gone back to it, whole",
    example: { valueDate: "2026-11-24", reference: "RTN26112400318" },
    refusals: [
      "not_permitted",
      "no_payer_held",
      "value_date_in_future",
      "value_date_before_credit",
      "reference_malformed",
      "file_unknown",
    ],
  },
  async run(
    context,
    { orderId, version, fileIds, ...told },
  ): Promise<Result<FundsReceipt, ReturnRefusal | FundsReturnRefusal | HoldRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "payment.record" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const funds = unclearedFunds(order);
    if (!funds) return refuse("no_payer_held");
    const reference = paymentReference("bank", told.reference);
    if (!reference.ok) return reference;
    const receipts = returnHeld(funds, { ...told, reference: reference.value, recordedAt: now }, dayOf(now));
    if (!receipts.ok) return receipts;
    const left = recounted({ ...funds, receipts: receipts.value }, await dueWhenCame(context, order));
    const isTold = order.milestones.some(({ code, occurredAt }) => code === FUNDS_STEP && occurredAt !== null);
    const isReopened = isTold && !isWhole(left) && !isOver(order);
    if (isReopened) await reopenMilestone(tx, { orderId, code: FUNDS_STEP });
    const put = await putToMilestone(tx, fileIds, {
      ...{ orderId, code: FUNDS_STEP, organisationId: actor.organisationId },
    });
    if (!put.ok) return put;
    // What else the step had been told with went to the record with it.
    const saved = await saveFunds(context, isReopened ? { ...order, milestones: [] } : order, left);
    const settled = await settleChain(context, order.dealId);
    publish({ type: "payment.payer", stage: "returned", ...orderFacts(order) });
    concerns(orderId);
    return accept({ orderId, version: settled.get(orderId) ?? saved.version });
  },
});
