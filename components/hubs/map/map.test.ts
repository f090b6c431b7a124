import { readFileSync } from "node:fs";
import { join } from "node:path";
import { geoAzimuthalEqualArea } from "d3-geo";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { curveThrough } from "@/components/ui/curve";
import { project } from "./map-projection";
import { MAP_BASES } from "./map-base";
import { seaLane, wayPoints } from "./way-points";

describe("the map's own projection", () => {
  it.each(["desk", "phone"] as const)("puts places where the library that drew the %s base puts them", (size) => {
    const base = MAP_BASES[size];
    const library = geoAzimuthalEqualArea()
      .rotate([-98, -34])
      .scale(base.scale)
      .translate(base.translate as [number, number]);
    const degrees = fc.record({
      lon: fc.double({ min: 20, max: 150, noNaN: true }),
      lat: fc.double({ min: 0, max: 65, noNaN: true }),
    });
    fc.assert(
      fc.property(degrees, (place) => {
        const [x, y] = project(base, place);
        const [libraryX, libraryY] = library([place.lon, place.lat]) as [number, number];
        expect(Math.hypot(x - libraryX, y - libraryY)).toBeLessThan(0.1);
      }),
    );
  });

  it("knows the border with every neighbour that a corridor may cross, and with no other", () => {
    const crossed = ["KG", "KP", "KZ", "LA", "MM", "MN", "NP", "RU", "VN"];
    const drawing = readFileSync(join(import.meta.dirname, "map-base.svg"), "utf8");
    for (const size of ["desk", "phone"] as const) {
      expect([...MAP_BASES[size].borders].sort()).toEqual(crossed);
      for (const part of ["land", ...crossed]) expect(drawing).toMatch(new RegExp(`<path id="${size}-${part}" d="M`));
    }
  });
});

describe("a line on the map", () => {
  it("passes through all of its points", () => {
    const points = [
      [0, 0],
      [10, 5],
      [12, 5],
      [90, 40],
    ] as const;
    const path = curveThrough(points);
    expect(path).toMatch(/^M0 0c[^c]+c[^c]+c[^c]+$/);
    const pieces = path.split("c").slice(1);
    const ends = pieces.map((piece) => (piece.match(/-?\d*\.?\d+/g) ?? []).map(Number));
    let [x, y] = points[0] as readonly [number, number];
    for (const [place, numbers] of ends.entries()) {
      expect(numbers).toHaveLength(6);
      [x, y] = [x + (numbers[4] ?? Number.NaN), y + (numbers[5] ?? Number.NaN)];
      expect([x, y]).toEqual(points[place + 1]);
    }
  });

  it("is drawn without a place that repeats the one before, and not at all without places", () => {
    expect(
      curveThrough([
        [1, 1],
        [1, 1],
        [5, 5],
      ]),
    ).toBe(
      curveThrough([
        [1, 1],
        [5, 5],
      ]),
    );
    expect(curveThrough([])).toBe("");
  });

  it("is drawn without a place less than a pixel beside the one before, and still from end to end", () => {
    const through = (...between: (readonly [number, number])[]) => curveThrough([[0, 0], ...between, [40, 9]]);
    expect(through([0.4, 0.4], [20, 5], [20.5, 5], [39.6, 9])).toBe(through([20, 5]));
  });

  it("by sea starts and ends at its ports and is the same the other way round", () => {
    const [ningbo, catLai] = [
      { lon: 121.852, lat: 29.936 },
      { lon: 106.795, lat: 10.757 },
    ];
    const lane = seaLane(ningbo, catLai);
    expect([lane[0], lane.at(-1)]).toEqual([ningbo, catLai]);
    expect(lane.length).toBeGreaterThan(5);
    expect(seaLane(catLai, ningbo)).toEqual([...lane].reverse());
  });

  it("by sea to Europe leaves the map by the Strait of Malacca", () => {
    const lane = seaLane({ lon: 114.276, lat: 22.573 }, { lon: 9.9, lat: 53.5 });
    expect(lane.at(-1)).toEqual({ lon: 104.3, lat: 1.6 });
  });

  it("follows the places of its way once each, over water by sea", () => {
    const places = new Map([
      ["A", { lon: 113.3, lat: 23.1 }],
      ["B", { lon: 114.3, lat: 22.6 }],
      ["C", { lon: 106.7, lat: 20.9 }],
    ]);
    const leg = { km: 1, days: { min: 1, max: 1 }, source: "", isEstimate: true };
    const points = wayPoints(
      {
        legs: [
          { ...leg, fromId: "A", toId: "B", mode: "road" },
          { ...leg, fromId: "B", toId: "C", mode: "sea" },
        ],
      },
      places,
    );
    expect(points.slice(0, 2)).toEqual([places.get("A"), places.get("B")]);
    expect(points.at(-1)).toEqual(places.get("C"));
    expect(points.length).toBeGreaterThan(3);
  });
});
