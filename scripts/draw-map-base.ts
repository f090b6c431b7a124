/**
 * Draws the land and the borders under the hub map into components/hubs/map/map-base.svg, which a browser loads once and keeps, and how
 * places fall on it into map-base.ts, so that no map library runs per request. Run it after a change of the frame or of the atlas: `npx tsx scripts/draw-map-base.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type GeoPermissibleObjects, geoAzimuthalEqualArea, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";

type Atlas = Parameters<typeof mesh>[0];
type Frame = { width: number; height: number; box: readonly [number, number, number, number]; leastStep: number };
type Point = readonly [number, number];

// The box is where the corner points of the region must fit; what lies around it is drawn too.
const FRAMES: Readonly<Record<"desk" | "phone", Frame>> = {
  desk: { width: 1280, height: 470, box: [560, 34, 1150, 452], leastStep: 2.2 },
  phone: { width: 390, height: 270, box: [26, 26, 368, 250], leastStep: 2.4 },
};
const REGION: Point[] = [
  [66, 42],
  [134, 44],
  [106, 9],
  [90, 57],
  [122, 22],
];
const CENTRE = { lon: 98, lat: 34 };
const CHINA = "156";
// ISO 3166-1 numeric codes of the countries whose border a corridor crosses. Pakistan is left out: the line there is disputed.
const NEIGHBOURS: Readonly<Record<string, string>> = {
  KG: "417",
  KP: "408",
  KZ: "398",
  LA: "418",
  MM: "104",
  MN: "496",
  NP: "524",
  RU: "643",
  VN: "704",
};
// Islands smaller than this many square pixels only cost bytes.
const LEAST_AREA = 14;

const atlasFile = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
const atlas = JSON.parse(readFileSync(atlasFile, "utf8")) as Atlas & { objects: { land: never; countries: never } };

function area(points: readonly Point[]): number {
  const doubled = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] as Point;
    return sum + x * nextY - y * nextX;
  }, 0);
  return Math.abs(doubled) / 2;
}

/** Drops points nearer than `leastStep` to the last kept one, and writes the rest as relative steps of tenths. */
function thinned(path: string, leastStep: number): string {
  return path.replace(/M[^MZ]*Z?/g, (segment) => {
    const isRing = segment.endsWith("Z");
    const points = segment
      .replace(/[MZ]/g, "")
      .split("L")
      .map((pair) => pair.split(",").map(Number) as unknown as Point);
    const kept: Point[] = [points[0] as Point];
    for (const point of points.slice(1)) {
      const [x, y] = kept.at(-1) as Point;
      if (Math.hypot(point[0] - x, point[1] - y) >= leastStep) kept.push(point);
    }
    if (!isRing) kept.push(points.at(-1) as Point);
    if (kept.length < (isRing ? 4 : 2) || (isRing && area(kept) < LEAST_AREA)) return "";
    return relative(kept) + (isRing ? "z" : "");
  });
}

function relative(points: readonly Point[]): string {
  const tenths = points.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)] as const);
  const steps = tenths.map(([x, y], index) => {
    const [beforeX, beforeY] = tenths[index - 1] ?? [0, 0];
    return `${(x - beforeX) / 10},${(y - beforeY) / 10}`;
  });
  return `M${steps[0]}l${steps.slice(1).join(" ")}`.replace(/,-/g, "-").replace(/ -/g, "-");
}

function draw({ width, height, box, leastStep }: Frame) {
  const [left, top, right, bottom] = box;
  const projection = geoAzimuthalEqualArea()
    .rotate([-CENTRE.lon, -CENTRE.lat])
    .clipExtent([
      [-4, -4],
      [width + 4, height + 4],
    ])
    .fitExtent(
      [
        [left, top],
        [right, bottom],
      ],
      { type: "MultiPoint", coordinates: REGION.map((point) => [...point]) },
    );
  const path = geoPath(projection);
  const drawn = (shape: GeoPermissibleObjects) => thinned(path(shape) ?? "", leastStep);
  const isBetween = (a: { id?: unknown }, b: { id?: unknown }, code: string) =>
    (a.id === CHINA && b.id === code) || (b.id === CHINA && a.id === code);
  const borders = Object.entries(NEIGHBOURS).map(([country, code]) => [
    country,
    drawn(mesh(atlas, atlas.objects.countries, (a, b) => a !== b && isBetween(a, b, code)) as GeoPermissibleObjects),
  ]);
  return {
    width,
    height,
    scale: projection.scale(),
    translate: projection.translate(),
    land: drawn(feature(atlas, atlas.objects.land) as GeoPermissibleObjects),
    borders: Object.fromEntries(borders) as Record<string, string>,
  };
}

const drawn = { desk: draw(FRAMES.desk), phone: draw(FRAMES.phone) };
const paths = Object.entries(drawn).flatMap(([size, { land, borders }]) => [
  `<path id="${size}-land" d="${land}"/>`,
  ...Object.entries(borders).map(([country, d]) => `<path id="${size}-${country}" d="${d}"/>`),
]);
const bases = Object.fromEntries(
  Object.entries(drawn).map(([size, { land: _, borders, ...base }]) => [
    size,
    { ...base, borders: Object.keys(borders).filter((country) => borders[country]) },
  ]),
);
const folder = new URL("../components/hubs/map/", import.meta.url);
const { width, height } = FRAMES.desk;
writeFileSync(
  new URL("map-base.svg", folder),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">\n<!-- Natural Earth, public domain, by world-atlas 2. -->\n${paths.join("\n")}\n</svg>\n`,
);
const file = `// Drawn by scripts/draw-map-base.ts from world-atlas 2 (Natural Earth, public domain); not to be edited by hand.
import type { MapBase } from "./map-projection";

export const MAP_BASES: Readonly<Record<"desk" | "phone", MapBase>> = ${JSON.stringify(bases, null, 2)};
`;
writeFileSync(new URL("map-base.ts", folder), file);
