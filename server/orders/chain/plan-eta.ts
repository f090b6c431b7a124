import type { Reader } from "@/db/database";
import type { StoredDeal } from "@/db/repositories/deals";
import type { StoredRequest } from "@/db/repositories/requests";
import { slotsOfOrder } from "@/db/repositories/slots";
import { type BorderDelay, type CrossingSlot, type Eta, etaOf, type Span } from "@/domain/orders/chain/eta";
import { boardKey, hoursOfState, type WaitAt, type WaitsByDirection } from "@/domain/hubs/board/board";
import type { Milestone } from "@/domain/orders/order";
import type { LogisticsSpec } from "@/domain/services/logistics/spec";
import { OPEN } from "@/domain/orders/slots/slot";
import { endOf, startOf } from "@/domain/shared/wire-fields";
import { dayOf, type Instant, instant } from "@/domain/shared/time";
import { visitBeforePickup } from "@/domain/orders/chain/holds";
import { crossingsAt } from "../slots/slot-reference";
import { readBoard } from "../../hubs/read-board";
import { namedHub, referenceData, type ReferenceData } from "../../hubs/queries/network";
import type { Chain } from "./settle-chain";
import type { DayRange, InlandMode, Mode, Way, WayLeg } from "@/domain/hubs/place";
import type { OpeningHours } from "@/domain/hubs/board/opening-hours";
import { chooseWays } from "@/domain/hubs/choose-ways";
import { planWays, type WayQuery } from "@/domain/hubs/plan-ways";
import { hasCrossed, isWorthTaking } from "@/domain/orders/reroute";
import type { NamedPlace } from "@/domain/shared/vocabulary";

/** How long goods wait at a hub that they come to at some time, by what is known of it now; nothing where nothing is known. */
const borderDelay =
  (waitAt: WaitAt) =>
  (hubId: string, mode: Mode, arrival: Instant): BorderDelay => {
    const wait = waitAt(hubId, mode, arrival);
    return { queueMs: wait?.queueMs ?? 0, closureMs: wait?.closedMs ?? 0, source: wait?.source ?? "none" };
  };

/** When the goods are to be picked up: in the window that was asked for, else on the day that they are ready; not before the end of the day of a booked visit that they wait for. */
function pickupOf({ deal, requests, chain }: Pick<Of, "deal" | "requests" | "chain">): Span {
  const spec = requests.find(({ service }) => service === "logistics")?.spec as Partial<LogisticsSpec> | undefined;
  const from = startOf(spec?.pickupFrom ?? deal.readyDate);
  const to = endOf(spec?.pickupTo ?? spec?.pickupFrom ?? deal.readyDate);
  const visit = visitBeforePickup(chain);
  const min = visit === null ? from : instant(Math.max(from, endOf(visit)));
  return { min, max: instant(Math.max(min, to, visit === null ? to : endOf(visit))) };
}

/** The slots that trucks of this order have booked at the hub and not used; those at another one the goods no longer go by. */
async function slotsAhead(read: Reader, hubId: string, orderId: string | null): Promise<CrossingSlot[]> {
  const slots = orderId === null ? [] : await slotsOfOrder(read, orderId);
  const open = slots.filter(({ state }) => OPEN.includes(state));
  if (open.length === 0) return [];
  const crossings = await crossingsAt(read, hubId, "none");
  return open
    .filter(({ placeId }) => crossings.includes(placeId))
    .map(({ window, calledAt, enteredAt }) => ({ window, calledAt: calledAt ?? enteredAt }));
}

type Of = {
  readonly deal: StoredDeal;
  readonly requests: readonly StoredRequest[];
  readonly chain: Chain;
  /** The order of carriage; null where nobody carries the goods yet. */
  readonly orderId: string | null;
  /** Of that order. */
  readonly milestones: readonly Milestone[];
  readonly now: Instant;
};

/** The goods of a deal on their way, with what is known now of the waits at every hub. */
export async function movingGoods(
  read: Reader,
  { deal, requests, chain, orderId, milestones, now }: Of,
): Promise<Moving> {
  const { waits, states, zoneOf } = await readBoard(read, now);
  const known = await referenceData(read);
  return {
    slots: await slotsAhead(read, deal.hubId, orderId),
    hoursOf: (hubId, mode) => {
      const state = states.get(boardKey(hubId, mode));
      return state ? hoursOfState(state, zoneOf(hubId)) : null;
    },
    ...{
      known,
      way: deal.way,
      inlandMode: deal.inlandMode,
      pickup: pickupOf({ deal, requests, chain }),
      milestones,
      now,
    },
    ...{ waits, delayAt: borderDelay(waits[deal.direction]) },
  };
}

