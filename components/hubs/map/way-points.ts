import type { Place } from "@/domain/hubs/place";
import type { Way } from "@/domain/hubs/way";
import type { LonLat } from "./map-projection";
import { seaLane } from "./sea-lanes";

/** The points by which a way is drawn on the map: its places in order, with sea lanes in place of straight lines. */
export function wayPoints(way: Pick<Way, "legs">, places: ReadonlyMap<string, Pick<Place, "lon" | "lat">>): LonLat[] {
  return way.legs.flatMap((leg, index) => {
    const [from, to] = [places.get(leg.fromId), places.get(leg.toId)];
    if (!from || !to) return [];
    const points = leg.mode === "sea" ? seaLane(from, to) : [from, to];
    return (index === 0 ? points : points.slice(1)).map(({ lon, lat }) => ({ lon, lat }));
  });
}
