import "server-only";
import type { Reader } from "@/db/database";
import { disputesOfOrder } from "@/db/repositories/disputes";
import { originOfOrder } from "@/db/repositories/order-lists";
import type { StoredMilestone, StoredOrder } from "@/db/repositories/orders";
import { contentOfAlternative } from "@/domain/bidding/bid-content";
import { stateCharges } from "@/domain/bidding/split-total";
import { type Ruling, sharedSum, sharesOf, type SumDue, sumDue } from "@/domain/orders/dispute-ruling";
import type { OrderBill } from "@/views/orders";
import type { Instant } from "@/domain/shared/instant";
import { type Money, money, sum } from "@/domain/shared/money";
import { chargesOf, saidCommercialTerms } from "../../bidding/queries/charges";
import { waitingChargeOf } from "../delay/read-delay";
import type { OnTop } from "../kinds/kind-in-order";
import { onTopOf } from "../kinds/registry";

/** How the disputes about an order have ended, the first first. */
async function rulingsOf(read: Reader, { id, contractMinor, contractCurrency }: StoredOrder): Promise<Ruling[]> {
  const ended = (await disputesOfOrder(read, id)).toReversed();
  return ended.flatMap(({ id: disputeId, ending, endedAt, decidedByUserId }) => {
    if (!ending || endedAt === null) return [];
    const { shareBps } = ending;
    const shared = sharedSum(ending, money(contractMinor, contractCurrency));
    const said = { disputeId, at: endedAt, isAgreed: decidedByUserId === null, shareBps };
    return { ...said, ...shared, ...sharesOf(shared.inDispute, shareBps) };
  });
}

type Told = StoredOrder & { readonly milestones: readonly StoredMilestone[] };

type Origin = NonNullable<Awaited<ReturnType<typeof originOfOrder>>>;

const chosenOf = ({ content, alternative }: Origin) => content && contentOfAlternative(content, alternative);

/** What the order comes to as of now. */
async function sumOf(read: Reader, order: Told, { now, ...onTop }: OnTop & { readonly now: Instant }): Promise<SumDue> {
  const { contractMinor, contractCurrency: currency } = order;
  const total = (charges: readonly { readonly amount: Money }[]) =>
    sum(
      charges.map(({ amount }) => amount),
      currency,
    );
  return sumDue({
    contract: money(contractMinor, currency),
    extras: total(onTop.agreedExtras),
    reinspections: total(onTop.visitCharges),
    waiting: await waitingChargeOf(read, order, now),
    taxes: onTop.taxes,
    rulings: await rulingsOf(read, order),
  });
}

/** The service's own price in an order: the contract price without the duty, tax and fees of the state that the bid put in it. */
export async function ownPriceOf(read: Reader, order: StoredOrder): Promise<Money> {
  const origin = await originOfOrder(read, order);
  const chosen = origin ? chosenOf(origin) : null;
  const charges = chosen ? stateCharges(chosen).minor : 0n;
  return money(order.contractMinor - charges, order.contractCurrency);
}

/** What an order comes to as of now, with what was agreed on top, visits, taxes that were paid, waits and rulings. */
export async function sumDueOf(read: Reader, order: Told, now: Instant): Promise<SumDue> {
  const origin = await originOfOrder(read, order);
  return sumOf(read, order, { ...(await onTopOf(read, order, origin ? chosenOf(origin) : null)), now });
}

/** What the bid that won promised and charges, what was agreed on top, and what the order comes to as of now. */
export async function orderBill(
  read: Reader,
  order: Told,
  { origin, now }: { readonly origin: Origin; readonly now: Instant },
): Promise<OrderBill> {
  const chosen = chosenOf(origin);
  const { taxes, ...onTop } = await onTopOf(read, order, chosen);
  const { rulings, ...due } = await sumOf(read, order, { ...onTop, taxes, now });
  const { packageDiscount: discount } = origin;
  return {
    requestReference: origin.requestReference,
    charges: chosen ? chargesOf(chosen) : [],
    ...saidCommercialTerms(chosen),
    packageDiscount: discount && {
      ...{ services: discount.services, discountBps: discount.discountBps },
      amount: money(BigInt(discount.amountMinor), order.contractCurrency),
    },
    ...onTop,
    ...{ sumDue: due, rulings },
    alternative: origin.content?.alternatives?.[origin.alternative - 1]?.title ?? null,
    transitDays: chosen?.transitDays ?? null,
  };
}