export type DelayAt = (hubId: string, mode: Mode, arrival: Instant) => BorderDelay;

/** Goods on the way that their deal has planned, as far as they have come. */
export type Moving = {
  readonly known: ReferenceData;
  readonly way: Way;
  readonly inlandMode: InlandMode | null;
  readonly pickup: Span;
  readonly milestones: readonly Milestone[];
  readonly delayAt: DelayAt;
  readonly waits: WaitsByDirection;
  /** The slots that are booked on this way and not yet used. */
  readonly slots: readonly CrossingSlot[];
  readonly hoursOf: (hubId: string, mode: Mode) => OpeningHours | null;
  readonly now: Instant;
};

/** Another way for goods that have not crossed, as far from here as the present one. */
export type OtherWay = {
  readonly hub: NamedPlace;
  readonly mode: Mode;
  readonly distanceKm: number;
  readonly wait: BorderDelay;
  readonly arrives: Span;
  /** How much later (or, negative, sooner) it arrives than by the present way, both at their fast end. */
  readonly laterMs: number;
  readonly furtherKm: number;
};

const SAME_MODE_MAX = 2;
const WAYS_LOOKED_AT = 12;
// More than there are hubs and modes, so that what is looked at is chosen of all.
const WAYS_COMPARED = 200;

/** The leg of the way that crosses China's border; -1 where none does, as of a deal from before ways were kept. */
export const crossingOf = ({ places }: ReferenceData, way: Way): number =>
  (way.legs ?? []).findIndex(
    ({ fromId, toId }) => (places.get(fromId)?.country === "CN") !== (places.get(toId)?.country === "CN"),
  );

export function planEta({ known, way, delayAt, hoursOf, ...moving }: Moving): Eta | null {
  const crossing = crossingOf(known, way);
  if (crossing < 0) return null;
  const { pickup, milestones, slots, now } = moving;
  return etaOf({
    ...{ way, crossing, pickup, milestones, slots, now, hours: hoursOf(way.hubId, way.mode) },
    portDays: known.network.portDays[way.mode],
    waitAt: (at) => delayAt(way.hubId, way.mode, at),
  });
}

/** Where the goods were seen last on this side of the border: the number of the stop. */
const seenAt = (eta: Eta): number =>
  Math.max(
    0,
    eta.stops.findLastIndex(({ isActual }) => isActual),
  );

const kilometresFrom = (way: Way, stop: number): number => way.legs.slice(stop).reduce((all, { km }) => all + km, 0);

/** Kilometres from where the goods were seen last to the end of their way. */
export const kilometresLeft = (way: Way, eta: Eta): number => kilometresFrom(way, seenAt(eta));

/**
 * The number of the stop from which goods can still go another way: where they stand, at the start or at the border, else the next one
 * ahead, since what they have left they do not go back to. Null once they are across, or aboard a ship or a flight.
 */
export function turningStop(
  { known, way, milestones }: Pick<Moving, "known" | "way" | "milestones">,
  eta: Eta,
): number | null {
  const crossing = crossingOf(known, way);
  const seen = eta.stops.findLastIndex(({ isActual, isPassed }) => isActual || isPassed);
  if (seen > crossing || hasCrossed({ milestones })) return null;
  // A truck that is loaded leaves for the hub in a step of its own, where its haul has one.
  const isLeft = !milestones.some(({ code, occurredAt }) => code === "left_for_hub" && occurredAt === null);
  const isUnderWay = seen >= 0 && seen < crossing && isLeft;
  return Math.max(0, isUnderWay ? seen + 1 : seen);
}

type Planned = { readonly way: Way; readonly eta: Eta };

const sooner = (a: Planned, b: Planned): number =>
  a.eta.arrives.min - b.eta.arrives.min || a.way.distanceKm - b.way.distanceKm;

