import type { LonLat } from "./map-projection";
import type { Place, WayLeg } from "@/domain/hubs/place";

/** Points of open water that lanes pass; each has one neighbour on the way to the East China Sea, so lanes are unique. */
type Mark = LonLat & { readonly towards: string | null };
const MARKS: Readonly<Record<string, Mark>> = {
  eastChina: { lon: 123.4, lat: 30.2, towards: null },
  yellow: { lon: 123.6, lat: 34.6, towards: "eastChina" },
  bohai: { lon: 121.2, lat: 38.4, towards: "yellow" },
  korea: { lon: 128.6, lat: 33.9, towards: "eastChina" },
  japanSea: { lon: 132.4, lat: 38.6, towards: "korea" },
  taiwanStrait: { lon: 119.6, lat: 24.2, towards: "eastChina" },
  pearl: { lon: 114.8, lat: 21.4, towards: "taiwanStrait" },
  hainan: { lon: 110.3, lat: 20.15, towards: "pearl" },
  beibu: { lon: 108.3, lat: 20.7, towards: "hainan" },
  paracel: { lon: 111.6, lat: 16.6, towards: "pearl" },
  camRanh: { lon: 110.2, lat: 12.2, towards: "paracel" },
  mekong: { lon: 107.4, lat: 9.6, towards: "camRanh" },
  siam: { lon: 102.6, lat: 8.6, towards: "mekong" },
  malacca: { lon: 104.3, lat: 1.6, towards: "mekong" },
};

// Ships for Europe leave the map through the Strait of Malacca.
const WEST_OF_THE_MAP = 62;

function nearest(place: LonLat): string {
  const squeeze = Math.cos((place.lat * Math.PI) / 180);
  const distance = ([, mark]: [string, Mark]) => Math.hypot((mark.lon - place.lon) * squeeze, mark.lat - place.lat);
  const [first, ...rest] = Object.entries(MARKS) as [[string, Mark], ...[string, Mark][]];
  return rest.reduce((best, one) => (distance(one) < distance(best) ? one : best), first)[0];
}

function towardsOpenSea(name: string): string[] {
  const next = MARKS[name]?.towards;
  return next ? [name, ...towardsOpenSea(next)] : [name];
}

/** Points of a ship's line between two ports, both included, that keep it off the land. For drawing only. */
export function seaLane(from: LonLat, to: LonLat): LonLat[] {
  const isBeyond = (place: LonLat) => place.lon < WEST_OF_THE_MAP;
  const markOf = (place: LonLat) => (isBeyond(place) ? "malacca" : nearest(place));
  const [out, home] = [towardsOpenSea(markOf(from)), towardsOpenSea(markOf(to))];
  const turn = out.findIndex((name) => home.includes(name));
  const names = [...out.slice(0, turn + 1), ...home.slice(0, home.indexOf(out[turn] as string)).reverse()];
  const marks = names.map((name) => ({ lon: (MARKS[name] as Mark).lon, lat: (MARKS[name] as Mark).lat }));
  return [...(isBeyond(from) ? [] : [from]), ...marks, ...(isBeyond(to) ? [] : [to])];
}

/** The points by which a way is drawn on the map: its places in order, with sea lanes in place of straight lines. */
export function wayPoints(
  way: { readonly legs: readonly Pick<WayLeg, "fromId" | "toId" | "mode">[] },
  places: ReadonlyMap<string, Pick<Place, "lon" | "lat">>,
): LonLat[] {
  return way.legs.flatMap((leg, index) => {
    const [from, to] = [places.get(leg.fromId), places.get(leg.toId)];
    if (!from || !to) return [];
    const points = leg.mode === "sea" ? seaLane(from, to) : [from, to];
    return (index === 0 ? points : points.slice(1)).map(({ lon, lat }) => ({ lon, lat }));
  });
}
