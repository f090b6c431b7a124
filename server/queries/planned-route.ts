import "server-only";
import type { Reader } from "../../db/database";
import type { StoredDeal } from "../../db/repositories/deals";
import type { PlannedRoute, WaitToCome } from "../../domain/award/plan/planned-route";
import { leavingOn } from "../../domain/hubs/board/departure";
import { DAY_MS, type Instant, later } from "../../domain/shared/instant";
import { dayOf } from "../../domain/shared/local-date";
import { type PlannedWorld, planningWorld } from "../hubs/planning-world";
import { namedHub, namedPlace } from "./names";

type Routed = Pick<StoredDeal, "originId" | "hubId" | "mode" | "readyDate" | "way">;

/** Days from the start of the way to its border. */
function daysToBorder({ places }: PlannedWorld, { way }: Routed): number {
  const isAbroad = (id: string) => places.get(id)?.country !== "CN";
  const crossing = way.legs.findIndex((leg) => isAbroad(leg.fromId) !== isAbroad(leg.toId));
  return way.legs.slice(0, Math.max(0, crossing)).reduce((all, leg) => all + leg.days.min, 0);
}

function toComeOf(known: PlannedWorld, deal: Routed): WaitToCome | null {
  const { board } = known;
  const { departsAt } = leavingOn(deal.readyDate, board.now);
  const arrival = later(departsAt, daysToBorder(known, deal) * DAY_MS);
  const wait = board.waitAt(deal.hubId, deal.mode, arrival);
  if (!wait) return null;
  const { zone, ...hub } = namedHub(known, deal.hubId);
  return { hub, day: dayOf(arrival, zone), wait };
}

/** The deal's way as it was planned at posting, for those who compare bids with it, and the wait that is expected now. */
export async function plannedRoute(read: Reader, deal: Routed, now: Instant): Promise<PlannedRoute> {
  const known = await planningWorld(read, now);
  const { originId, way } = deal;
  return {
    days: way.days,
    borderWait: way.borderWait,
    isEstimate: way.isEstimate,
    stops: [originId, ...way.legs.map((leg) => leg.toId)].map((id) => namedPlace(known, id)),
    toCome: toComeOf(known, deal),
  };
}
