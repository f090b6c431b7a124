import type { Place } from "../../hubs/place";
import { isSystemOf, type SlotSystem } from "./systems";

type Leg = { readonly fromId: string; readonly toId: string };
type Known = Pick<Place, "id" | "country" | "modes" | "hubId" | "role">;

/**
 * The places where a truck of this order may have its slot: the road crossings of its hub and those across from them, as far as legs lead
 * from one to the other. A hub's railway station to which trucks come, and from which no road leads across, has none. Where a system is named, only those at which it keeps the queue.
 */
export function crossingsOf(
  hubId: string,
  /** The legs are those by road that cross China's border. */
  known: { readonly places: ReadonlyMap<string, Known>; readonly legs: readonly Leg[] },
  system: SlotSystem = "none",
): string[] {
  const isCrossing = (place: Known | undefined, role: Place["role"]) =>
    place !== undefined && place.role === role && place.modes.includes("road");
  const isOnLeg = (id: string) => known.legs.some(({ fromId, toId }) => fromId === id || toId === id);
  const near = [...known.places.values()].filter(
    (place) => place.hubId === hubId && isCrossing(place, "border hub") && isOnLeg(place.id),
  );
  const nearIds = new Set(near.map(({ id }) => id));
  const across = known.legs.flatMap(({ fromId, toId }) =>
    nearIds.has(fromId) ? [toId] : nearIds.has(toId) ? [fromId] : [],
  );
  const far = [...new Set(across)].flatMap((id) => {
    const place = known.places.get(id);
    return place && isCrossing(place, "counterpart") ? [place] : [];
  });
  return [...near, ...far].filter(({ country }) => isSystemOf(system, country)).map(({ id }) => id);
}
