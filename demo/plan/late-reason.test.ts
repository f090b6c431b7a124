import { describe, expect, test } from "vitest";
import { lateReasonsOf } from "../../domain/orders/late-reasons";
import type { Mode } from "../../domain/hubs/place";
import { kindOf } from "../../domain/services/registry";
import { DAY_MS, HOUR_MS, type Instant, later, parseIso } from "../../domain/shared/instant";
import { SERVICES } from "../../domain/shared/service";
import { isWeatherSeason, lateReason } from "./late-reason";
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
  [1.22, 24, 26],
  [1, 24, 32],
  [0.85, 28, 38],
  [0.6, 28, 38],
])("a forwarder of speed %f promises %i to %i days of a sailing of 24 to 32", (speedLevel, min, max) => {
  const movement = { mode: "sea", days: { min: 23.4, max: 32 } };
  const of = { movement, provider: { speedLevel }, spec: {} } as unknown as Parameters<typeof promisedDays>[1];
  expect(promisedDays("logistics", of)).toEqual({ min, max });
});
