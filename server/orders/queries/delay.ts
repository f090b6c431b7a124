import "server-only";
import type { Reader } from "@/db/database";
import { exceptionsOfOrder } from "@/db/repositories/delay";
import { findMilestones, findOrder, type StoredOrder } from "@/db/repositories/orders";
import { type Actor, may } from "@/domain/access/policy";
import type { Interval } from "@/domain/orders/delay/intervals";
import { objectTo, withdraw } from "@/domain/orders/delay/segment";
import { end, isOver, raise } from "@/domain/orders/order";
import { kindOf } from "@/domain/services/registry";
import { stopReasonsOf } from "@/domain/services/work-reasons";
import { HOUR_MS, type Instant } from "@/domain/shared/time";
import type { Side } from "@/domain/orders/slots/slot";
import type { Delay, DelayWait, Exceptions, ShownReason } from "@/views/delay";
import { type ReckonedWait, readDelay } from "../delay/read-delay";
import { sideOf } from "../slots/load-slot";
import { type ReferenceData, namedHub, referenceData } from "../../hubs/queries/network";

const partiesOf = ({ buyerOrganisationId, providerOrganisationId }: StoredOrder) => ({
  organisationIds: [buyerOrganisationId, providerOrganisationId],
});

/** The order, if the viewer is one of its parties. */
async function ownOrder(read: Reader, viewer: Actor, orderId: string): Promise<StoredOrder | null> {
  const order = await findOrder(read, orderId);
  return order && viewer.organisationId !== null && may(viewer, "order.read", partiesOf(order)) ? order : null;
}

type Read = Awaited<ReturnType<typeof readDelay>>["segments"][number];

function shownSegment(segment: Read, side: Side, mayReport: boolean): ShownReason {
  const { byUserId: _, orderId: __, objectedByUserId: ___, ...kept } = segment;
  const isOwn = mayReport && withdraw(segment, side).ok;
  return {
    ...kept,
    mayObject: mayReport && objectTo(segment, side).ok,
    mayEnd: isOwn && segment.to === null,
    mayWithdraw: isOwn,
  };
}

/** The hubs of a wait, where the goods were sent on from one of them: else its hub is the order's. */
function hubsOf({ stays, isRunning }: Interval, order: StoredOrder, known: ReferenceData): DelayWait["hubs"] {
  const last = stays.at(-1);
  const shown = stays.flatMap(({ hubId, from, to, began }) =>
    hubId === null
      ? []
      : { hub: namedHub(known, hubId), from, to: isRunning && from === last?.from ? null : to, began },
  );
  return shown.length === 1 && shown[0]?.hub.id === order.hubId ? [] : shown;
}

function shownWait(wait: ReckonedWait, order: StoredOrder, known: ReferenceData): DelayWait {
  const { interval, free, areClosuresExcluded, prices, reckoning, nextChargeAt } = wait;
  const { freeMs, excludedMs, chargedMs, days, ...reckoned } = reckoning;
  return {
    ...interval,
    ...reckoned,
    ...{ freeHours: free.hours, freeTimeSaidBy: free.saidBy, closuresExcluded: areClosuresExcluded },
    ...{ freeUsedHours: freeMs / HOUR_MS, excludedHours: excludedMs / HOUR_MS, chargedHours: chargedMs / HOUR_MS },
    days: days.map(({ number, countedMs, payer }) => ({ number, countedHours: countedMs / HOUR_MS, payer })),
    nextChargeAt,
    hubs: hubsOf(interval, order, known),
    isPriced: prices.length > 0,
  };
}

/** The waits of an order with their sums as of now, for whoever may read the order. */
export async function shownDelay(read: Reader, order: StoredOrder, now: Instant) {
  const found = await readDelay(read, { ...order, milestones: await findMilestones(read, order) }, now);
  const known = await referenceData(read);
  return { waits: found.waits.map((wait) => shownWait(wait, order, known)), segments: found.segments };
}

/** The waits of an order of carriage with their sums as of now, to its two parties; null for everybody else and for other services. */
export async function delayView(
  read: Reader,
  viewer: Actor,
  { orderId, now }: { readonly orderId: string; readonly now: Instant },
): Promise<Delay | null> {
  const order = await ownOrder(read, viewer, orderId);
  if (order?.service !== "logistics") return null;
  const side = sideOf(viewer, order);
  const mayReport = may(viewer, "delay.report", partiesOf(order)) && !isOver(order);
  const { waits, segments } = await shownDelay(read, order, now);
  return {
    ...{ orderId, side, asOf: now, mode: order.mode, waits },
    segments: segments.map((segment) => shownSegment(segment, side, mayReport)),
    mayReport: mayReport && waits.length > 0,
  };
}

/** When and why the work of an order stopped, to its two parties; null for everybody else. */
export async function exceptionsView(read: Reader, viewer: Actor, orderId: string): Promise<Exceptions | null> {
  const order = await ownOrder(read, viewer, orderId);
  if (!order) return null;
  const all = await exceptionsOfOrder(read, orderId);
  const isOpen = order.exceptionSince !== null && order.state !== "cancelled";
  const open = isOpen ? (all.findLast(({ endedAt }) => endedAt === null) ?? null) : null;
  const mayExcept = may(viewer, "order.except", partiesOf(order));
  const shown = ({ reason, words, by, raisedAt, endedAt, endedBy, endWords }: (typeof all)[number]) => ({
    ...{ reason, words, by, raisedAt, endedAt, endedBy, endWords },
  });
  return {
    exceptions: all.map(shown),
    open: open && shown(open),
    reasons: stopReasonsOf(kindOf(order.service)),
    mayRaise: mayExcept && raise(order).ok,
    mayEnd: mayExcept && end(open, sideOf(viewer, order)).ok,
  };
}

/** What the parties announced of delays: the reasons that stand on the clock, and the stops of the work; nothing to anybody else. */
export async function announcedDelays(
  read: Reader,
  viewer: Actor,
  { orderId, now }: { readonly orderId: string; readonly now: Instant },
) {
  const onClock = (await delayView(read, viewer, { orderId, now }))?.segments ?? [];
  const stops = (await exceptionsView(read, viewer, orderId))?.exceptions ?? [];
  return [
    ...onClock.filter(({ withdrawnAt }) => withdrawnAt === null),
    ...stops.map(({ raisedAt, endedAt, ...stop }) => ({ ...stop, from: raisedAt, to: endedAt })),
  ];
}
