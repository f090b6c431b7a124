import { z } from "zod";
import type { Reader } from "../../db/database";
import type { Actor } from "../../domain/access/policy";
import { isOver, orderFacts } from "../../domain/orders/order";
import { paymentReference } from "../../domain/remittance/payment-reference";
import { reopenMilestone } from "../../db/repositories/orders";
import { hasDebitReference, remittancesOfOrders } from "../../db/repositories/remittances";
import { checkRefund, type NextReturn, refunded, type RefundRefusal } from "../../domain/remittance/called-off";
import {
  type Due,
  type Funds,
  FUNDS_STEP,
  isWhole,
  type Receipt,
  recounted,
} from "../../domain/services/payment/funds";
import {
  checkSurplusReturn,
  type FundsReturnRefusal,
  returnSurplus,
  type ReturnTold,
} from "../../domain/services/payment/surplus";
import { checkHeldReturn, type HeldReturnRefusal, returnHeld } from "../../domain/services/payment/third-party";
import {
  accept,
  assert,
  atMember,
  checkAll,
  type Refusal,
  refusalsOf,
  refuse,
  type Result,
} from "../../domain/shared/result";
import { dayOf, type Instant, type LocalDate } from "../../domain/shared/time";
import { localDateField, moneySchema, readSoFar } from "../../domain/shared/wire-fields";
import { type MilestoneFilesRefusal, putToMilestone } from "../files/milestone-files";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import { settleChain } from "../orders/chain/settle-chain";
import { command, type CommandContext, type Members, type PrepareContext } from "../platform/command";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { dueOf, fundsOf, nextReturnOf, saveFunds, unclearedFunds } from "../orders/payment-funds";
import { FILES_OF_FUNDS, type FundsReceipt, fundsHttp, ofPaymentOrder, lockWithReference } from "./payment-fields";

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

const calledOffInput = z.strictObject({
  ...advice,
  amount: input.shape.amount.optional().meta({
    description:
      "What went back whole; of money that came back from the bank exchanged also what it was exchanged back for, in the payer's currency. Left out: whole, as it is held",
  }),
});

type ReturnRefusal = LoadRefusal | MilestoneFilesRefusal | ReferenceRefusal;

type ReturnAdvice = Omit<ReturnTold, "amount">;

/** The funds once it went back. */
type Returned<R extends Refusal> = (told: ReturnAdvice, today: LocalDate) => Result<Funds, R>;

/** Funds as they count once these are their credits. */
const counted = <R extends Refusal>(
  receipts: Result<readonly Receipt[], R>,
  funds: Funds,
  due: Due,
): Result<Funds, R> => (receipts.ok ? accept(recounted({ ...funds, receipts: receipts.value }, due)) : receipts);

/** The funds of an order once a part of them went back by the bank's advice, whose papers are put to their step. */
async function fundsAfter<R extends Refusal>(
  { tx, actor, now }: Pick<CommandContext, "tx" | "actor" | "now">,
  told: Omit<z.output<z.ZodObject<typeof advice>>, "version">,
  returned: Returned<R>,
): Promise<Result<Funds, R | MilestoneFilesRefusal | Refusal<"reference_malformed">>> {
  const { orderId, fileIds, valueDate } = told;
  const reference = paymentReference("bank", told.reference);
  if (!reference.ok) return reference;
  const funds = returned({ valueDate, reference: reference.value, recordedAt: now }, dayOf(now));
  if (!funds.ok) return funds;
  const put = await putToMilestone(tx, fileIds, {
    ...{ orderId, code: FUNDS_STEP, organisationId: actor.organisationId },
  });
  return put.ok ? funds : put;
}

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

type ReferenceRefusal = Refusal<"reference_malformed" | "reference_used">;

/** The order whose funds went back, and where it is read from. */
type Returning = { readonly db: Reader; readonly order: LoadedOrder };

/** The bank's own reference of the return, if it names no other debit of the provider's; null of one that could not be read so far. */
async function referenceOf(
  { db, order: { providerOrganisationId } }: Returning,
  text: string | undefined,
): Promise<Result<string | null, ReferenceRefusal>> {
  if (text === undefined) return accept(null);
  const reference = paymentReference("bank", text);
  const isUsed = reference.ok && (await hasDebitReference(db, { providerOrganisationId, reference: reference.value }));
  return atMember<string, ReferenceRefusal>(isUsed ? refuse("reference_used") : reference, "reference");
}

/** What is refused of the return of a surplus as far as it could be read, all at once. */
async function checkSurplus(of: Returning, told: ToldSoFar, now: Instant) {
  const funds = fundsOf(of.order);
  if (!funds) return refuse("no_surplus");
  return checkAll<FundsReturnRefusal | ReferenceRefusal>([
    checkSurplusReturn(funds, told, dayOf(now)),
    await referenceOf(of, told.reference),
  ]);
}

/** The same of a held payer's money. */
async function checkPayer(of: Returning, told: ToldSoFar, now: Instant) {
  const funds = unclearedFunds(of.order);
  if (!funds) return refuse("no_payer_held");
  return checkAll<HeldReturnRefusal | ReferenceRefusal>([
    checkHeldReturn(funds, told, dayOf(now)),
    await referenceOf(of, told.reference),
  ]);
}

/** The funds of an order that was called off, with what of them goes back next. */
async function loadNext(db: Reader, order: LoadedOrder) {
  const funds = fundsOf(order);
  const sendings = await remittancesOfOrders(db, [order.id]);
  return { funds, next: funds ? await nextReturnOf(db, order, { funds, sendings }) : null };
}

