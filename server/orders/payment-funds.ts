import type { Reader } from "@/db/database";
import { findMilestones } from "@/db/repositories/orders";
import { findOrganisation } from "@/db/repositories/organisations";
import { locksOfOrders } from "@/db/repositories/remittances";
import {
  checkWithin,
  type Funds,
  FUNDS_STEP,
  type FundsRefusal,
  type FundsTold,
  isCollected,
  receivedMinor,
  withReceipt,
} from "@/domain/services/payment/funds";
import { exchangedBy, underLock } from "@/domain/remittance/rate-lock";
import { assert } from "@/domain/shared/assert";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import { type Money, money } from "@/domain/shared/money";
import { accept, type Refusal, type Result } from "@/domain/shared/result";
import type { LoadedOrder } from "./kinds/kind-in-order";
import { paymentContext } from "./payment-context";

type At = { readonly occurredAt: Instant };

/** What has come in of a payment by what its steps keep. */
export const fundsOf = ({ milestones }: Pick<LoadedOrder, "milestones">): Funds | undefined =>
  milestones.find(({ code }) => code === FUNDS_STEP)?.evidence?.funds;

/** How a payer's money counts against what the request asks for: as it is, or exchanged by the rate that holds then. */
async function counter(db: Reader, order: LoadedOrder, { occurredAt }: At) {
  const { spec } = await paymentContext(db, order);
  const under = underLock(await locksOfOrders(db, [order.id]), occurredAt);
  const exchanged = (paid: Money): Money => (spec && under.ok ? exchangedBy(paid, under.value, spec) : paid);
  return { spec, exchanged };
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
  const { spec, exchanged } = await counter(db, order, { occurredAt });
  const buyer = await findOrganisation(db, order.buyerOrganisationId);
  assert(buyer, "an order has its buyer");
  const buyerNames = [buyer.nameOwn, buyer.nameLatin];
  const due = spec?.amount ?? null;
  const differenceOf = (received: Money): Money | null => {
    const counted = due && (due.currency === received.currency ? received : exchanged(received));
    return counted?.currency === due?.currency && counted && due
      ? money(counted.minor - due.minor, due.currency)
      : null;
  };
  return withReceipt(told, {
    payerCurrency: spec?.payerCurrency ?? null,
    buyerNames,
    isCollected: spec !== null && isCollected(spec, buyerNames),
    today: dayOf(now),
    before: fundsOf(order)?.receipts ?? [],
    differenceOf,
  });
}

/** By how much the funds of a payment are short of what is due; null where they are not. */
export async function missingFunds(db: Reader, orderId: string): Promise<Money | null> {
  const milestones = await findMilestones(db, { id: orderId, service: "payment" });
  const difference = fundsOf({ milestones })?.difference;
  return difference && difference.minor < 0 ? money(BigInt(-difference.minor), difference.currency) : null;
}

/** Whether no more is sent than came in; of what nobody has said what came in, nothing is refused. */
export async function checkWithinFunds(
  db: Reader,
  order: LoadedOrder,
  { amount, occurredAt }: At & { readonly amount: Money | null },
): Promise<Result<void, Refusal<"sent_above_received">>> {
  const { receipts = [] } = fundsOf(order) ?? {};
  const [first] = receipts;
  if (!amount || !first) return accept(undefined);
  const received = money(receivedMinor(receipts), first.amount.currency);
  if (amount.currency === received.currency) return checkWithin(amount, received);
  const { exchanged } = await counter(db, order, { occurredAt });
  return checkWithin(amount, exchanged(received));
}
