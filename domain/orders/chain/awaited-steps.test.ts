import { describe, expect, test } from "vitest";
import { MODES, type Mode } from "../../hubs/place";
import { SIDES } from "../../services/customs/choices";
import { milestonesFor } from "../../services/registry";
import { SERVICES } from "../../shared/service";
import { type Instant, parseIso } from "../../shared/instant";
import { awaitedStep, daysAlsoFrom } from "./awaited-steps";

const at = (text: string): Instant => parseIso(`${text}T05:00:00Z`) as Instant;

/** A haul with the days of its steps. */
const haul = (
  mode: Mode,
  happened: Readonly<Record<string, string>> = {},
  state: "in_progress" | "cancelled" = "in_progress",
) => ({
  service: "logistics" as const,
  state,
  milestones: milestonesFor("logistics", mode).map((milestone) => {
    const day = happened[milestone.code];
    return { ...milestone, occurredAt: day === undefined ? null : at(day) };
  }),
});

const clearance = (side: string, mode: Mode) => ({ service: "customs" as const, mode, spec: { side } });

describe("the days of a clearance also wait", () => {
  test.each([
    ["export", { road: "arrived_hub", rail: "arrived_hub", sea: "arrived_hub", air: "arrived_hub" }],
    ["transit", { road: "arrived_hub", rail: "arrived_hub", sea: "arrived_hub", air: "arrived_hub" }],
    ["import", { road: "crossed_border", rail: "crossed_border", sea: "arrived_port", air: "arrived_port" }],
    ["both", { road: "crossed_border", rail: "crossed_border", sea: "arrived_port", air: "arrived_port" }],
  ] as const)("of the side %s for the goods before the customs that release them last", (side, codes) => {
    expect(SIDES).toContain(side);
    for (const mode of MODES) {
      expect(daysAlsoFrom(clearance(side, mode))).toEqual({ service: "logistics", code: codes[mode] });
      expect(awaitedStep(clearance(side, mode), [haul(mode)])).toEqual({ occurredAt: null });
      expect(awaitedStep(clearance(side, mode), [haul(mode, { [codes[mode]]: "2026-11-28" })])).toEqual({
        occurredAt: at("2026-11-28"),
      });
    }
  });

  test("for no other service's", () => {
    for (const service of SERVICES.filter((one) => one !== "customs"))
      expect(awaitedStep({ service, mode: "road", spec: {} }, [haul("road")])).toBeNull();
  });
});

describe("a step that days wait for", () => {
  const out = clearance("export", "road");

  test("is nobody's where the deal has no haul, or one that was called off", () => {
    expect(awaitedStep(out, [])).toBeNull();
    expect(awaitedStep(out, [haul("road", { arrived_hub: "2026-11-28" }, "cancelled")])).toBeNull();
    const again = haul("road", { arrived_hub: "2026-11-30" });
    expect(awaitedStep(out, [haul("road", {}, "cancelled"), again])).toEqual({ occurredAt: at("2026-11-30") });
  });

  test("had happened by the next one where nobody reported it, whatever floats among the steps", () => {
    const crossed = haul("road", {
      slot_reserved: "2026-11-20",
      crossed_border: "2026-11-29",
      delivered: "2026-12-02",
    });
    expect(awaitedStep(out, [crossed])).toEqual({ occurredAt: at("2026-11-29") });
    expect(awaitedStep(out, [haul("road", { picked_up: "2026-11-24", left_for_hub: "2026-11-25" })])).toEqual({
      occurredAt: null,
    });
  });

  test("is the crossing in hauls by sea from before ships had steps of their own", () => {
    const before = { ...haul("road", { crossed_border: "2026-11-29" }) };
    expect(awaitedStep(clearance("import", "sea"), [before])).toEqual({ occurredAt: at("2026-11-29") });
  });
});
