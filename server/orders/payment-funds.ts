import type { Reader } from "@/db/database";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { findMilestones, keepPart, keptOfStep, saveOrder } from "@/db/repositories/orders";
import { findRequestOfService } from "@/db/repositories/requests";
import { findOrganisation } from "@/db/repositories/organisations";
import { locksOfOrders, type StoredRemittance } from "@/db/repositories/remittances";
import {
  checkWholeSent,
  checkWithin,
  CLEARANCE_STEP,
  type Due,
  type Funds,
  FUNDS_STEP,
  type FundsRefusal,
  type FundsTold,
  isCollected,
  isOwnAccount,
  leastSent,
  remainingMinor,
  sendableMinor,
  withReceipt,
} from "@/domain/services/payment/funds";
import { customs } from "@/domain/services/customs/kind";
import type { PaymentSpec } from "@/domain/services/payment/spec";
import {
  goesBack,
  type Held,
  heldOf,
  nextCredit,
  nextOfBank,
  type NextReturn,
  stillHeld,
} from "@/domain/remittance/called-off";
import { exchangedBy, leastPaid, payeePerPayer, underLock } from "@/domain/remittance/rate-lock";
import { accept, assert, type Refusal, type Result } from "@/domain/shared/result";
import { dayOf, type Instant } from "@/domain/shared/time";
import { exchangedAlready } from "@/domain/remittance/return-cost";
import { convert } from "@/domain/shared/exchange-rate";
import { type Currency, type Money, money } from "@/domain/shared/money";
import type { LoadedOrder, StepContext } from "./kinds/kind-in-order";
import { paymentContext } from "./payment-context";
import type { NewPayee } from "@/domain/services/payment/new-payee";

/** Between the name of a company in its own script and in Latin letters, where a form takes both. */
const NAME_IN_BOTH_SCRIPTS = " · ";

type PaidOrder = Pick<LoadedOrder, "id" | "requestId" | "dealId" | "bidId" | "awardId">;
type At = { readonly occurredAt: Instant };

/** What has come in of a payment by what its steps keep. */
export const fundsOf = ({ milestones }: Pick<LoadedOrder, "milestones">): Funds | undefined =>
  milestones.find(({ code }) => code === FUNDS_STEP)?.evidence?.funds;

/**
 * What a payment asks for and how a payer's money counts against it: as it is, or exchanged by the rate that holds then, else by the one that was
 * locked last.
 */
async function counter(db: Reader, order: PaidOrder, { occurredAt }: At) {
  const { spec } = await paymentContext(db, order);
  const locks = await locksOfOrders(db, [order.id]);
  const under = underLock(locks, occurredAt);
  const lock = under.ok ? under.value : (locks.at(-1) ?? null);
  return { spec, lock, exchanged: (paid: Money): Money => (spec && lock ? exchangedBy(paid, lock, spec) : paid) };
}

/** What is due in the payer's currency; null where the request names no amount, or no rate says what that is in the payer's. */
function duePaid({ spec, lock }: Pick<Awaited<ReturnType<typeof counter>>, "spec" | "lock">): Money | null {
  const amount = spec?.amount;
  if (!spec || !amount || amount.currency === spec.payerCurrency) return amount ?? null;
  const perPayer = lock && payeePerPayer(lock, spec.payerCurrency);
  return perPayer ? leastPaid(amount, perPayer, spec.payerCurrency) : null;
}

/** What is to come in for an order's payment, at the rate of that moment. */
export async function dueOf(db: Reader, order: LoadedOrder, at: At): Promise<Due & { spec: PaymentSpec | null }> {
  const { spec, lock, exchanged } = await counter(db, order, at);
  const asked = spec?.amount ?? null;
  const differenceOf = (received: Money): Money | null => {
    const counted = asked && (asked.currency === received.currency ? received : exchanged(received));
    return counted?.currency === asked?.currency && counted && asked
      ? money(counted.minor - asked.minor, asked.currency)
      : null;
  };
  return { spec, due: duePaid({ spec, lock }), differenceOf };
}

