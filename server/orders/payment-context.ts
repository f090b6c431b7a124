import type { Reader } from "@/db/database";
import { findDeal } from "@/db/repositories/deals";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { originOfOrder } from "@/db/repositories/order-lists";
import type { StoredOrder } from "@/db/repositories/orders";
import { findRequest } from "@/db/repositories/requests";
import { paymentCountries } from "@/domain/remittance/corridor-health";
import {
  type AgreedRate,
  contractRateOf,
  isUnconfirmed,
  type LockTerms,
  payeePerPayer,
  type RateLock,
  type WorseRate,
  worseRate,
} from "@/domain/remittance/rate-lock";
import type { PaymentSpec } from "@/domain/services/payment/spec";
import { payment } from "@/domain/services/payment/kind";
import type { PaymentTerms } from "@/domain/services/payment/terms";
import { accept, assert, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { type CrossRate, crossRate } from "@/domain/shared/exchange-rate";
import { dayOf, type Instant } from "@/domain/shared/time";
import {
  type StoredRemittance,
  appendRemittanceEntry,
  lastRemittance,
  remittanceEntriesOf,
  saveRemittance,
} from "../../db/repositories/remittances";
import type { CommandContext } from "../platform/command";
import { advanceRemittance } from "@/domain/remittance/remittance";
import { countriesOf } from "@/server/hubs/queries/network";

/** What a payment order is held to: what was asked for, what its bid says, and from which country to which the money goes. */
export type PaymentContext = {
  /** Null for an order of a request that says too little to be held to: no currencies, no lock. */
  readonly spec: PaymentSpec | null;
  readonly terms: PaymentTerms;
  /** What the bid charges for the exchange; null where it names no spread. */
  readonly spreadBps: number | null;
  readonly payerCountry: string;
  readonly payeeCountry: string;
};

export async function paymentContext(
  db: Reader,
  order: Pick<StoredOrder, "requestId" | "dealId" | "bidId" | "awardId">,
): Promise<PaymentContext> {
  const request = await findRequest(db, order.requestId);
  const deal = await findDeal(db, order.dealId);
  assert(request && deal, "an order has its request and its deal");
  const spec = payment.specSchema.safeParse(request.spec).data ?? null;
  const content = (await originOfOrder(db, order))?.content;
  const terms = payment.termsSchema.safeParse(content?.terms).data ?? {};
  const spread = content?.lines.find(({ code, basis }) => code === "FXS" && basis === "bps_of_amount");
  const spreadBps = spread?.rateBps ?? null;
  return { spec, terms, spreadBps, ...paymentCountries(spec ?? {}, await countriesOf(db, deal)) };
}

export const isExchange = ({ spec }: PaymentContext): boolean =>
  spec !== null && spec.payerCurrency !== spec.payeeCurrency;

/** The rate that the bid itself states; null where it is built on the market's. */
const statedRate = ({ spec, terms }: PaymentContext): Pick<RateLock, "base" | "rate"> | null =>
  spec === null || terms.midRate === undefined
    ? null
    : { base: terms.midBase ?? spec.payerCurrency, rate: terms.midRate };

/** By what it is judged whether a lock is worse than agreed: a rate of the bid's own, or the market's of the lock's day. */
export const agreedRateOf = (context: PaymentContext): AgreedRate => statedRate(context) ?? "market";

export const promisedMinutesOf = ({ spec, terms }: PaymentContext): number | null =>
  spec && (terms.lockMinutes ?? spec.lockMinutes ?? null);

/** The market's mid rate of that day, of one unit of the payer's currency; null where the market has none. */
async function marketMidOf(
  db: Reader,
  { payerCurrency, payeeCurrency }: PaymentSpec,
  at: Instant,
): Promise<CrossRate | null> {
  const day = dayOf(at);
  const market = crossRate(payerCurrency, payeeCurrency, { rates: await ratesUpTo(db, day), day });
  return market.ok ? market.value : null;
}

/** The rates of a payment's own that a lock may be held to, of one unit of the payer's currency. */
function ownRates(context: PaymentContext, { payerCurrency }: PaymentSpec, first: RateLock | undefined) {
  const inPayees = (rate: Pick<RateLock, "base" | "rate"> | null | undefined) =>
    rate ? payeePerPayer(rate, payerCurrency) : null;
  return { stated: inPayees(statedRate(context)), firstLock: inPayees(first) };
}

/** By how much a lock is worse than agreed while its buyer has not taken it; null of any other lock. */
export async function worseRateOf(
  db: Reader,
  context: PaymentContext,
  { lock, first }: { readonly lock: RateLock; readonly first: RateLock | undefined },
): Promise<WorseRate | null> {
  const { spec, spreadBps } = context;
  if (!spec || !isUnconfirmed(lock)) return null;
  const { payerCurrency, payeeCurrency, amount = null } = spec;
  const marketMid = await marketMidOf(db, spec, lock.lockedAt);
  const pair = { payerCurrency, payeeCurrency };
  return worseRate(lock, { ...pair, ...ownRates(context, spec, first), marketMid, spreadBps, amount });
}

/** What a new lock is held to: the bid's lock period, and the rate that was agreed for the day on which it is locked, where that is known. */
export async function lockTermsOf(
  db: Reader,
  context: PaymentContext,
  { locks, lockedAt }: { readonly locks: readonly RateLock[]; readonly lockedAt: Instant | undefined },
): Promise<LockTerms | null> {
  const { spec } = context;
  if (!spec) return null;
  const { payerCurrency, payeeCurrency } = spec;
  const marketMid = lockedAt === undefined ? null : await marketMidOf(db, spec, lockedAt);
  const { stated, firstLock } = ownRates(context, spec, locks[0]);
  const contractRate = contractRateOf({ stated, marketMid: marketMid?.ratio ?? null, firstLock });
  const promisedMinutes = promisedMinutesOf(context);
  return { payerCurrency, payeeCurrency, locks, promisedMinutes, contractRate, marketMid };
}

/** The sending that something has happened to: an order's last. */
export async function sendingOf(
  tx: Reader,
  order: Pick<StoredOrder, "id" | "service">,
): Promise<Result<StoredRemittance, Refusal<"payment_not_sent">>> {
  const last = order.service === "payment" ? await lastRemittance(tx, order.id) : undefined;
  return last ? accept(last) : refuse("payment_not_sent");
}

/** Since when a bank holds the money of an order back; null where none does, and for every other service. */
export async function frozenSince(
  context: Pick<CommandContext, "tx">,
  order: Pick<StoredOrder, "id" | "service">,
): Promise<Instant | null> {
  const sending = await sendingOf(context.tx, order);
  return sending.ok && sending.value.state === "frozen" ? sending.value.frozenAt : null;
}

/** A receipt that was taken back, and that it was: neither is something that a bank did. */
const TAKEN_BACK = ["receive", "reopen"];

/**
 * Takes the receipt of a payment back with the delivery that is to be done again: the last sending is on its way once more, and can be received,
 * called back or come back. The receipt stays in its history, and its time binds nothing: what the bank did in truth may have been before it.
 * Does nothing to other services, and to a delivery that was told without a sending.
 */
export async function takeReceiptBack(
  { tx, actor, now }: Pick<CommandContext, "tx" | "actor" | "now">,
  order: Pick<StoredOrder, "id" | "service">,
): Promise<void> {
  const last = await sendingOf(tx, order);
  if (!last.ok) return;
  const { id: remittanceId, sentAt, state } = last.value;
  const next = advanceRemittance(state, "reopen");
  if (!next.ok) return;
  const entries = await remittanceEntriesOf(tx, [remittanceId]);
  const times = entries.filter(({ event }) => !TAKEN_BACK.includes(event)).map(({ occurredAt }) => occurredAt);
  const lastAt = Math.max(sentAt, ...times);
  await saveRemittance(tx, last.value, { state: next.value, receivedAt: null, lastAt });
  await appendRemittanceEntry(tx, {
    ...{ remittanceId, event: "reopen", occurredAt: now, recordedAt: now, byUserId: actor.userId },
    ...{ reason: null, words: "", fileIds: [] },
  });
}
