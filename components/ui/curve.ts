/** A place in a drawing, in its pixels. */
export type MapPoint = readonly [x: number, y: number];

/** A line is told in whole pixels: its bends are wider, and it is a third shorter so. */
const whole = ([x, y]: MapPoint): MapPoint => [Math.round(x), Math.round(y)];

// Knots by distance to this power (between 0.5 and 1): no loops where points lie close together.
const ALPHA = 0.6;
const knot = (a: MapPoint, b: MapPoint): number => Math.hypot(b[0] - a[0], b[1] - a[1]) ** ALPHA;

/** The control point beside `at` of the Bézier curve that leads on to `to`, coming from `before`. */
function control(before: MapPoint, at: MapPoint, to: MapPoint): MapPoint {
  const [back, on] = [knot(before, at), knot(at, to)];
  if (back === 0 || on === 0) return at;
  const slope = (axis: 0 | 1) =>
    (at[axis] - before[axis]) / back - (to[axis] - before[axis]) / (back + on) + (to[axis] - at[axis]) / on;
  return whole([at[0] + (slope(0) * on) / 3, at[1] + (slope(1) * on) / 3]);
}

/** Path data from the point before, without what a reader of paths does not need. */
const steps = ([x, y]: MapPoint, points: readonly MapPoint[]): string =>
  points
    .map(([toX, toY]) => `${toX - x} ${toY - y}`)
    .join(" ")
    .replaceAll(" -", "-");

const LEAST_STEP = 2;

/** The points without those that lie less than two pixels beside the one before; both ends stay. */
export function apart(points: readonly MapPoint[]): readonly MapPoint[] {
  const kept: MapPoint[] = [];
  for (const [place, point] of points.entries()) {
    const before = kept.at(-1);
    const isNear = before !== undefined && Math.hypot(point[0] - before[0], point[1] - before[1]) < LEAST_STEP;
    if (!isNear) kept.push(point);
    else if (place === points.length - 1 && kept.length > 1) kept.splice(-1, 1, point);
  }
  return kept;
}

/** SVG path data of a smooth line through all points (Catmull-Rom), in whole pixels: each piece is told from the end of the one before, which is half as long. */
export function curveThrough(points: readonly MapPoint[]): string {
  const kept = apart(points).map(whole);
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
