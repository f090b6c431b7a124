import type { Reader } from "@/db/database";
import { segmentsOfOrder, type StoredSegment } from "@/db/repositories/delay";
import { reopenedStepsOf, type StoredMilestone, type StoredOrder } from "@/db/repositories/orders";
import { reroutesOf } from "@/db/repositories/chains";
import { slotsOfOrder } from "@/db/repositories/slots";
import { DELAY_PLACES, type Interval, type LeftHub, intervalsOf, waitingTrucks } from "@/domain/orders/delay/intervals";
import { type Closure, shared } from "@/domain/orders/delay/time-spans";
import { type DelayQuestion, type DelayReckoning, nextChargeAt, reckonDelays } from "@/domain/orders/delay/delay-clock";
import { type FreeTime, type WaitingPrice, freeTimeOf, waitingPrices } from "@/domain/orders/delay/waiting-terms";
import { type Money, money } from "@/domain/shared/money";
import { type Instant, instant } from "@/domain/shared/time";
import { hasSlots } from "@/domain/orders/slots/order-of-slot";
import { type CarriageContract, contractOf } from "../carriage-contract";
import { closuresOfHub } from "@/db/repositories/hub-board";
import { isFor, spanOf } from "@/domain/hubs/board/board";
import type { Mode } from "@/domain/hubs/place";

/** More than a hub closes in the life of an order. */
const CLOSURES_MAX = 500;

/** When the hub was or is closed for a mode, as its board says it; one that was withdrawn up to its withdrawal. */
async function closuresOf(db: Reader, hubId: string, mode: Mode): Promise<readonly Closure[]> {
  const found = await closuresOfHub(db, { hubId, limit: CLOSURES_MAX });
  return found
    .filter((closure) => isFor(closure, mode))
    .map(spanOf)
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => ({ from: instant(from), to: instant(to) }));
}

type Order = StoredOrder & { readonly milestones: readonly StoredMilestone[] };

/** The hubs that the goods of a deal were sent on from, the first first. */
async function leftHubsOf(db: Reader, dealId: string): Promise<LeftHub[]> {
  return (await reroutesOf(db, dealId)).flatMap(({ state, fromHubId, leftArrivalAt, answeredAt }) =>
    state === "agreed" && answeredAt !== null
      ? [{ hubId: fromHubId, arrivedAt: leftArrivalAt, leftAt: answeredAt }]
      : [],
  );
}

/** When a delivery that was sent back since had been told; null where none was. One whose report was struck never was. */
async function firstDeliveryOf(db: Reader, { id, milestones }: Order): Promise<Instant | null> {
  const delivery = milestones.find(({ isDelivery }) => isDelivery);
  const told = (await reopenedStepsOf(db, id)).filter(
    ({ code, evidence }) => code === delivery?.code && !evidence?.struck,
  );
  return told[0]?.occurredAt ?? null;
}

/** The waits of an order until now. Slots count that were confirmed or lost; orders that no truck carries have none. */
export const readIntervals = async (db: Reader, order: Order, now: Instant): Promise<Interval[]> =>
  intervalsBy(db, { order, contract: await contractOf(db, order), now });

async function intervalsBy(db: Reader, { order, contract, now }: Omit<Around, "segments">): Promise<Interval[]> {
  const slots = hasSlots(order) ? await slotsOfOrder(db, order.id) : [];
  return intervalsOf({
    milestones: order.milestones,
    hubId: order.hubId,
    leftHubs: await leftHubsOf(db, order.dealId),
    trucks: waitingTrucks(slots, contract.trucks),
    firstDeliveredAt: await firstDeliveryOf(db, order),
    endedAt: order.cancelledAt,
    now,
  });
}

/** When the hubs were closed at which the truck stood, as long as it stood there. */
async function closuresWithin(db: Reader, { stays }: Interval, { mode }: Order): Promise<Closure[]> {
  const closures: Closure[] = [];
  for (const stay of stays) {
    const found = stay.hubId === null ? [] : await closuresOf(db, stay.hubId, mode);
    closures.push(...found.flatMap((closure) => shared(stay, closure) ?? []));
  }
  return closures;
}

/** The wait of one truck, or of several that waited alike, with all that its sum is made of. */
export type ReckonedWait = {
  readonly interval: Interval;
  readonly free: FreeTime;
  readonly areClosuresExcluded: boolean;
  readonly prices: readonly WaitingPrice[];
  readonly reckoning: DelayReckoning;
  readonly nextChargeAt: Instant | null;
};

export type ReadDelay = { readonly waits: readonly ReckonedWait[]; readonly segments: readonly StoredSegment[] };

type Around = {
  readonly order: Order;
  readonly contract: CarriageContract;
  readonly segments: readonly StoredSegment[];
  readonly now: Instant;
};

async function questionOf(
  db: Reader,
  interval: Interval,
  { order, contract, segments }: Around,
): Promise<DelayQuestion> {
  const { terms, spec, lines, currency } = contract;
  const { stays, trucks, place } = interval;
  const areClosuresExcluded = terms.closuresExcluded ?? false;
  return {
    ...{ stays, trucks, currency, areClosuresExcluded },
    freeHours: freeTimeOf(place, terms, spec).hours,
    prices: waitingPrices(lines, place),
    closures: areClosuresExcluded ? await closuresWithin(db, interval, order) : [],
    reasons: segments
      .filter((one) => one.place === place && one.withdrawnAt === null)
      .map(({ id, reason, from, to, objectedAt }) => ({
        ...{ id, reason, from, to: to ?? interval.to },
        isObjected: objectedAt !== null,
      })),
  };
}

/** The waits at one place: each truck's own hours, free time and days. */
async function reckonAt(db: Reader, intervals: readonly Interval[], around: Around): Promise<ReckonedWait[]> {
  const questions: DelayQuestion[] = [];
  for (const interval of intervals) questions.push(await questionOf(db, interval, around));
  const reckonings = reckonDelays(questions);
  const { terms, spec } = around.contract;
  return intervals.flatMap((interval, index): ReckonedWait[] => {
    const [question, reckoning] = [questions[index], reckonings[index]];
    if (!question || !reckoning) return [];
    const { freeHours, areClosuresExcluded, prices } = question;
    const next = nextChargeAt(reckoning, { freeHours, isRunning: interval.isRunning, now: around.now });
    const free = freeTimeOf(interval.place, terms, spec);
    return [{ interval, free, areClosuresExcluded, prices, reckoning, nextChargeAt: next }];
  });
}

/** What an order's waits come to until now, step by step. */
export async function readDelay(db: Reader, order: Order, now: Instant): Promise<ReadDelay> {
  const contract = await contractOf(db, order);
  const intervals = await intervalsBy(db, { order, contract, now });
  const segments = await segmentsOfOrder(db, order.id);
  const waits: ReckonedWait[] = [];
  for (const place of DELAY_PLACES) {
    const there = intervals.filter((interval) => interval.place === place);
    if (there.length > 0) waits.push(...(await reckonAt(db, there, { order, contract, segments, now })));
  }
  return { waits, segments };
}

/** What the buyer owes for all waits of a haul by the clock until now; nothing of other services. */
export async function waitingChargeOf(db: Reader, order: Order, now: Instant): Promise<Money> {
  const { waits } = order.service === "logistics" ? await readDelay(db, order, now) : { waits: [] };
  const minor = waits.reduce((all, { reckoning }) => all + reckoning.totals.buyer.minor, 0n);
  return money(minor, order.contractCurrency);
}
