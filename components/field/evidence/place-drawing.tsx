import { MAP_BASES } from "@/components/hubs/map/map-base";
import outlines from "@/components/hubs/map/map-base.svg";
import { project } from "@/components/hubs/map/map-projection";
import type { Position } from "@/domain/orders/evidence/evidence";

// A piece of the large map: about eight hundred kilometres across.
const [WIDTH, HEIGHT] = [96, 64];
const E6 = 1_000_000;

/** Where on the map a place is. What it says stands beside it in words, so it is a picture and no more. */
export function PlaceDrawing({ latE6, lonE6 }: Omit<Position, "accuracyM">) {
  const base = MAP_BASES.desk;
  const [x, y] = project(base, { lat: latE6 / E6, lon: lonE6 / E6 });
  return (
    <svg
      className="map evidence-map"
      viewBox={`${x - WIDTH / 2} ${y - HEIGHT / 2} ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
    >
      <use className="land" href={`${outlines.src}#desk-land`} />
      {base.borders.map((country) => (
        <use key={country} className="border" href={`${outlines.src}#desk-${country}`} />
      ))}
      <rect className="hub" x={x - 4} y={y - 4} width={8} height={8} />
    </svg>
  );
}
