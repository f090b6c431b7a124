export type LonLat = { readonly lon: number; readonly lat: number };
export type MapPoint = readonly [x: number, y: number];

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

// Knots by distance to this power (between 0.5 and 1): no loops where points lie close together.
const ALPHA = 0.6;
const knot = (a: MapPoint, b: MapPoint): number => Math.hypot(b[0] - a[0], b[1] - a[1]) ** ALPHA;

/** The control point beside `at` of the Bézier curve that leads on to `to`, coming from `before`. */
function control(before: MapPoint, at: MapPoint, to: MapPoint): MapPoint {
  const [back, on] = [knot(before, at), knot(at, to)];
  if (back === 0 || on === 0) return at;
  const slope = (axis: 0 | 1) =>
    (at[axis] - before[axis]) / back - (to[axis] - before[axis]) / (back + on) + (to[axis] - at[axis]) / on;
  return [tenth(at[0] + (slope(0) * on) / 3), tenth(at[1] + (slope(1) * on) / 3)];
}

/** Path data from the point before: whole tenths, without what a reader of paths does not need. */
function steps(from: MapPoint, points: readonly MapPoint[]): string {
  const numbers = points.flatMap(([x, y]) => [x - from[0], y - from[1]]);
  return numbers
    .map((number) => String(tenth(number)).replace(/^(-?)0\./, "$1."))
    .join(" ")
    .replaceAll(" -", "-");
}

const LEAST_STEP = 1;

/** The points without those that lie less than a pixel beside the one before; both ends stay. */
function apart(points: readonly MapPoint[]): readonly MapPoint[] {
  const kept: MapPoint[] = [];
  for (const [place, point] of points.entries()) {
    const before = kept.at(-1);
    const isNear = before !== undefined && Math.hypot(point[0] - before[0], point[1] - before[1]) < LEAST_STEP;
    if (!isNear) kept.push(point);
    else if (place === points.length - 1 && kept.length > 1) kept.splice(-1, 1, point);
  }
  return kept;
}

/** SVG path data of a smooth line through all points (Catmull-Rom): each piece is told from the end of the one before, which is half as long. */
export function curveThrough(points: readonly MapPoint[]): string {
  const kept = apart(points);
  const [first] = kept;
  if (!first) return "";
  const pieces = kept.slice(1).map((to, index) => {
    const at = kept[index] as MapPoint;
    const out = control(kept[index - 1] ?? at, at, to);
    const back = control(kept[index + 2] ?? to, to, at);
    return `c${steps(at, [out, back, to])}`;
  });
  return `M${first.join(" ")}${pieces.join("")}`;
}
