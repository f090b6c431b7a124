import { expect, test } from "vitest";
import type { Hub, Place } from "@/domain/hubs/place";
import { shareOf, type TrafficMeasure, type TrafficRow } from "@/domain/hubs/traffic";
import { drawn } from "@/test/drawn";
import { FlowMap } from "./flow-map";

const row = (hubId: string, count: number, valueMinor: bigint, weightGrams: number) =>
  ({ hubId, isBorderHub: true, count, valueMinor, passThroughMinor: 0n, weightGrams }) as TrafficRow;
const ROWS = [row("horgos", 1, 100n, 600), row("erenhot", 3, 900n, 400)];
const hub = (id: string) => [id, { id, nameEn: id, nameZh: id, placeIds: [id], isBorderHub: true }] as const;
const place = (id: string, lon: number, lat: number) => [id, { id, hubId: id, country: "CN", lon, lat }] as const;

const draw = (measure: TrafficMeasure, isLatestOnly = false, locale = "en") =>
  drawn(
    <FlowMap
      title="Map"
      {...{ flows: [], orders: 4, isLatestOnly }}
      places={new Map([place("horgos", 80.4, 44.2), place("erenhot", 112, 43.6)]) as unknown as Map<string, Place>}
      view={{
        measure,
        now: shareOf(ROWS, measure, { by: "total" })[0] as ReturnType<typeof shareOf>[number],
        hubs: new Map([hub("horgos"), hub("erenhot")]) as unknown as Map<string, Hub>,
      }}
    />,
    { locale, rooms: ["admin", "hubs", "ui"] },
  );

test.each([
  ["orders", "25.0%", "75.0%", "4 orders", "4 单"],
  ["value", "10.0%", "90.0%", "shares of the value, lines of 4 orders", "占比按金额，线路为 4 单订单"],
  ["weight", "60.0%", "40.0%", "shares of the weight, lines of 4 orders", "占比按毛重，线路为 4 单订单"],
] as const)("the map has the hubs' shares of the %s and says so", (measure, horgos, erenhot, label, zh) => {
  const html = draw(measure);
  expect(html).toMatch(new RegExp(`horgos.*?${horgos}`, "s"));
  expect(html).toMatch(new RegExp(`erenhot.*?${erenhot}`, "s"));
  expect(html).toContain(label);
  expect(draw(measure, false, "zh-CN")).toContain(zh);
});

test("lines of the latest orders only are not taken for those that the shares are of", () => {
  expect(draw("orders", true)).toContain("shares of all orders, lines of the latest 4 orders");
});
