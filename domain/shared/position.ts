import { z } from "zod";

/** A place by WGS 84 in millionths of a degree, with how far it may be off. */
export const positionSchema = z.strictObject({
  latE6: z.int().min(-90_000_000).max(90_000_000),
  lonE6: z.int().min(-180_000_000).max(180_000_000),
  accuracyM: z.int().min(0).max(100_000).optional().meta({ description: "As the device says, in metres" }),
});
export type Position = z.output<typeof positionSchema>;

const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180 / 1_000_000;

/** Metres between two places on a sphere of the Earth's mean radius (haversine), whole; exact to half a percent. */
export function metresBetween(one: Position, two: Position): number {
  const [fromLat, toLat] = [one.latE6 * RADIANS, two.latE6 * RADIANS];
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const chord = half(toLat - fromLat) + Math.cos(fromLat) * Math.cos(toLat) * half((two.lonE6 - one.lonE6) * RADIANS);
  return Math.round(2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord))));
}