/** The same of what goes back of a payment that was called off. */
const checkLeft = async (
  { next, ...of }: Returning & { readonly next: NextReturn | null },
  told: ToldSoFar,
  now: Instant,
) =>
  checkAll<RefundRefusal | ReferenceRefusal>([
    checkRefund(next, told, dayOf(now)),
    next ? await referenceOf(of, told.reference) : accept(undefined),
  ]);

/** What one of these refuses of a return of which not all can be read. */
const refusedOf =
  (schema: z.ZodObject, check: (of: Returning, told: ToldSoFar, now: Instant) => Promise<Result<void>>) =>
  async ({ read, actor, now }: PrepareContext, { orderId, version: _, ...sent }: Members) => {
    const loaded = await loadFunds(read, actor, { orderId: String(orderId) });
    if (!loaded.ok) return [loaded.refusal];
    return refusalsOf(await check({ db: read, order: loaded.value }, readSoFar(schema, sent).value, now));
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
      "reference_used",
      "file_unknown",
    ],
  },
  lock: lockWithReference,
  refusedSoFar: refusedOf(input, checkSurplus),
  async run(context, { orderId, version, ...told }): Promise<Result<FundsReceipt, ReturnRefusal | FundsReturnRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadFunds(tx, actor, { orderId, version });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const checked = await checkSurplus({ db: tx, order }, told, now);
    if (!checked.ok) return checked;
    const funds = fundsOf(order);
    assert(funds, "a surplus is of funds");
    const due = await dueWhenCame(context, order);
    const left = await fundsAfter(context, { orderId, ...told }, (said, today) =>
      counted(returnSurplus(funds, { ...said, amount: told.amount }, today), funds, due),
    );
    if (!left.ok) return left;
    const saved = await saveFunds(context, order, { funds: left.value });
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
      "reference_used",
      "file_unknown",
    ],
  },
  lock: lockWithReference,
  refusedSoFar: refusedOf(payerInput, checkPayer),
  async run(
    context,
    { orderId, version, ...told },
  ): Promise<Result<FundsReceipt, ReturnRefusal | FundsReturnRefusal | HeldReturnRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadFunds(tx, actor, { orderId, version });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const checked = await checkPayer({ db: tx, order }, told, now);
    if (!checked.ok) return checked;
    const funds = unclearedFunds(order);
    assert(funds, "held money is of funds");
    const due = await dueWhenCame(context, order);
    const left = await fundsAfter(context, { orderId, ...told }, (said, today) =>
      counted(returnHeld(funds, said, today), funds, due),
    );
    if (!left.ok) return left;
    const isTold = order.milestones.some(({ code, occurredAt }) => code === FUNDS_STEP && occurredAt !== null);
    const isReopened = isTold && !isWhole(left.value) && !isOver(order);
    if (isReopened) await reopenMilestone(tx, { orderId, code: FUNDS_STEP });
    const saved = await saveFunds(context, order, { funds: left.value, isReopened });
    const settled = await settleChain(context, order.dealId);
    publish({ type: "payment.payer", stage: "returned", ...orderFacts(order) });
    concerns(orderId);
    return accept({ orderId, version: settled.get(orderId) ?? saved.version });
  },
});

/**
 * Of an order that was called off, what goes back next has gone back to whoever paid it, whole: a credit where nothing had been sent, each by an advice
 * of its own, or the money that had come back from the bank.
 */
export const returnCalledOffFunds = command({
  name: "remittance.return-funds",
  action: "payment.record",
  input: calledOffInput,
  http: {
    ...fundsHttp,
    operation: "returnFunds",
    path: "/orders/{orderId}/funds/return",
    summary:
      "Of an order that was called off the next credit, or money that came back from the bank, has gone back, whole",
    example: { valueDate: "2026-11-24", reference: "RTN26112400319" },
    refusals: [
      "not_permitted",
      "no_funds_to_return",
      "return_not_whole",
      "refund_currency",
      "refund_far_off",
      "value_date_in_future",
      "value_date_before_credit",
      "reference_malformed",
      "reference_used",
      "file_unknown",
    ],
  },
  lock: lockWithReference,
  async refusedSoFar({ read, actor, now }, { orderId, version: _, ...sent }) {
    const loaded = await loadFunds(read, actor, { orderId: String(orderId) });
    if (!loaded.ok) return [loaded.refusal];
    const { next } = await loadNext(read, loaded.value);
    return refusalsOf(
      await checkLeft({ db: read, order: loaded.value, next }, readSoFar(calledOffInput, sent).value, now),
    );
  },
  async run(context, { orderId, version, ...told }): Promise<Result<FundsReceipt, ReturnRefusal | RefundRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadFunds(tx, actor, { orderId, version });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const { funds, next } = await loadNext(tx, order);
    if (!funds) return refuse("no_funds_to_return");
    const checked = await checkLeft({ db: tx, order, next }, told, now);
    if (!checked.ok) return checked;
    const left = await fundsAfter(context, { orderId, ...told }, (said, today) =>
      refunded(funds, next, { ...said, amount: told.amount, today }),
    );
    if (!left.ok) return left;
    const saved = await saveFunds(context, order, { funds: left.value });
    publish({ type: "payment.funds_returned", ...orderFacts(order) });
    concerns(orderId);
    return accept(saved);
  },
});