/** The ways that goods which have not crossed could best take from where they can still turn, of all modes and of their own, each by its own hub and mode, the soonest first. */
function waysFromHere(moving: Moving, eta: Eta, only: Pick<WayQuery, "hubId" | "mode"> = {}): Planned[] {
  const { known, way, inlandMode, now } = moving;
  const turning = turningStop(moving, eta);
  const from = turning === null ? undefined : eta.stops[turning];
  const to = eta.stops.at(-1);
  if (!from || !to) return [];
  const month = Number(dayOf(now).slice(5, 7));
  const start: Span = from.isActual ? { min: now, max: now } : from.at;
  const asked = { originId: from.placeId, destinationId: to.placeId, inlandMode, month, k: WAYS_COMPARED, ...only };
  const found = planWays(known.network, asked, { departsAt: start.min, waits: moving.waits });
  if (!found.ok) return [];
  const ofOwnMode = found.value.filter((other) => other.mode === way.mode);
  const looked = [found.value, ofOwnMode].flatMap((ways) => chooseWays(ways, WAYS_LOOKED_AT));
  return [...new Set(looked)]
    .filter((other) => other.hubId !== way.hubId || other.mode !== way.mode)
    .flatMap((other): Planned[] => {
      const planned = planEta({ ...moving, way: other, pickup: start, milestones: [], slots: [] });
      return planned ? [{ way: other, eta: planned }] : [];
    })
    .sort(sooner);
}

function otherWayOf(moving: Moving, eta: Eta, { way: other, eta: planned }: Planned): OtherWay {
  const { known, delayAt, way, now } = moving;
  return {
    hub: namedHub(known, other.hubId),
    mode: other.mode,
    distanceKm: other.distanceKm,
    wait: planned.wait ?? delayAt(other.hubId, other.mode, now),
    arrives: planned.arrives,
    laterMs: planned.arrives.min - eta.arrives.min,
    furtherKm: other.distanceKm - kilometresFrom(way, turningStop(moving, eta) ?? 0),
  };
}

/** The soonest by each mode, and by the present one, which the contract is for, a second one: an aeroplane is sooner than every truck. */
function worthShowing(ways: readonly Planned[], present: Mode): Planned[] {
  const hubs = ways.filter(
    ({ way }, at) => ways.findIndex((one) => one.way.hubId === way.hubId && one.way.mode === way.mode) === at,
  );
  const byMode = Map.groupBy(hubs, ({ way }) => way.mode);
  const shown = [...byMode].flatMap(([mode, all]) => all.slice(0, mode === present ? SAME_MODE_MAX : 1));
  return hubs.filter((one) => shown.includes(one));
}

/**
 * How else goods that have not crossed could go from where they can still turn, each with the wait that is expected at its hub when they
 * come, the soonest first; none that leads back or takes them far too long. Empty once they have crossed, or are aboard.
 */
export function otherWays(moving: Moving, eta: Eta): OtherWay[] {
  const { mode } = moving.way;
  const ways = waysFromHere(moving, eta).filter(({ way, eta: { arrives } }) =>
    isWorthTaking({ way, laterMs: arrives.min - eta.arrives.min }, moving.way, moving.known.places),
  );
  return worthShowing(ways, mode).map((planned) => otherWayOf(moving, eta, planned));
}

const added = (a: DayRange, b: DayRange): DayRange => ({ min: a.min + b.min, max: a.max + b.max });

/** What has been travelled and the rest by another way: distance and days are the sums of its legs'. */
function joined(travelled: readonly WayLeg[], rest: Way): Way {
  return {
    ...rest,
    legs: [...travelled, ...rest.legs],
    distanceKm: travelled.reduce((all, { km }) => all + km, rest.distanceKm),
    days: travelled.reduce((all, { days }) => added(all, days), rest.days),
    isEstimate: rest.isEstimate || travelled.some(({ isEstimate }) => isEstimate),
  };
}

/** The whole way by another hub with the present mode, from the goods' origin on, and how it compares; null where none leads through that hub. */
export function wayThrough(moving: Moving, eta: Eta, hubId: string): (OtherWay & { readonly way: Way }) | null {
  const [planned] = waysFromHere(moving, eta, { hubId, mode: moving.way.mode });
  if (!planned) return null;
  const travelled = moving.way.legs.slice(0, turningStop(moving, eta) ?? 0);
  return { ...otherWayOf(moving, eta, planned), way: joined(travelled, planned.way) };
}
