import { z } from "zod";
import type { Reader } from "../../db/database";
import {
  hasDebitReference,
  hasPaymentReference,
  lastRemittance,
  type StoredRemittance,
} from "../../db/repositories/remittances";
import type { Actor } from "../../domain/access/policy";
import { type HappenedRefusal, mayHaveHappened } from "../../domain/orders/step-times";
import { paymentReference, REFERENCE_KINDS, type ReferenceKind } from "../../domain/remittance/payment-reference";
import { advanceRemittance, awaitsPayee, isOnItsWay, isToBeSent } from "../../domain/remittance/remittance";
import { maySendAgain, type SentAgainRefusal } from "../../domain/remittance/return-cost";
import { CHANNELS } from "../../domain/services/payment/choices";
import type { PaymentSpec } from "../../domain/services/payment/spec";
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
import type { Instant } from "../../domain/shared/time";
import type { Money } from "../../domain/shared/money";
import { moneySchema, readSoFar } from "../../domain/shared/wire-fields";
import { type MilestoneFilesRefusal, putToMilestone } from "../files/milestone-files";
import { type AskedStepRefusal, takeStep } from "../orders/take-step";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import { command } from "../platform/command";
import { paymentContext, sendingOf } from "../orders/payment-context";
import { checkAgainstFunds, checkUnexchangedAgain, payeesOf } from "../orders/payment-funds";
import { keepSending } from "../orders/payment-step";
import type { RemittanceReceipt } from "./move-remittance";
import { loadOrder, type LoadRefusal } from "../orders/load-order";
import {
  EXAMPLE_TIME,
  ofPaymentOrder,
  TRANSITION_REFUSALS,
  transitionFields,
  transitionHttp,
  lockWithReference,
} from "./payment-fields";
import { lateFields, lateStatement } from "../../domain/orders/late-fields";
import { lockDealOfOrder } from "../../db/repositories/deals";

const sendPaymentInput = z.strictObject({
  ...ofPaymentOrder,
  referenceKind: z.enum(REFERENCE_KINDS, "unknown_choice"),
  reference: z.string().trim().min(1, "required").max(40, "too_long").meta({
    description:
      "A UETR (UUID of version 4), 8 to 35 letters and digits of a CIPS message, or 5 to 35 signs of the bank's own",
  }),
  amount: moneySchema
    .refine(({ minor }) => minor > 0n, "amount_not_positive")
    .optional()
    .meta({
      description:
        "Where not given that of the request, exchanged by the rate that holds; of money that came back exchanged what came back, or all that was sent where the provider bears the cost of the return. It may not be less; of a first sending only by the contract's charges, where the request fixes what the payer pays",
    }),
  channel: z.enum(CHANNELS, "unknown_choice").optional().meta({ description: "The bid's where not given" }),
  ...transitionFields,
  ...lateFields,
});

type SendRefusal = Refusal<
  | "not_found"
  | "payment_on_its_way"
  | "reference_malformed"
  | "reference_used"
  | "amount_needed"
  | "amount_currency"
  | "sent_above_received"
  | "sent_below_due"
  | "payee_awaited"
>;

/** What was typed of a sending: undefined is what could not be read so far, and an amount that was not given is null. */
type Typed = {
  readonly amount: Money | null | undefined;
  readonly occurredAt: Instant | undefined;
  readonly kind: ReferenceKind | undefined;
  readonly text: string | undefined;
};

/** Whether this amount can be what was sent: one that the request or the provider names, in one of the payment's currencies. */
function checkAmount(spec: PaymentSpec | null, amount: Money | null | undefined): Result<void, SendRefusal> {
  if (amount === undefined) return accept(undefined);
  if (!amount) return spec?.amount ? accept(undefined) : refuse("amount_needed");
  if (!spec || [spec.payerCurrency, spec.payeeCurrency].includes(amount.currency)) return accept(undefined);
  return refuse("amount_currency", { payerCurrency: spec.payerCurrency, payeeCurrency: spec.payeeCurrency });
}

/** The reference as it is kept, if it is one and names no other sending and no debit of the provider's; null of one that could not be read so far. */
async function checkReference(
  db: Reader,
  { providerOrganisationId }: Pick<LoadedOrder, "providerOrganisationId">,
  { kind, text }: Pick<Typed, "kind" | "text">,
): Promise<Result<string | null, Refusal<"reference_malformed" | "reference_used">>> {
  if (kind === undefined || text === undefined) return accept(null);
  const read = paymentReference(kind, text);
  if (!read.ok) return read;
  const reference = read.value;
  const isUsed =
    (await hasPaymentReference(db, { kind, reference })) ||
    (await hasDebitReference(db, { providerOrganisationId, reference }));
  return isUsed ? refuse("reference_used") : read;
}

type ToSend = { readonly order: LoadedOrder; readonly last: StoredRemittance | null };

/** The order whose money can be sent now, with what was sent before and came back. */
async function loadToSend(
  db: Reader,
  actor: Actor,
  of: { readonly orderId: string; readonly version?: number | undefined },
): Promise<
  Result<ToSend, LoadRefusal | Refusal<"not_found" | "payment_on_its_way" | "wrong_state" | "payee_awaited">>
> {
  const loaded = await loadOrder(db, actor, { ...of, action: "payment.record" });
  if (!loaded.ok) return loaded;
  const order = loaded.value;
  if (order.service !== "payment") return refuse("not_found");
  const last = (await lastRemittance(db, order.id)) ?? null;
  if (last && isOnItsWay(last.state)) return refuse("payment_on_its_way", { attempt: last.attempt });
  if (last && !isToBeSent(last.state)) return refuse("wrong_state", { state: last.state, event: "send" });
  const { spec } = await paymentContext(db, order);
  const isAwaited = awaitsPayee(last, {
    isNamed: spec?.payee !== undefined,
    given: await payeesOf(db, order.id),
  });
  return isAwaited ? refuse("payee_awaited") : accept({ order, last });
}

