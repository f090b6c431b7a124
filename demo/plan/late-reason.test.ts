import { describe, expect, test } from "vitest";
import { lateReasonsOf } from "../../domain/orders/late-reasons";
import type { Mode } from "../../domain/hubs/place";
import { kindOf } from "../../domain/services/registry";
import { DAY_MS, HOUR_MS, type Instant, later, parseIso } from "../../domain/shared/instant";
import { SERVICES } from "../../domain/shared/service";
import { isWeatherSeason, lateReason, recordedReason, type WaitRecord } from "./late-reason";
import { promisedDays } from "./plan-offer";

const at = (iso: string): Instant => parseIso(iso) as Instant;
const movementBy = (mode: Mode, corridor = "CN-KZ") => ({ mode, corridor, crossing: null });
const YEAR = Array.from({ length: 365 }, (_, day) => later(at("2026-01-01T03:00:00Z"), day * DAY_MS + day * HOUR_MS));
const noPlan = (time: Instant) => ({ reports: [], acceptedAt: time });

describe("the reason of a late step of the demo", () => {
  test("is one that its order can have, at any step on any day, and never one without words", () => {
    for (const service of SERVICES)
      for (const mode of ["road", "rail", "sea", "air"] as const)
        for (const { code } of kindOf(service).milestones)
          for (const time of YEAR.filter((_, day) => day % 9 === 0)) {
            const told = lateReason({ service, movement: movementBy(mode), plan: noPlan(time), code, at: time });
            expect(lateReasonsOf(service, mode)).toContain(told.lateReason);
            expect(told.lateReason).not.toBe("other");
          }
  });

  test("is weather in its season alone", () => {
    for (const [mode, corridor] of [
      ["road", "CN-KZ"],
      ["road", "CN-VN"],
      ["sea", "CN-VN"],
    ] as const)
      for (const time of YEAR) {
        const movement = movementBy(mode, corridor);
        const told = lateReason({ service: "logistics", movement, plan: noPlan(time), code: "arrived_hub", at: time });
        if (told.lateReason === "road_or_weather") expect(isWeatherSeason(movement, time)).toBe(true);
      }
  });

  test("of a delivery is the queue that its truck stood in, or the customs that kept it, where either was long", () => {
    const arrived = at("2026-06-01T02:00:00Z");
    const told = (waited: number, kept: number) => {
      const crossed = later(arrived, waited * HOUR_MS);
      const released = later(crossed, kept * HOUR_MS);
      const delivered = later(released, 20 * HOUR_MS);
      const reports = Object.entries({ arrived_hub: arrived, crossed_border: crossed, import_released: released });
      const plan = { reports: reports.map(([code, time]) => ({ code, at: time })), acceptedAt: delivered };
      return lateReason({ service: "logistics", movement: movementBy("road"), plan, code: "delivered", at: delivered });
    };
    expect(told(60, 5).lateReason).toBe("border_queue");
    expect(told(10, 50).lateReason).toBe("customs_hold");
    expect(["border_queue", "customs_hold"]).not.toContain(told(10, 5).lateReason);
  });
});

test.each([
  ["a release a day and more after the customs stopped the goods", 30, "customs_hold"],
  ["a release some hours after a question", 6, "papers_incomplete"],
  ["a release that nobody at the customs stopped", null, "papers_incomplete"],
] as const)("of %s is told as it was", (_, hours, reason) => {
  const stopped = at("2026-06-08T02:00:00Z");
  const released = later(stopped, (hours ?? 30) * HOUR_MS);
  const steps = [
    ...(hours === null ? [] : [{ code: "state_question", at: stopped }]),
    { code: "released", at: released },
  ];
  const plan = { reports: steps, acceptedAt: released };
  const told = lateReason({ service: "customs", movement: movementBy("road"), plan, code: "released", at: released });
  expect(told.lateReason).toBe(reason);
});

describe("what the order has on record of its waits", () => {
  const noon = at("2026-06-10T04:00:00Z");
  const span = (reason: WaitRecord["spans"][number]["reason"], from: number, to: number | null) => ({
    ...{ reason, from: later(noon, from * HOUR_MS) },
    to: to === null ? null : later(noon, to * HOUR_MS),
  });

  test.each([
    ["nothing", [], [], null],
    ["a queue", [span("queue", -20, -2)], [], "border_queue"],
    [
      "a check longer than queue and closure",
      [span("queue", -70, -50), span("customs_inspection", -50, -21), span("closure", -21, -3)],
      [],
      "customs_hold",
    ],
    [
      "two queues together longer than a check",
      [span("queue", -40, -28), span("customs_inspection", -28, -12), span("queue", -12, null)],
      [],
      "border_queue",
    ],
    ["a wait that begins after the step", [span("documents", 1, null)], [], null],
    ["a slot that the carrier missed", [], ["provider"], "vehicle_breakdown"],
    [
      "a slot that its buyer's papers cost, after one that the carrier missed",
      [],
      ["provider", "buyer"],
      "papers_incomplete",
    ],
    ["a slot that the crossing moved", [], ["nobody"], "border_queue"],
    ["a check, and a slot that the crossing moved", [span("customs_inspection", -9, null)], ["nobody"], "customs_hold"],
  ] as const)("of %s is what its step is late by", (_, spans, faults, reason) => {
    expect(recordedReason({ spans, faults }, noon)).toBe(reason);
    if (reason === null) return;
    const told = { service: "logistics", movement: movementBy("road"), plan: noPlan(noon), at: noon } as const;
    const record = { spans, faults };
    expect(lateReason({ ...told, code: "crossed_border", record }).lateReason).toBe(reason);
    expect(lateReason({ ...told, code: "picked_up", record }).lateReason).not.toBe("border_queue");
  });

  test("of a crossing is the customs' where they kept the goods longer than the queue did, and the slot's where goods lay a day for it", () => {
    const [booked, pickedUp] = [at("2026-06-01T02:00:00Z"), at("2026-06-02T02:00:00Z")];
    const told = (slot: number, released: number, crossed: number) => {
      const arrived = later(pickedUp, 60 * HOUR_MS);
      const steps = {
        ...{ booked, picked_up: pickedUp, slot_reserved: later(pickedUp, slot * HOUR_MS), arrived_hub: arrived },
        export_released: later(arrived, released * HOUR_MS),
      };
      const plan = { reports: Object.entries(steps).map(([code, time]) => ({ code, at: time })), acceptedAt: booked };
      const step = { code: "crossed_border", at: later(arrived, crossed * HOUR_MS) };
      return lateReason({ service: "logistics", movement: movementBy("road"), plan, ...step }).lateReason;
    };
    expect(told(-6, 5, 30)).toBe("border_queue");
    expect(told(-6, 20, 30)).toBe("customs_hold");
    expect(told(30, 5, 30)).toBe("no_slot");
  });
});

test.each([
  [1.22, 24, 26],
  [1, 24, 32],
  [0.85, 28, 38],
  [0.6, 28, 38],
])("a forwarder of speed %f promises %i to %i days of a sailing of 24 to 32", (speedLevel, min, max) => {
  const movement = { mode: "sea", days: { min: 23.4, max: 32 } };
  const of = { movement, provider: { speedLevel }, spec: {} } as unknown as Parameters<typeof promisedDays>[1];
  expect(promisedDays("logistics", of)).toEqual({ min, max });
});