/** By which names the deal's clearance knows who imports the goods, in either script; none where it names nobody but the buyer. */
async function importerNamesOf(
  db: Reader,
  { dealId }: Pick<LoadedOrder, "dealId">,
  buyerNames: readonly string[],
): Promise<readonly string[]> {
  const request = await findRequestOfService(db, dealId, "customs");
  const importer = customs.specSchema.safeParse(request?.spec).data?.importerOfRecord?.name ?? "";
  const names = importer.split(NAME_IN_BOTH_SCRIPTS).filter((name) => name !== "");
  return names.some((name) => isOwnAccount(name, buyerNames)) ? [] : names;
}

/**
 * What has come in with this credit, against the amount that the request asks for. An amount in the payee's currency is compared at the rate
 * that is locked.
 */
export async function fundsWith(
  db: Reader,
  order: LoadedOrder,
  { told, occurredAt, now }: At & { readonly told: FundsTold | undefined; readonly now: Instant },
): Promise<Result<Funds, FundsRefusal>> {
  const { spec, ...due } = await dueOf(db, order, { occurredAt });
  const buyer = await findOrganisation(db, order.buyerOrganisationId);
  assert(buyer, "an order has its buyer");
  const buyerNames = [buyer.nameOwn, buyer.nameLatin];
  return withReceipt(told, {
    ...due,
    payerCurrency: spec?.payerCurrency ?? null,
    buyerNames,
    isCollected: spec !== null && isCollected(spec, buyerNames),
    importerNames: await importerNamesOf(db, order, buyerNames),
    today: dayOf(now),
    before: fundsOf(order) ?? { receipts: [] },
  });
}

/** The funds of which money may be held: those that are not cleared yet. */
export const unclearedFunds = (order: Pick<LoadedOrder, "milestones">): Funds | undefined =>
  order.milestones.some(({ code, occurredAt }) => code === CLEARANCE_STEP && occurredAt !== null)
    ? undefined
    : fundsOf(order);

type ChangedFunds = {
  readonly funds: Funds;
  /** Whether their step was reopened: what else it had been told with went to the record with it, and does not stay. */
  readonly isReopened?: boolean;
};

/** Keeps funds with their step as a command has changed them, beside what else that was told with. */
export async function saveFunds(
  { tx }: Pick<StepContext, "tx">,
  order: LoadedOrder,
  { funds, isReopened = false }: ChangedFunds,
): Promise<{ readonly orderId: string; readonly version: number }> {
  const evidence = isReopened ? null : order.milestones.find(({ code }) => code === FUNDS_STEP)?.evidence;
  await keepPart(tx, { orderId: order.id, code: FUNDS_STEP }, { ...evidence, funds });
  await saveOrder(tx, order, {});
  return { orderId: order.id, version: order.version + 1 };
}

/** By how much the funds of a payment are short of what is due; null where they are not. */
export async function missingFunds(db: Reader, orderId: string): Promise<Money | null> {
  const milestones = await findMilestones(db, { id: orderId, service: "payment" });
  const difference = fundsOf({ milestones })?.difference;
  return difference && difference.minor < 0 ? money(BigInt(-difference.minor), difference.currency) : null;
}

/** What the contract charges, in a currency by the market's rate of that day; null where the market has none. */
async function chargesIn(
  db: Reader,
  { contractMinor, contractCurrency }: LoadedOrder,
  { currency, occurredAt }: At & { readonly currency: Currency },
): Promise<Money | null> {
  const price = money(contractMinor, contractCurrency);
  const day = dayOf(occurredAt);
  const charges = convert(price, currency, await ratesUpTo(db, day), day);
  return charges.ok ? charges.value.amount : null;
}

type ToSend = At & { readonly amount: Money | null };

/** Whether money that came back unexchanged is sent again whole, by the rate that holds then; of what came back exchanged `maySendAgain` judges. */
export async function checkUnexchangedAgain(
  db: Reader,
  order: LoadedOrder,
  { amount, occurredAt, last }: ToSend & { readonly last: StoredRemittance },
): Promise<Result<void, Refusal<"sent_below_due">>> {
  const { returnedMinor, returnedCurrency } = last;
  if (!amount || returnedMinor === null || returnedCurrency === null || exchangedAlready(last))
    return accept(undefined);
  const back = money(returnedMinor, returnedCurrency);
  if (amount.currency === back.currency) return checkWholeSent(amount, back);
  const { exchanged } = await counter(db, order, { occurredAt });
  return checkWholeSent(amount, exchanged(back));
}

