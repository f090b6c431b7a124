import { compareWays } from "./way-of-path";
import { crowKm, isPortMode, type Mode, MODES, type Place, type Way } from "./place";

/**
 * Of ways that are ranked, the best first, at most `k`: each mode's best way before any mode's second, then the next best. They keep their order.
 */
export function chooseWays(ranked: readonly Way[], k: number): Way[] {
  const isFirstOfMode = (way: Way, at: number) => ranked.findIndex(({ mode }) => mode === way.mode) === at;
  const firsts = ranked.filter(isFirstOfMode);
  const others = ranked.filter((way) => !firsts.includes(way));
  return [...firsts, ...others].slice(0, k).sort(compareWays);
}

/** A way may lead this far past its ends, whichever is more: so many kilometres, or so great a part of how far apart the ends are. */
const PAST_ENDS_KM = 300;
const PAST_ENDS_PART = 0.25;

type Places = ReadonlyMap<string, Pick<Place, "lat" | "lon" | "country">>;

/** Whether goods would come much further away from their destination than they were at their origin, or much further from the origin than the destination is. */
export function goesBack({ legs }: Pick<Way, "legs">, places: Places): boolean {
  const stops = legs.slice(0, -1).flatMap(({ toId }) => places.get(toId) ?? []);
  const [origin, destination] = [places.get(legs[0]?.fromId ?? ""), places.get(legs.at(-1)?.toId ?? "")];
  if (!origin || !destination) return false;
  const apart = crowKm(origin, destination);
  const most = apart + Math.max(PAST_ENDS_KM, apart * PAST_ENDS_PART);
  return stops.some((stop) => crowKm(stop, destination) > most || crowKm(origin, stop) > most);
}

const HINTERLAND_KM = 500;

/** Kilometres on land before the ship or the aircraft and after it, without a train's abroad: ships are met by the Trans-Siberian. */
function landKm({ legs, mode }: Pick<Way, "legs" | "mode">, places: Places): number {
  const isCounted = (leg: Way["legs"][number]) =>
    leg.mode === "rail" ? places.get(leg.fromId)?.country === "CN" : leg.mode !== mode;
  return legs.filter(isCounted).reduce((sum, { km }) => sum + km, 0);
}

/** Without the ways by which goods would drive to another region's port or airport, past one of their own: 500 km more on land than by the nearest. */
function withinHinterland(ways: readonly Way[], places: Places): Way[] {
  const nearest = new Map<Mode, number>();
  for (const way of ways.filter(({ mode }) => isPortMode(mode)))
    nearest.set(way.mode, Math.min(nearest.get(way.mode) ?? Number.POSITIVE_INFINITY, landKm(way, places)));
  return ways.filter((way) => {
    const least = nearest.get(way.mode);
    return least === undefined || landKm(way, places) <= least + HINTERLAND_KM;
  });
}

/** Whether goods would drive round to a ship or an aircraft further than their ends are apart: nobody ships to Almaty over the Black Sea. */
function drivesRound(way: Way, places: Places): boolean {
  const [origin, destination] = [places.get(way.legs[0]?.fromId ?? ""), places.get(way.legs.at(-1)?.toId ?? "")];
  if (!isPortMode(way.mode) || !origin || !destination) return false;
  const apart = crowKm(origin, destination);
  return landKm(way, places) > apart + Math.max(PAST_ENDS_KM, apart * PAST_ENDS_PART);
}

const isDirect = (way: Way, places: Places): boolean => !goesBack(way, places) && !drivesRound(way, places);

/** A mode by which there are ways, none of which is offered, and why its best one is not. */
export type LeftOut = { readonly mode: Mode; readonly why: "goes_back" | "drives_round" };

/** The modes that `waysToOffer` leaves out whole, however many ways it offers: all their ways go far back or drive round, and another mode's do not. */
export function modesLeftOut(ranked: readonly Way[], places: Places): LeftOut[] {
  const direct = new Set(ranked.filter((way) => isDirect(way, places)).map(({ mode }) => mode));
  if (direct.size === 0) return [];
  return MODES.flatMap((mode): LeftOut[] => {
    const best = direct.has(mode) ? undefined : ranked.find((way) => way.mode === mode);
    return best ? [{ mode, why: drivesRound(best, places) ? "drives_round" : "goes_back" }] : [];
  });
}

/**
 * The ways to offer of all that there are, one of each hub and mode and the best first: at most `k`, each mode's best before any second, and none that goes far
 * back, drives round or leaves its hinterland. Where all do the best of each mode is offered.
 */
export function waysToOffer(ranked: readonly Way[], places: Places, k: number): Way[] {
  const direct = ranked.filter((way) => isDirect(way, places));
  const sensible = withinHinterland(direct, places);
  const firsts = ranked.filter(({ mode }, at) => ranked.findIndex((way) => way.mode === mode) === at);
  return chooseWays(sensible.length > 0 ? sensible : firsts, k);
}
