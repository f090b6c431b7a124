import { z } from "zod";
import type { Reader } from "../../db/database";
import {
  confirmLock as saveConfirmation,
  hasLockReference,
  insertLock,
  lastRemittance,
  locksOfOrders,
} from "../../db/repositories/remittances";
import { type HappenedRefusal, mayHaveHappened } from "../../domain/orders/step-times";
import { mayStandBeside, orderFacts } from "../../domain/orders/order";
import type { Actor } from "../../domain/access/policy";
import {
  checkLock,
  isLive,
  isUnconfirmed,
  lockRate as judgeLock,
  type LockRefusal,
  type LockTerms,
  type RateLock,
} from "../../domain/remittance/rate-lock";
import { boundedText, instantField, readSoFar } from "../../domain/shared/wire-fields";
import { type ExchangedRefusal, mayBeExchanged } from "../../domain/remittance/return-cost";
import { type Instant, toIso } from "../../domain/shared/time";
import { CURRENCIES } from "../../domain/shared/money";
import { accept, atMember, checkAll, type Refusal, refusalsOf, refuse, type Result } from "../../domain/shared/result";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import { type StepRefusal, takeStep } from "../orders/take-step";
import { idText, timeText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";
import { lockTermsOf, paymentContext } from "../orders/payment-context";
import { retellLock } from "../orders/payment-step";
import { loadOrder, type LoadRefusal } from "../orders/load-order";
import { EXAMPLE_TIME, lockWithReference, ofPaymentOrder, TRANSITION_REFUSALS } from "./payment-fields";
import { lockDealOfOrder } from "../../db/repositories/deals";

const LOCK_REFERENCE_MAX = 80;

const lockRateInput = z.strictObject({
  ...ofPaymentOrder,
  base: z.enum(CURRENCIES, "unknown_choice").meta({ description: "1 of it is `rate` of the payment's other currency" }),
  rate: z.string().trim().min(1, "required").max(24, "too_long"),
  reference: boundedText(LOCK_REFERENCE_MAX),
  lockedAt: instantField,
  expiresAt: instantField.optional().meta({ description: "After the bid's lock period where not given" }),
});

const receiptShape = z
  .strictObject({ id: idText, orderId: idText, number: z.int(), expiresAt: timeText, needsConfirmation: z.boolean() })
  .meta({ id: "RateLockReceipt" });

type LockReceipt = z.infer<typeof receiptShape>;

type Locked = { readonly order: LoadedOrder; readonly locks: readonly RateLock[] };

/** The payment order for which a rate is locked, if one can be: its work is not over, and its money neither on its way nor back exchanged. */
async function loadLocked(
  db: Reader,
  actor: Actor,
  of: { readonly orderId: string; readonly version?: number | undefined },
): Promise<Result<Locked, LoadRefusal | ExchangedRefusal | Refusal<"not_found" | "wrong_state">>> {
  const loaded = await loadOrder(db, actor, { ...of, action: "payment.record" });
  if (!loaded.ok) return loaded;
  const order = loaded.value;
  if (order.service !== "payment") return refuse("not_found");
  if (order.deliveredAt !== null || order.state === "cancelled")
    return refuse("wrong_state", { state: order.state, event: "progress" });
  const toSend = mayBeExchanged((await lastRemittance(db, order.id)) ?? null);
  return toSend.ok ? accept({ order, locks: await locksOfOrders(db, [order.id]) }) : toSend;
}

const CODE = "rate_locked";

/** Whether no rate was locked for it before, so that the lock takes its step; an order that exchanges nothing has no such step. */
const isFirstOf = ({ milestones }: LoadedOrder): boolean =>
  milestones.find(({ code }) => code === CODE)?.occurredAt === null;

/** Whether the lock can have been made then; its step stands between those before and after it. */
const checkTime = (order: LoadedOrder, occurredAt: Instant, now: Instant): Result<void, HappenedRefusal> =>
  isFirstOf(order)
    ? mayStandBeside(order.milestones, { code: CODE, occurredAt }, now)
    : mayHaveHappened(occurredAt, { lastAt: null, now });

/** As far as it could be read. */
type Asked = Parameters<typeof checkLock>[1] & { readonly reference?: string | undefined };

/** Refuses the reference of another lock of the provider's: its bank gives each once. */
async function checkReference(
  db: Reader,
  { providerOrganisationId }: LoadedOrder,
  { reference }: Asked,
): Promise<Result<void, Refusal<"lock_reference_used">>> {
  const isUsed = reference !== undefined && (await hasLockReference(db, { providerOrganisationId, reference }));
  return isUsed ? refuse("lock_reference_used", { field: "reference" }) : accept(undefined);
}

/** What a lock is held to, once all of it that could be read keeps that; else every fault of it at once. */
async function checkLocked(
  db: Reader,
  { order, locks }: Locked,
  { asked, now }: { readonly asked: Asked; readonly now: Instant },
): Promise<Result<LockTerms, LockRefusal | HappenedRefusal | Refusal<"lock_reference_used">>> {
  const { lockedAt } = asked;
  const terms = await lockTermsOf(db, await paymentContext(db, order), { locks, lockedAt });
  if (!terms) return refuse("no_exchange");
  const checked = checkAll<LockRefusal | HappenedRefusal | Refusal<"lock_reference_used">>([
    lockedAt === undefined ? accept(undefined) : atMember(checkTime(order, lockedAt, now), "lockedAt"),
    checkLock(terms, asked),
    await checkReference(db, order, asked),
  ]);
  return checked.ok ? accept(terms) : checked;
}

/** The provider has locked a rate for the payment; one that is worse than the contract's holds once the buyer takes it, until the next is locked. */
export const lockRate = command({
  name: "remittance.lock-rate",
  action: "payment.record",
  input: lockRateInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/rate-locks",
    scope: "orders:write",
    status: 201,
    summary: "The provider has locked a rate; one that is worse than the contract's holds once the buyer takes it",
    example: {
      ...{ base: "USD", rate: "7.12", reference: "FX-20931" },
      ...{ lockedAt: EXAMPLE_TIME, expiresAt: "2026-11-24T10:15:00Z" },
    },
    output: receiptShape,
    refusals: [
      ...TRANSITION_REFUSALS,
      "no_exchange",
      "pair_differs",
      "rate_malformed",
      "rate_off_market",
      "lock_expiry_missing",
      "lock_too_short",
      "lock_too_long",
      "lock_stands",
      "lock_reference_used",
      "exchanged_already",
      "payment_on_its_way",
      "milestone_out_of_order",
      "step_owed",
      "gate_closed",
    ],
  },
  lock: lockWithReference,
  async refusedSoFar({ read, actor, now }, { orderId, version: _, ...sent }) {
    const loaded = await loadLocked(read, actor, { orderId: String(orderId) });
    if (!loaded.ok) return [loaded.refusal];
    const { value, unread } = readSoFar(lockRateInput, sent);
    const expiresAt = value.expiresAt ?? (unread.has("expiresAt") ? undefined : null);
    return refusalsOf(await checkLocked(read, loaded.value, { asked: { ...value, expiresAt }, now }));
  },
  async run(
    context,
    { orderId, version, expiresAt = null, ...asked },
  ): Promise<
    Result<
      LockReceipt,
      | LoadRefusal
      | LockRefusal
      | ExchangedRefusal
      | HappenedRefusal
      | StepRefusal
      | Refusal<"not_found" | "no_exchange" | "wrong_state" | "lock_reference_used">
    >
  > {
    const { tx, actor, now, newId, publish, concerns } = context;
    const loaded = await loadLocked(tx, actor, { orderId, version });
    if (!loaded.ok) return loaded;
    const { order, locks } = loaded.value;
    const checked = await checkLocked(tx, loaded.value, { asked: { ...asked, expiresAt }, now });
    if (!checked.ok) return checked;
    const terms = checked.value;
    const judged = judgeLock(terms, { ...asked, expiresAt });
    if (!judged.ok) return judged;
    const quote = asked.base === terms.payerCurrency ? terms.payeeCurrency : terms.payerCurrency;
    const id = newId();
    const number = locks.length + 1;
    const by = { recordedAt: now, recordedByUserId: actor.userId };
    await insertLock(tx, { id, orderId, number, ...asked, quote, ...judged.value, ...by });
    if (isFirstOf(order)) {
      const taken = await takeStep(context, order, { code: CODE, occurredAt: asked.lockedAt });
      if (!taken.ok) return taken;
    } else if (!judged.value.needsConfirmation) await retellLock(context, order, asked.lockedAt);
    publish({ type: "payment.locked", lockId: id, number, ...judged.value, ...orderFacts(order) });
    concerns(orderId);
    return accept({ id, orderId, number, ...judged.value, expiresAt: toIso(judged.value.expiresAt) });
  },
});

