import { expect, test } from "vitest";
import { readReference } from "../../db/reference/read-reference";
import { kmToNearestPort, SHARED_HINTERLAND_KM } from "../../demo/plan/plan-movement";
import { prepareNetwork } from "../../domain/hubs/network/prepare-network";
import { type InlandMode, isPortMode, type Mode } from "../../domain/hubs/place";
import { planWays } from "../../domain/hubs/plan-ways";
import type { Way } from "../../domain/hubs/way";
import { ask, line } from "./built-market";

// Whether routes, goods and people of the built market fit each other.

const network = prepareNetwork(readReference());

type Lane = { origin: string; destination: string; mode: Mode; hub: string; inland: InlandMode | null; n: number };
const lanes = ask<Lane>(`select origin_id as origin, destination_id as destination, mode, hub_id as hub,
  inland_mode as inland, count(*) as n from deals group by 1, 2, 3, 4, 5`);
const hubsBy = Map.groupBy(lanes, ({ mode }) => mode);

/** The way of a lane through a hub, or null where there is none. */
function wayBy({ origin, destination, mode, inland }: Lane, hubId: string): Way | null {
  const asked = { originId: origin, destinationId: destination, mode, inlandMode: inland, hubId, month: 6, k: 1 };
  const ways = planWays(network, asked);
  return ways.ok ? (ways.value[0] ?? null) : null;
}

/** No buyer sends its goods further round than this. */
const DETOUR_MOST = 1.25;

test("goods go by a hub whose way is hardly longer than the shortest one of their mode", () => {
  const ways = lanes.map((lane) => {
    const hubs = new Set((hubsBy.get(lane.mode) ?? []).map(({ hub }) => hub));
    const kms = [...hubs].flatMap((hub) => wayBy(lane, hub)?.distanceKm ?? []);
    return { ...lane, ratio: (wayBy(lane, lane.hub)?.distanceKm ?? Number.NaN) / Math.min(...kms) };
  });
  line(`the longest way round: ${Math.max(...ways.map(({ ratio }) => ratio)).toFixed(2)} times the shortest`);
  expect(ways.length).toBeGreaterThan(50);
  expect(ways.filter(({ ratio }) => !(ratio <= DETOUR_MOST))).toEqual([]);
});

test("a port and an airport take the goods of their own hinterland", () => {
  const byPort = lanes.filter(({ mode }) => isPortMode(mode));
  const away = byPort.flatMap((lane) => {
    const mode = lane.mode === "sea" ? "sea" : "air";
    const city = lane.origin.startsWith("CN") ? lane.origin : lane.destination;
    const legs = wayBy(lane, lane.hub)?.legs ?? [];
    const driven = legs.reduce((sum, leg) => sum + (leg.mode === lane.mode ? 0 : leg.km), 0);
    return driven > kmToNearestPort(network, city, mode) + SHARED_HINTERLAND_KM ? [{ ...lane, driven }] : [];
  });
  line(`goods that leave or come by another region's port: ${away.length} of ${byPort.length} lanes`);
  expect(byPort.length).toBeGreaterThan(30);
  expect(away).toEqual([]);
});
