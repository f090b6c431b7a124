import { expect, test } from "vitest";
import type { Corridor } from "@/domain/hubs/corridor";
import { splitChange } from "@/domain/hubs/share-change";
import { sumsBy } from "@/domain/hubs/traffic-figures";
import { type PeriodShare, shareOf, type TrafficMeasure, type TrafficRow } from "@/domain/hubs/traffic";
import type { Month } from "@/domain/shared/time";
import { drawn } from "@/test/drawn";
import type { TrafficReview } from "@/views/traffic";
import { HubsPanel } from "./share-panels";
import { CorridorsPanel, ServicesPanel } from "./share-splits";

const row = (corridor: string, hubId: string, count: number): TrafficRow => ({
  ...{ month: "2026-10" as Month, hubId, isBorderHub: !hubId.startsWith("CN"), corridor: corridor as Corridor },
  ...{ service: "logistics", count, valueMinor: 0n, passThroughMinor: 0n, weightGrams: 0 },
});

const before = [row("CN-KZ", "horgos", 50), row("CN-RU", "suifenhe", 20), row("CN-DE", "CNSHA-PORT", 30)];
const after = [row("CN-KZ", "horgos", 40), row("CN-KZ", "CNSHA-PORT", 10), row("CN-DE", "CNSHA-PORT", 50)];
const total = (rows: readonly TrafficRow[]) => shareOf(rows, "orders", { by: "total" })[0] as PeriodShare;

const view: TrafficReview = {
  ...{
    measure: "orders",
    period: {} as never,
    before: {} as never,
    months: [],
    isRunning: false,
    byHub: null,
    services: [],
  },
  ...{ allCorridors: [], corridorsOfHub: () => [], readMs: 0 },
  ...{ now: total(after), past: total(before), split: splitChange(before, after, "orders"), hubs: new Map() },
  corridors: sumsBy(after, "orders", ({ corridor }) => corridor),
};
const hubLinks = { ofHub: (hubId: string) => `/rows/${hubId}`, border: "/border", other: "/other" } as never;
const links = { ofCorridor: (corridor: string) => `/rows/${corridor}` } as never;

test("the corridors' rows add up to the change, one through which nothing goes any more among them", () => {
  const html = drawn(<CorridorsPanel view={view} links={links} />, { rooms: ["admin", "hubs"] });
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, cells = ""]) =>
    [...cells.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text = ""]) => text.replaceAll(/<[^>]+>/g, "")),
  );
  const points = rows.slice(1).map((cells) => cells.slice(-2).map(Number));
  const sum = points.slice(0, -1).reduce(([w = 0, m = 0], [within = 0, mix = 0]) => [w + within, m + mix], [0, 0]);
  expect(points.at(-1)?.map((one) => one.toFixed(2))).toEqual(sum.map((one) => one.toFixed(2)));
  expect(rows.find(([name]) => name === "China to Russia")).toEqual(expect.arrayContaining(["0.0%", "none", "0 of 0"]));
  expect(rows.at(-1)).toEqual(expect.arrayContaining(["All corridors", "100.0%", "40.0%", "40 of 100"]));
  expect(html).not.toContain("/rows/CN-RU");
});

test("a hub that fell to nothing is a row by hub, so that what was before adds up", () => {
  const html = drawn(<HubsPanel view={view} links={hubLinks} />, { rooms: ["admin", "hubs"] });
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, cells = ""]) =>
    [...cells.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text = ""]) => text.replaceAll(/<[^>]+>/g, "").trim()),
  );
  const gone = rows.find(([name]) => name?.startsWith("suifenhe"));
  expect(gone).toEqual(expect.arrayContaining(["0", "0.0%", "20.0%"]));
});

test("a phone, which has no room for their columns, reads what a corridor and a hub changed in a line of its own", () => {
  const lines = (html: string) =>
    [...html.matchAll(/<tr class="narrow-line"><td[^>]*>(.*?)<\/td>/g)].map(([, text]) => text);
  const corridors = lines(drawn(<CorridorsPanel view={view} links={links} />, { rooms: ["admin", "hubs"] }));
  const [kazakhstan] = view.split?.corridors.filter(({ corridor }) => corridor === "CN-KZ") ?? [];
  expect(kazakhstan).toBeDefined();
  expect(corridors).toHaveLength(4);
  expect(corridors.join()).toMatch(/Within -?\+?\d+\.\d\d, mix [-+]?\d+\.\d\d points/);
  const hubs = lines(drawn(<HubsPanel view={view} links={hubLinks} />, { rooms: ["admin", "hubs"] }));
  expect(hubs).toContain("Before 20.0%, -20.00 points");
});

test("services stand by the measure that is shown, the largest first", () => {
  const of = (service: string, amounts: { count: number; valueMinor: bigint; weightGrams: number }): TrafficRow => ({
    ...{ ...row("CN-KZ", "horgos", 0), service },
    ...amounts,
  });
  const rows = [
    of("logistics", { count: 1, valueMinor: 200n, weightGrams: 3 }),
    of("customs", { count: 3, valueMinor: 100n, weightGrams: 2 }),
    of("inspection", { count: 2, valueMinor: 300n, weightGrams: 1 }),
  ];
  const orderBy = (measure: TrafficMeasure) => {
    const services = sumsBy(rows, measure, ({ service }) => service);
    const ofService = (service: string) => `/rows/${service}`;
    const panel = <ServicesPanel view={{ ...view, measure, services }} links={{ ofService } as never} />;
    const html = drawn(panel, {
      rooms: ["admin", "hubs", "services", "service-logistics", "service-customs", "service-inspection"],
    });
    return [...html.matchAll(/\/rows\/(\w+)/g)].map(([, service]) => service);
  };
  expect(orderBy("orders")).toEqual(["customs", "inspection", "logistics"]);
  expect(orderBy("value")).toEqual(["inspection", "logistics", "customs"]);
  expect(orderBy("weight")).toEqual(["logistics", "customs", "inspection"]);
});