/** The reference as it is kept, once all that was typed of a sending can be so; else every fault of it at once, each with its member. */
async function checkTyped(
  db: Reader,
  { order, last }: ToSend,
  { typed, now }: { readonly typed: Typed; readonly now: Instant },
): Promise<Result<string | null, SendRefusal | SentAgainRefusal | HappenedRefusal>> {
  const { amount, occurredAt } = typed;
  const reference = await checkReference(db, order, typed);
  const { spec } = await paymentContext(db, order);
  const checkFunds = (of: { readonly amount: Money | null; readonly occurredAt: Instant }) =>
    last ? checkUnexchangedAgain(db, order, { ...of, last }) : checkAgainstFunds(db, order, of);
  const isRead = amount !== undefined && occurredAt !== undefined;
  const checked = checkAll<SendRefusal | SentAgainRefusal | HappenedRefusal>([
    atMember(reference, "reference"),
    atMember(checkAmount(spec, amount), "amount"),
    atMember(maySendAgain(last, amount ?? null), "amount"),
    isRead ? atMember(await checkFunds({ amount, occurredAt }), "amount") : accept(undefined),
    occurredAt === undefined
      ? accept(undefined)
      : atMember(mayHaveHappened(occurredAt, { lastAt: null, now }), "occurredAt"),
  ]);
  return checked.ok ? reference : checked;
}

/**
 * The money has been sent, under a rate that holds where currencies are exchanged; what came back before is sent anew as the next attempt, in the
 * payee's currency and under no rate where it came back in that (`money_exchanged`), in full where the provider bears the cost of the return
 * (`sent_short`); less than is due is not sent (`sent_below_due`), and what the payee has is not sent again.
 */
export const sendPayment = command({
  name: "remittance.send-payment",
  action: "payment.record",
  input: sendPaymentInput,
  http: {
    ...transitionHttp,
    path: "/orders/{orderId}/sendings",
    status: 201,
    summary: "The money has been sent, under a rate that holds where currencies are exchanged",
    description: "After a return it is the next attempt. From the lock's end on it answers 410 `lock_expired`.",
    example: {
      referenceKind: "uetr",
      reference: "97ed4827-7b6f-4491-a06f-b548d5a7512d",
      occurredAt: EXAMPLE_TIME,
    },
    refusals: [
      ...TRANSITION_REFUSALS,
      "lock_missing",
      "lock_unconfirmed",
      "lock_expired",
      "payment_on_its_way",
      "payee_awaited",
      "reference_malformed",
      "reference_used",
      "amount_needed",
      "amount_currency",
      "money_exchanged",
      "sent_short",
      "sent_above_received",
      "sent_below_due",
      "milestone_out_of_order",
      "step_owed",
      "gate_closed",
      "late_without_reason",
    ],
  },
  lock: lockWithReference,
  async refusedSoFar({ read, actor, now }, { orderId, version: _, ...sent }) {
    const loaded = await loadToSend(read, actor, { orderId: String(orderId) });
    if (!loaded.ok) return [loaded.refusal];
    const { value, unread } = readSoFar(sendPaymentInput, sent);
    const { occurredAt, referenceKind: kind, reference: text } = value;
    const amount = value.amount ?? (unread.has("amount") ? undefined : null);
    return refusalsOf(await checkTyped(read, loaded.value, { typed: { amount, occurredAt, kind, text }, now }));
  },
  async run(
    context,
    { orderId, version, referenceKind, occurredAt, words, fileIds, ...said },
  ): Promise<
    Result<RemittanceReceipt, LoadRefusal | AskedStepRefusal | MilestoneFilesRefusal | SendRefusal | SentAgainRefusal>
  > {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadToSend(tx, actor, { orderId, version });
    if (!loaded.ok) return loaded;
    const { order } = loaded.value;
    const { amount = null } = said;
    const typed = { amount, occurredAt, kind: referenceKind, text: said.reference };
    const reference = await checkTyped(tx, loaded.value, { typed, now });
    if (!reference.ok) return reference;
    assert(reference.value !== null, "the reference was read");
    const put = await putToMilestone(tx, fileIds, { orderId, code: "sent", organisationId: actor.organisationId });
    if (!put.ok) return put;
    const details = { amount, referenceKind, reference: reference.value, words, fileIds };
    const channel = said.channel === undefined ? {} : { channel: said.channel };
    const sent = await keepSending(context, order, { occurredAt, ...details, ...channel });
    assert(sent, "nothing else of this order has been sent without coming back");
    const taken = await takeStep(context, order, {
      code: "sent",
      occurredAt,
      note: words || null,
      late: lateStatement(said),
    });
    if (!taken.ok) return taken;
    concerns(orderId);
    return accept({ ...sent, orderId, version: taken.value.version });
  },
});

const recordReceiptInput = z.strictObject({ ...ofPaymentOrder, ...transitionFields, ...lateFields });

/** The payee has the money, with what shows it; that delivers the order. Money that a bank holds is let go first. */
export const recordReceipt = command({
  name: "remittance.record-receipt",
  action: "payment.record",
  input: recordReceiptInput,
  http: {
    ...transitionHttp,
    path: "/orders/{orderId}/sendings/receipt",
    summary: "The payee has the money; that delivers the order",
    example: { occurredAt: EXAMPLE_TIME, words: "Bank's confirmation attached" },
    refusals: [...TRANSITION_REFUSALS, "payment_not_sent", "step_owed", "late_without_reason"],
  },
  lock: lockDealOfOrder,
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
