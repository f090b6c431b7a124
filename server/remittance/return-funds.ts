import { z } from "zod";
import { orderFacts } from "../../domain/orders/order-facts";
import { paymentReference } from "../../domain/remittance/payment-reference";
import { FUNDS_STEP, recounted } from "../../domain/services/payment/funds";
import { type FundsReturnRefusal, returnSurplus } from "../../domain/services/payment/surplus";
import { dayOf } from "../../domain/shared/local-date";
import { moneySchema } from "../../domain/shared/money-schema";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { localDateField } from "../../domain/shared/wire-fields";
import { type MilestoneFilesRefusal, putToMilestone } from "../files/milestone-files";
import { command } from "../platform/command";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { dueOf, fundsOf, saveFunds } from "../orders/payment-funds";
import { FILES_OF_FUNDS, type FundsReceipt, fundsHttp, ofPaymentOrder } from "./payment-fields";

const input = z.strictObject({
  ...ofPaymentOrder,
  amount: moneySchema
    .refine(({ minor }) => minor > 0n, "amount_not_positive")
    .meta({ description: "The surplus or a part of it, in the payer's currency" }),
  valueDate: localDateField.meta({ description: "Of the debit, by the provider's bank" }),
  reference: z.string().trim().min(1, "required").max(40, "too_long").meta({
    description: "The bank's own of the return: 5 to 35 letters and digits, with strokes, points and dashes",
  }),
  ...FILES_OF_FUNDS,
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
  ): Promise<
    Result<FundsReceipt, LoadRefusal | MilestoneFilesRefusal | FundsReturnRefusal | Refusal<"reference_malformed">>
  > {
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
    const cameAt = order.milestones.find(({ code }) => code === FUNDS_STEP)?.occurredAt ?? now;
    const due = await dueOf(tx, order, { occurredAt: cameAt });
    const saved = await saveFunds(context, order, recounted({ ...funds, receipts: receipts.value }, due));
    publish({ type: "payment.surplus", stage: "returned", ...orderFacts(order) });
    concerns(orderId);
    return accept(saved);
  },
});