const confirmLockInput = z.strictObject({ orderId: z.string().min(1).max(64), lockId: z.string().min(1).max(64) });

type Confirmed = { readonly id: string; readonly orderId: string; readonly confirmedAt: string };

/** The buyer takes a rate that is worse than the contract's, while it holds and no other was locked (`lock_replaced`). */
export const confirmLock = command({
  name: "remittance.confirm-lock",
  action: "payment.confirm",
  input: confirmLockInput,
  http: {
    method: "POST",
    operation: "confirmRateLock",
    path: "/orders/{orderId}/rate-locks/{lockId}/confirm",
    scope: "orders:write",
    status: 200,
    summary: "The buyer takes a rate that is worse than the contract's, while it holds",
    output: z.strictObject({ id: idText, orderId: idText, confirmedAt: timeText }),
    refusals: ["not_permitted", "nothing_to_confirm", "lock_replaced", "lock_expired"],
  },
  lock: lockDealOfOrder,
  async run(
    context,
    { orderId, lockId },
  ): Promise<
    Result<Confirmed, LoadRefusal | Refusal<"not_found" | "nothing_to_confirm" | "lock_replaced" | "lock_expired">>
  > {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, action: "payment.confirm" });
    if (!loaded.ok) return loaded;
    const lock = (await locksOfOrders(tx, [orderId])).find(({ id }) => id === lockId);
    if (!lock) return refuse("not_found");
    if (!isUnconfirmed(lock)) return refuse("nothing_to_confirm");
    if (lock.isReplaced) return refuse("lock_replaced");
    if (!isLive(lock, now)) return refuse("lock_expired", { expiredAt: toIso(lock.expiresAt) });
    await saveConfirmation(tx, lockId, { confirmedAt: now, confirmedByUserId: actor.userId });
    await retellLock(context, loaded.value, lock.lockedAt);
    publish({ type: "payment.lock_confirmed", lockId, number: lock.number, ...orderFacts(loaded.value) });
    concerns(orderId);
    return accept({ id: lockId, orderId, confirmedAt: toIso(now) });
  },
});
