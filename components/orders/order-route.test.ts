import { expect, test } from "vitest";
import type { OrderPage } from "@/views/orders";
import { routeOf } from "./order-route";

const COUNTRY: Record<string, string> = {
  Yiwu: "CN",
  Xian: "CN",
  Horgos: "CN",
  Altynkol: "KZ",
  Almaty: "KZ",
  Depot: "KZ",
  Hanoi: "VN",
};
const places = Object.fromEntries(
  Object.entries(COUNTRY).map(([id, country]) => [id, { id, nameEn: id, nameZh: id, country }]),
);

const WORDS = {
  name: (id: string) => id,
  at: () => "",
  leg: (leg: { mode: string; distanceKm: number }, isWide: boolean) =>
    `${leg.mode} ${leg.distanceKm}${isWide ? " wide" : ""}`,
};

function route(stops: readonly string[], modes: readonly string[], reported: readonly string[], service = "logistics") {
  const legs = modes.map((mode, index) => ({ fromId: stops[index], toId: stops[index + 1], mode, distanceKm: 100 }));
  const milestones = reported.map((code) => ({ code, occurredAt: 1 }));
  const drawn = routeOf(
    { service, milestones, places, way: { legs }, hub: { isBorderHub: true } } as unknown as OrderPage,
    WORDS,
  );
  return {
    stops: drawn.stops.map((stop) => `${stop.isBorderHub ? "口" : ""}${stop.name} ${stop.state}`),
    legs: drawn.legs.map((leg) => `${leg.label} ${leg.state}`),
  };
}

const EXPORT = [
  ["Yiwu", "Xian", "Horgos", "Altynkol", "Almaty", "Depot"],
  ["rail", "rail", "rail", "rail", "road"],
] as const;

test("junctions of one mode are one stretch; the border and a change of mode part them", () => {
  const { stops, legs } = route(...EXPORT, []);
  expect(stops).toEqual(["Yiwu planned", "口Horgos planned", "Altynkol planned", "Almaty planned", "Depot planned"]);
  expect(legs).toEqual(["rail 200 planned", "rail 100 wide planned", "rail 100 wide planned", "road 100 planned"]);
});

test("the hub of an import is the Chinese end of the crossing", () => {
  const { stops } = route([...EXPORT[0]].reverse(), [...EXPORT[1]].reverse(), []);
  expect(stops.filter((stop) => stop.startsWith("口"))).toEqual(["口Horgos planned"]);
});

test.each([
  [["booked"], 0, 0],
  [["picked_up"], 0, 1],
  [["picked_up", "arrived_hub"], 1, 0],
  [["picked_up", "arrived_hub", "crossed_border"], 2, 1],
  [["picked_up", "arrived_hub", "loaded"], 1, 0],
  [["picked_up", "arrived_hub", "loaded", "departed"], 1, 1],
  [["picked_up", "departed", "arrived_port"], 2, 1],
  [["picked_up", "crossed_border", "arrived_destination"], 4, 0],
  [["picked_up", "delivered"], 4, 0],
])("after %j so many stretches are behind the goods, and so many under way: %i, %i", (reported, done, current) => {
  const { legs } = route(...EXPORT, reported);
  expect(legs.filter((leg) => leg.endsWith("done"))).toHaveLength(done);
  expect(legs.filter((leg) => leg.endsWith("current"))).toHaveLength(current);
});

test("services that do not move goods draw the way as planned", () => {
  const { stops, legs } = route(...EXPORT, ["filed", "released"], "customs");
  expect(legs.length).toBeGreaterThan(1);
  expect([...stops, ...legs].filter((words) => !words.endsWith("planned"))).toEqual([]);
});
