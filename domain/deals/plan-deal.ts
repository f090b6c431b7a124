import type { WaitsByDirection } from "../hubs/board/board";
import { leavingOn } from "../hubs/departure";
import { type Corridor, corridorOf } from "../hubs/corridor";
import type { PreparedNetwork } from "../hubs/prepare-network";
import type { InlandMode, Place, Way } from "../hubs/place";
import { waysToOffer } from "../hubs/choose-ways";
import { planWays } from "../hubs/plan-ways";
import { type HubReason, suggestHub } from "../hubs/suggest-hub";
import type { Instant } from "../shared/time";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { HubChoice } from "./deal";
import type { DealInput } from "./deal-schema";
import { ANY_HUB } from "./deal-choices";

/** What the planner needs of the world: its network, places by id, and the board of its hubs; without one waits are the months' figures. */
export type PlanningReferenceData = {
  readonly network: PreparedNetwork;
  readonly places: ReadonlyMap<string, Place>;
  readonly board?: { readonly now: Instant; readonly waits: WaitsByDirection };
};

export type Ends = { readonly origin: Place; readonly destination: Place };

export type DealPlan = {
  readonly hubId: string;
  readonly hubChoice: HubChoice;
  readonly way: Way;
  readonly corridor: Corridor;
  /** Why the planner took the hub; null where the buyer named it. */
  readonly reason: HubReason | null;
};

export type PlanRefusal = Refusal<"place_unknown" | "hub_unknown" | "no_way" | "way_not_abroad">;

type Route = Pick<DealInput, "originId" | "destinationId" | "mode" | "readyDate"> & {
  readonly inlandMode?: InlandMode | null | undefined;
};

// More hubs than one mode has, so that the best of all is among them.
const WAYS_COMPARED = 40;

/** Both ends of a route; refuses the first one that is no known place. */
export function endsOf(
  referenceData: PlanningReferenceData,
  route: Pick<Route, "originId" | "destinationId">,
): Result<Ends, PlanRefusal> {
  const origin = referenceData.places.get(route.originId);
  if (!origin) return refuse("place_unknown", { field: "originId", placeId: route.originId });
  const destination = referenceData.places.get(route.destinationId);
  if (!destination) return refuse("place_unknown", { field: "destinationId", placeId: route.destinationId });
  return accept({ origin, destination });
}

/**
 * The `k` best ways of a deal's mode for goods that leave on the day they are ready, with what they are expected to wait when they then come to
 * the border; through one hub where it is named, else the best of each hub first.
 */
export function waysOfRoute(
  referenceData: PlanningReferenceData,
  route: Route,
  asked: { hubId?: string | null; k: number },
): Result<Way[], PlanRefusal> {
  const { originId, destinationId, mode, inlandMode, readyDate } = route;
  const { network, board } = referenceData;
  const month = Number(readyDate.slice(5, 7));
  const departure = board ? { ...leavingOn(readyDate, board.now), waits: board.waits } : null;
  const ends = { originId, destinationId, mode, inlandMode: inlandMode ?? null };
  const query = { ...ends, month, hubId: asked.hubId ?? null, k: asked.k };
  const ways = planWays(network, query, departure);
  if (ways.ok) return ways;
  switch (ways.refusal.code) {
    case "unknown_hub":
      return refuse("hub_unknown", { field: "hubId", hubId: asked.hubId ?? "" });
    case "not_across_china_border":
      return refuse("way_not_abroad", { field: "destinationId" });
    case "unknown_place":
      return refuse("place_unknown", { field: "originId", placeId: String(ways.refusal.details?.placeId ?? "") });
    case "no_way":
      return refuse("no_way", { field: "hubId", mode });
  }
}

const hubsOfWays = (ways: readonly Way[]): string[] => [...new Set(ways.map((way) => way.hubId))];

/**
 * The way that a deal is posted with: the best one to offer for "any" hub, with the reason; the best one through the hub
 * that was named. Refuses `no_way` naming the hubs (ids in `alternatives`) through which the same mode would go.
 */
export function planDeal(
  referenceData: PlanningReferenceData,
  deal: Route & Pick<DealInput, "hubId">,
): Result<DealPlan, PlanRefusal> {
  const ends = endsOf(referenceData, deal);
  if (!ends.ok) return ends;
  const corridor = corridorOf(ends.value.origin, ends.value.destination);
  const isAny = deal.hubId === ANY_HUB;
  const ways = waysOfRoute(referenceData, deal, { hubId: isAny ? null : deal.hubId, k: isAny ? WAYS_COMPARED : 1 });
  if (!ways.ok) {
    if (ways.refusal.code !== "no_way" || isAny) return ways;
    const others = waysOfRoute(referenceData, deal, { k: WAYS_COMPARED });
    const alternatives = others.ok ? hubsOfWays(others.value).join(" ") : "";
    return refuse("no_way", { field: "hubId", mode: deal.mode, hubId: deal.hubId, alternatives });
  }
  const suggestion = isAny
    ? suggestHub(waysToOffer(ways.value, referenceData.places, WAYS_COMPARED), ways.value)
    : null;
  const hubId = suggestion?.hubId ?? deal.hubId;
  const way = ways.value.find((one) => one.hubId === hubId);
  if (!way) return refuse("no_way", { field: "hubId", mode: deal.mode });
  return accept({ hubId, hubChoice: isAny ? "any" : "chosen", way, corridor, reason: suggestion?.reason ?? null });
}
