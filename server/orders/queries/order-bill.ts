import "server-only";
import type { Reader } from "@/db/database";
import { disputesOfOrder } from "@/db/repositories/disputes";
import { roundsOfOrder } from "@/db/repositories/inspections";
import type { originOfOrder } from "@/db/repositories/order-lists";
import type { StoredMilestone, StoredOrder } from "@/db/repositories/orders";
import { contentOfAlternative } from "@/domain/bidding/bid-content";
import { commercialTermsOf } from "@/domain/bidding/offer/commercial-terms";
import { visitCharges } from "@/domain/inspections/visit-charges";
import { type Ruling, sharesOf, type SumDue, sumDue } from "@/domain/orders/dispute-ruling";
import type { OrderBill, OrderPage } from "@/domain/orders/order-view";
import type { Instant } from "@/domain/shared/instant";
import { money, sum } from "@/domain/shared/money";
import { waitingChargeOf } from "../delay/read-delay";
import { agreedExtrasOf } from "./reroutes";

/** How the disputes about an order have ended, the first first. */
async function rulingsOf(read: Reader, { id, contractMinor, contractCurrency }: StoredOrder): Promise<Ruling[]> {
  const ended = (await disputesOfOrder(read, id)).toReversed();
  return ended.flatMap(({ id: disputeId, ending, endedAt, decidedByUserId }) => {
    if (!ending || endedAt === null) return [];
    const { waitingMinor, shareBps } = ending;
    const inDispute = money(waitingMinor === undefined ? contractMinor : BigInt(waitingMinor), contractCurrency);
    const about = waitingMinor === undefined ? "price" : "waiting";
    const said = { disputeId, at: endedAt, isAgreed: decidedByUserId === null, about, inDispute, shareBps } as const;
    return { ...said, ...sharesOf(inDispute, shareBps) };
  });
}

type Told = StoredOrder & { readonly milestones: readonly StoredMilestone[] };

/** What the buyer pays beside the contract price, as it was agreed: for other ways of a haul, and for visits to the goods after the first. */
type OnTop = Pick<OrderPage, "agreedExtras" | "visitCharges">;

async function onTopOf(read: Reader, { id, service, dealId, contractCurrency }: StoredOrder): Promise<OnTop> {
  return {
    agreedExtras: service === "logistics" ? await agreedExtrasOf(read, dealId) : [],
    visitCharges: service === "inspection" ? visitCharges(await roundsOfOrder(read, id), contractCurrency) : [],
  };
}

/** What an order comes to as of now, with what was agreed on top, visits, waits and rulings. */
export const sumDueOf = async (read: Reader, order: Told, now: Instant): Promise<SumDue> =>
  sumOf(read, order, { ...(await onTopOf(read, order)), now });

async function sumOf(read: Reader, order: Told, onTop: OnTop & { readonly now: Instant }): Promise<SumDue> {
  const { contractMinor, contractCurrency: currency } = order;
  return sumDue({
    contract: money(contractMinor, currency),
    extras: sum(
      onTop.agreedExtras.map(({ amount }) => amount),
      currency,
    ),
    reinspections: sum(
      onTop.visitCharges.map(({ amount }) => amount),
      currency,
    ),
    waiting: await waitingChargeOf(read, order, onTop.now),
    rulings: await rulingsOf(read, order),
  });
}

type Origin = NonNullable<Awaited<ReturnType<typeof originOfOrder>>>;

/** What the bid that won promised and charges, what was agreed on top, and what the order comes to as of now. */
export async function orderBill(
  read: Reader,
  order: Told,
  { origin, now }: { readonly origin: Origin; readonly now: Instant },
): Promise<OrderBill> {
  const chosen = origin.content && contentOfAlternative(origin.content, origin.alternative);
  const onTop = await onTopOf(read, order);
  return {
    requestReference: origin.requestReference,
    lines: chosen?.lines ?? [],
    packageDiscount: origin.packageDiscount,
    ...onTop,
    sumDue: await sumOf(read, order, { ...onTop, now }),
    beside: chosen ? commercialTermsOf(chosen) : {},
    alternativeTitle: origin.content?.alternatives?.[origin.alternative - 1]?.title ?? null,
    promisedDays: chosen?.transitDays ?? null,
  };
}