/**
 * Whether a first sending is what came in for the payment: no more, and no less than is due but for the contract's charges. Of what nobody has said
 * what came in, nothing is refused.
 */
export async function checkAgainstFunds(
  db: Reader,
  order: LoadedOrder,
  { amount, occurredAt }: ToSend,
): Promise<Result<void, Refusal<"sent_above_received" | "sent_below_due">>> {
  const funds = fundsOf(order);
  const [first] = funds?.receipts ?? [];
  if (!amount || !funds || !first) return accept(undefined);
  const { spec, exchanged } = await counter(db, order, { occurredAt });
  const own = money(sendableMinor(funds), first.amount.currency);
  const sendable = amount.currency === own.currency ? own : exchanged(own);
  const within = checkWithin(amount, sendable);
  if (!within.ok) return within;
  const isPayees = spec?.amount?.currency === sendable.currency && sendable.currency !== own.currency;
  const due = isPayees ? (spec?.amount ?? null) : null;
  const charges = await chargesIn(db, order, { currency: sendable.currency, occurredAt });
  return checkWholeSent(amount, leastSent(sendable, { due, charges }));
}

type Sent = Pick<StoredRemittance, "state" | "amountMinor" | "amountCurrency" | "sentAt">;

/**
 * What of an order's funds is with the payee or on its way, in minor units of the payer's currency: all that was there for the payment where that
 * was sent, else the sending at the rate under which it went. Null before anything is sent, and of what has come back.
 */
export async function sentMinorOf(
  db: Reader,
  order: PaidOrder,
  { funds, last }: { readonly funds: Funds; readonly last: Sent | null },
): Promise<bigint | null> {
  const currency = funds.receipts[0]?.amount.currency;
  if (!last || !currency || last.state === "returned") return null;
  const most = sendableMinor(funds);
  const { amountMinor, amountCurrency } = last;
  if (amountMinor === null || amountCurrency === null) return most;
  if (amountCurrency === currency) return amountMinor;
  const { spec, lock, exchanged } = await counter(db, order, { occurredAt: last.sentAt });
  const perPayer = lock && payeePerPayer(lock, currency);
  const isWhole = amountMinor === exchanged(money(most, currency)).minor || amountMinor === spec?.amount?.minor;
  if (isWhole || !perPayer) return most;
  const sent = leastPaid(money(amountMinor, amountCurrency), perPayer, currency).minor;
  return sent < most ? sent : most;
}

type Back = { readonly funds: Funds; readonly sendings: readonly StoredRemittance[] };

/** What is held of a payment once the bank has sent its money back, each currency for itself, and not gone back to whoever paid. */
export async function heldOfPayment(db: Reader, order: PaidOrder, { funds, sendings }: Back): Promise<readonly Held[]> {
  const currency = funds.receipts[0]?.amount.currency;
  if (!currency) return [];
  const first = sendings.find(({ returnedCurrency }) => returnedCurrency !== null && returnedCurrency !== currency);
  const exchanged = first && (await sentMinorOf(db, order, { funds, last: { ...first, state: "sent" } }));
  const remaining = money(remainingMinor(funds.receipts), currency);
  return stillHeld(heldOf(sendings, { remaining, exchangedMinor: exchanged ?? 0n }), funds);
}

/** What of a payment goes back next to whoever paid it, where its order was called off and nothing is on its way or with the payee; null where nothing does. */
export async function nextReturnOf(
  db: Reader,
  order: PaidOrder & Parameters<typeof goesBack>[0],
  { funds, sendings }: Back,
): Promise<NextReturn | null> {
  const last = sendings.at(-1);
  if (!goesBack(order, last?.state ?? null)) return null;
  if (!last) return nextCredit(funds);
  const held = await heldOfPayment(db, order, { funds, sendings });
  return nextOfBank(funds, held, dayOf(last.returnedAt ?? last.lastAt));
}

/** Whom the buyer of an order had paid after money came back, the oldest first. */
export async function payeesOf(db: Reader, orderId: string): Promise<readonly NewPayee[]> {
  return (await keptOfStep(db, { code: CLEARANCE_STEP, ids: [orderId] })).get(orderId)?.payees ?? [];
}
