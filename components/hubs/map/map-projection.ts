import type { MapPoint } from "@/components/ui/curve";

export type LonLat = { readonly lon: number; readonly lat: number };

/** A drawn base: its size in pixels, how places fall on it, and the neighbours whose border with China `map-base.svg` holds. */
export type MapBase = {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly translate: readonly number[];
  readonly borders: readonly string[];
};

const RADIANS = Math.PI / 180;
const CENTRE = { lon: 98 * RADIANS, lat: 34 * RADIANS };

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Where a place falls on the base: azimuthal equal area around 98° E 34° N, to a tenth of a pixel. */
export function project({ scale, translate }: MapBase, place: LonLat): MapPoint {
  const lat = place.lat * RADIANS;
  const east = place.lon * RADIANS - CENTRE.lon;
  const cosine = Math.sin(CENTRE.lat) * Math.sin(lat) + Math.cos(CENTRE.lat) * Math.cos(lat) * Math.cos(east);
  const stretch = scale * Math.sqrt(2 / (1 + cosine));
  const north = Math.cos(CENTRE.lat) * Math.sin(lat) - Math.sin(CENTRE.lat) * Math.cos(lat) * Math.cos(east);
  const [x = 0, y = 0] = translate;
  return [tenth(x + stretch * Math.cos(lat) * Math.sin(east)), tenth(y - stretch * north)];
}
