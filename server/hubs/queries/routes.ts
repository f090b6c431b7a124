import "server-only";
import type { Reader } from "@/db/database";
import type { StoredDeal } from "@/db/repositories/deals";
import { type PlannedRoute, type WaitToCome, isForecast } from "@/domain/requests/planned-route";
import { leavingIn, leavingOn } from "@/domain/hubs/departure";
import type { RequestState } from "@/domain/requests/request";
import { DAY_MS, dayOf, type Instant, later, type LocalDate } from "@/domain/shared/time";
import { type PlannedReferenceData, planningReferenceData } from "../read-board";
import { namedHub, namedPlace } from "./network";
import { type LeftOut, modesLeftOut, waysToOffer } from "@/domain/hubs/choose-ways";
import { type WayQuery, type WayRefusal, planWays } from "@/domain/hubs/plan-ways";
import type { Way, WayLeg } from "@/views/deals";
import { shownWay } from "../shown-way";
import { accept, type Result } from "@/domain/shared/result";

type Leaving = Pick<StoredDeal, "hubId" | "mode" | "direction"> & {
  readonly way: { readonly legs: readonly Pick<WayLeg, "fromId" | "toId" | "days">[] };
  /** When the goods are planned to leave. */
  readonly leaveDay: LocalDate;
};

type Routed = Leaving & Pick<StoredDeal, "originId" | "way">;

/** Days from the start of the way to its border. */
function daysToBorder({ places }: PlannedReferenceData, { way }: Pick<Leaving, "way">): number {
  const isAbroad = (id: string) => places.get(id)?.country !== "CN";
  const crossing = way.legs.findIndex((leg) => isAbroad(leg.fromId) !== isAbroad(leg.toId));
  return way.legs.slice(0, Math.max(0, crossing)).reduce((all, leg) => all + leg.days.min, 0);
}

function toComeOf(known: PlannedReferenceData, deal: Leaving): WaitToCome | null {
  const { board } = known;
  const { departsAt } = leavingOn(deal.leaveDay, board.now);
  const arrival = later(departsAt, daysToBorder(known, deal) * DAY_MS);
  const wait = board.waits[deal.direction](deal.hubId, deal.mode, arrival);
  if (!wait) return null;
  const { zone, ...hub } = namedHub(known, deal.hubId);
  return { hub, day: dayOf(arrival, zone), wait };
}

type Asked = { readonly now: Instant; readonly carriage: RequestState | null };

/** What the goods of a deal will find at its border, by what is known of it now; null once somebody is to carry them, and where nobody was asked. */
export async function waitToCome(read: Reader, deal: Leaving, { now, carriage }: Asked): Promise<WaitToCome | null> {
  return carriage !== null && isForecast(carriage) ? toComeOf(await planningReferenceData(read, now), deal) : null;
}

/** The deal's way as it was planned at posting, for those who compare bids with it, and the wait that is expected now. */
export async function plannedRoute(read: Reader, deal: Routed, { now, carriage }: Asked): Promise<PlannedRoute> {
  const known = await planningReferenceData(read, now);
  const { originId, way } = deal;
  return {
    days: way.days,
    borderWait: way.borderWait,
    isEstimate: way.isEstimate,
    stops: [originId, ...way.legs.map((leg) => leg.toId)].map((id) => namedPlace(known, id)),
    toCome: carriage !== null && isForecast(carriage) ? toComeOf(known, deal) : null,
  };
}

export type PlanQuestion = WayQuery & {
  /** When the goods are ready; it goes before the month. */
  readonly readyDate: LocalDate | null;
};

/** The ways to offer, the hubs of all that there are, and the modes of which no way is offered. */
type PlannedRoutes = {
  readonly ways: Way[];
  readonly all: readonly Pick<Way, "hubId">[];
  readonly leftOut: readonly LeftOut[];
};

// More than there are hubs and modes, so that what is offered is chosen of all.
const WAYS_COMPARED = 200;

/**
 * The best ways between two places through the hubs, with what goods that leave then are expected to wait. Public: anybody may plan before
 * signing up.
 */
export async function routePlan(
  read: Reader,
  { readyDate, ...query }: PlanQuestion,
  now: Instant,
): Promise<Result<PlannedRoutes, WayRefusal>> {
  const { network, places, board } = await planningReferenceData(read, now);
  const leaving = readyDate === null ? leavingIn(query.month, now) : leavingOn(readyDate, now);
  const asked = { ...query, month: leaving.month, k: WAYS_COMPARED };
  const ways = planWays(network, asked, { ...leaving, waits: board.waits });
  if (!ways.ok) return ways;
  return accept({
    ways: waysToOffer(ways.value, places, query.k).map(shownWay),
    all: ways.value.map(shownWay),
    leftOut: modesLeftOut(ways.value, places),
  });
}
