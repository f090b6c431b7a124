import type { Reader } from "../../db/database";
import { segmentsOfOrder, type StoredSegment } from "../../db/repositories/delay";
import type { StoredMilestone, StoredOrder } from "../../db/repositories/orders";
import { slotsOfOrder } from "../../db/repositories/slots";
import { type DelayReckoning, nextChargeAt, reckonDelay } from "../../domain/delay/delay-clock";
import { type FreeTime, freeTimeOf } from "../../domain/delay/free-time";
import { type Interval, intervalsOf } from "../../domain/delay/intervals";
import { type WaitingPrice, waitingPrices } from "../../domain/delay/waiting-prices";
import type { Instant } from "../../domain/shared/instant";
import { hasSlots } from "../../domain/slots/order-of-slot";
import { type CarriageContract, contractOf } from "../orders/contract-of";
import { closuresOf } from "./closures-of";

type Order = StoredOrder & { readonly milestones: readonly StoredMilestone[] };

/** The waits of an order until now. Of slots only lost ones count; orders that no truck carries have none. */
export async function readIntervals(db: Reader, order: Order, now: Instant): Promise<Interval[]> {
  const slots = hasSlots(order) ? await slotsOfOrder(db, order.id) : [];
  const missed = slots.flatMap(({ state, endedAt }) => (state === "forfeited" && endedAt !== null ? [endedAt] : []));
  return intervalsOf({
    milestones: order.milestones,
    missedAt: missed.length === 0 ? null : (Math.min(...missed) as Instant),
    endedAt: order.cancelledAt,
    now,
  });
}

/** One wait with all that its sum is made of. */
export type ReckonedWait = {
  readonly interval: Interval;
  readonly free: FreeTime;
  readonly trucks: number;
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

async function reckon(
  db: Reader,
  interval: Interval,
  { order, contract, segments, now }: Around,
): Promise<ReckonedWait> {
  const { terms, spec, lines, currency, trucks } = contract;
  const free = freeTimeOf(interval.place, terms, spec);
  const areClosuresExcluded = terms.closuresExcluded ?? false;
  const isAtBorder = interval.place === "border";
  const prices = waitingPrices(lines, interval.place);
  const reckoning = reckonDelay({
    ...{ interval, areClosuresExcluded, prices, trucks, currency, freeHours: free.hours },
    closures: isAtBorder && areClosuresExcluded ? await closuresOf(db, order.hubId, order.mode) : [],
    reasons: segments
      .filter(({ place, withdrawnAt }) => place === interval.place && withdrawnAt === null)
      .map(({ id, reason, from, to, objectedAt }) => ({
        ...{ id, reason, from, to: to ?? interval.to },
        isObjected: objectedAt !== null,
      })),
  });
  const next = nextChargeAt(reckoning, { freeHours: free.hours, isRunning: interval.isRunning, now });
  return { interval, free, trucks, areClosuresExcluded, prices, reckoning, nextChargeAt: next };
}

/** What an order's waits come to until now, step by step. */
export async function readDelay(db: Reader, order: Order, now: Instant): Promise<ReadDelay> {
  const intervals = await readIntervals(db, order, now);
  const segments = await segmentsOfOrder(db, order.id);
  if (intervals.length === 0) return { waits: [], segments };
  const contract = await contractOf(db, order);
  const waits: ReckonedWait[] = [];
  for (const interval of intervals) waits.push(await reckon(db, interval, { order, contract, segments, now }));
  return { waits, segments };
}
