import { z } from "zod";
import type { Reader } from "../../db/database";
import type { Actor } from "../../domain/access/actor";
import { orderFacts } from "../../domain/orders/order-facts";
import { paymentReference } from "../../domain/remittance/payment-reference";
import { reopenMilestone } from "../../db/repositories/orders";
import { isOver } from "../../domain/orders/order";
import { FUNDS_STEP, isWhole, recounted } from "../../domain/services/payment/funds";
import { checkSurplusReturn, type FundsReturnRefusal, returnSurplus } from "../../domain/services/payment/surplus";
import { checkHeldReturn, type HeldReturnRefusal, returnHeld } from "../../domain/services/payment/third-party";
import { assert } from "../../domain/shared/assert";
import type { Instant } from "../../domain/shared/instant";
import { dayOf } from "../../domain/shared/local-date";
import { moneySchema } from "../../domain/shared/money-schema";
import { readSoFar } from "../../domain/shared/read-members";
import { accept, atMember, checkAll, type Refusal, refusalsOf, type Result, refuse } from "../../domain/shared/result";
import { localDateField } from "../../domain/shared/wire-fields";
import { type MilestoneFilesRefusal, putToMilestone } from "../files/milestone-files";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import { settleChain } from "../orders/chain/settle-chain";
import { command, type CommandContext, type Members, type PrepareContext } from "../platform/command";
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

const payerInput = z.strictObject(advice);

type ReturnRefusal = LoadRefusal | MilestoneFilesRefusal | Refusal<"reference_malformed">;

/** What is due of an order's funds, at the rate of the moment at which they came. */
const dueWhenCame = (context: CommandContext, order: LoadedOrder) =>
  dueOf(context.tx, order, {
    occurredAt: order.milestones.find(({ code }) => code === FUNDS_STEP)?.occurredAt ?? context.now,
  });

type WantedFunds = { readonly orderId: string; readonly version?: number | undefined };

/** The order whose provider says that funds went back. */
const loadFunds = (db: Reader, actor: Actor, of: WantedFunds) =>
  loadOrder(db, actor, { ...of, action: "payment.record" });

/** What was told of a return, as far as it could be read. */
type ToldSoFar = { readonly [name in "amount" | "valueDate" | "reference"]?: z.output<typeof input>[name] | undefined };

/** The bank's own reference of the return; null of one that could not be read so far. */
const referenceOf = (reference: string | undefined): Result<string | null, Refusal<"reference_malformed">> =>
  reference === undefined ? accept(null) : atMember(paymentReference("bank", reference), "reference");

/** What is refused of the return of a surplus as far as it could be read, all at once. */
function checkSurplus(order: LoadedOrder, told: ToldSoFar, now: Instant) {
  const funds = fundsOf(order);
  if (!funds) return refuse("no_surplus");
  return checkAll<FundsReturnRefusal | Refusal<"reference_malformed">>([
    checkSurplusReturn(funds, told, dayOf(now)),
    referenceOf(told.reference),
  ]);
}

/** The same of a held payer's money. */
function checkPayer(order: LoadedOrder, told: ToldSoFar, now: Instant) {
  const funds = unclearedFunds(order);
  if (!funds) return refuse("no_payer_held");
  return checkAll<HeldReturnRefusal | Refusal<"reference_malformed">>([
    checkHeldReturn(funds, told, dayOf(now)),
    referenceOf(told.reference),
  ]);
}

/** What one of these refuses of a return of which not all can be read. */
const refusedOf =
  (schema: z.ZodObject, check: (order: LoadedOrder, told: ToldSoFar, now: Instant) => Result<void>) =>
  async ({ read, actor, now }: PrepareContext, { orderId, version: _, ...sent }: Members) => {
    const loaded = await loadFunds(read, actor, { orderId: String(orderId) });
    return loaded.ok ? refusalsOf(check(loaded.value, readSoFar(schema, sent).value, now)) : [loaded.refusal];
  };

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
  refusedSoFar: refusedOf(input, checkSurplus),
  async run(
    context,
    { orderId, version, fileIds, ...told },
  ): Promise<Result<FundsReceipt, ReturnRefusal | FundsReturnRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadFunds(tx, actor, { orderId, version });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const checked = checkSurplus(order, told, now);
    if (!checked.ok) return checked;
    const funds = fundsOf(order);
    assert(funds, "a surplus is of funds");
    const receipts = returnSurplus(funds, { ...told, recordedAt: now }, dayOf(now));
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
  input: payerInput,
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
  refusedSoFar: refusedOf(payerInput, checkPayer),
  async run(
    context,
    { orderId, version, fileIds, ...told },
  ): Promise<Result<FundsReceipt, ReturnRefusal | FundsReturnRefusal | HeldReturnRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadFunds(tx, actor, { orderId, version });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const checked = checkPayer(order, told, now);
    if (!checked.ok) return checked;
    const funds = unclearedFunds(order);
    assert(funds, "held money is of funds");
    const receipts = returnHeld(funds, { ...told, recordedAt: now }, dayOf(now));
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
