import { describe, expect, test } from "vitest";
import { DAY_MS, instant, type Instant, later, parseIso } from "../../shared/time";
import type { Eta } from "./eta";
import { awaitedStep, daysAlsoFrom, goodsBefore, goodsHold, type StandingGate, startsBeside } from "./holds";
import { type Mode, MODES } from "../../hubs/place";
import { SIDES } from "../../services/customs/choices";
import { milestonesFor } from "../../services/registry";
import { SERVICES } from "../../shared/vocabulary";
import type { ChainFacts } from "./chain-facts";
import { gateOfKey } from "./gate";

const NOW = instant(Date.parse("2026-11-24T00:00:00Z"));
const FAILED: StandingGate = {
  gate: { need: { kind: "goods_accepted" }, holds: { service: "logistics", code: "picked_up" } },
  state: { kind: "failed", why: "inspection_failed" },
} as unknown as StandingGate;

const etaFrom = (days: number, hasLeft = false): Eta => {
  const at = { min: later(NOW, days * DAY_MS), max: later(NOW, days * DAY_MS) };
  const stop = { placeId: "yiwu", at, isActual: hasLeft, isPassed: false, isOverdue: false };
  return { stops: [stop], wait: null, isAtBorder: false, arrives: at, hasArrived: false };
};

describe("what holds the goods of a deal", () => {
  test("is what stops the carriage as a whole, wherever the goods are", () => {
    const held = { state: "on_hold", stops: [FAILED] } as const;
    expect(goodsHold(held, etaFrom(3), NOW)).toEqual({ why: "on_hold", stop: FAILED });
    expect(goodsHold(held, etaFrom(-3, true), NOW)).toEqual({ why: "on_hold", stop: FAILED });
    expect(goodsHold({ state: "exception", stops: [FAILED] }, etaFrom(3), NOW)).toEqual({
      why: "exception",
      stop: null,
    });
    expect(goodsHold({ state: "disputed", stops: [] }, etaFrom(3), NOW)).toEqual({ why: "disputed", stop: null });
  });

  test("is a closed gate before a pick-up once its time has come, and not before", () => {
    const waiting = { state: "scheduled", stops: [FAILED] } as const;
    expect(goodsHold(waiting, etaFrom(0), NOW)).toEqual({ why: "gate", stop: FAILED });
    expect(goodsHold(waiting, etaFrom(1), NOW)).toBeNull();
    expect(goodsHold(waiting, etaFrom(-1, true), NOW)).toBeNull();
    expect(goodsHold({ state: "scheduled", stops: [] }, etaFrom(0), NOW)).toBeNull();
  });

  test("is a closed gate before a place at which the goods should be by now, and the one before the release of goods that are across", () => {
    const across = (nextDays: number, code: string, isAtBorder = false) => {
      const [crossed] = etaFrom(-1, true).stops;
      const [next] = etaFrom(nextDays).stops;
      const stop = { ...FAILED, gate: { ...FAILED.gate, holds: { service: "logistics", code } } } as StandingGate;
      const eta: Eta = { ...etaFrom(nextDays), isAtBorder, stops: [crossed, next].flatMap((one) => one ?? []) };
      return goodsHold({ state: "in_progress", stops: [stop] }, eta, NOW)?.why ?? null;
    };
    expect(across(0, "slot_reserved")).toBe("gate");
    expect(across(1, "slot_reserved")).toBeNull();
    expect(across(1, "import_released")).toBe("gate");
    // Goods that stand at the border go nowhere, though their slot is days away.
    expect(across(3, "crossed_border", true)).toBe("gate");
    expect(across(3, "crossed_border")).toBeNull();
  });

  test("is nothing where nobody carries them, where they have arrived, or where the order is over", () => {
    expect(goodsHold(null, etaFrom(0), NOW)).toBeNull();
    expect(goodsHold({ state: "on_hold", stops: [] }, { ...etaFrom(0), hasArrived: true }, NOW)).toBeNull();
    expect(goodsHold({ state: "cancelled", stops: [FAILED] }, etaFrom(0), NOW)).toBeNull();
  });
});

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

test("a release comes after the goods, of both sides that of the exit after the hub; no other step does", () => {
  const before = (side: string, code: string) => goodsBefore({ ...clearance(side, "road"), code }, hauls);
  const hauls = [haul("road", { arrived_hub: "2026-11-28" })];
  const there = { occurredAt: at("2026-11-28") };
  expect([before("export", "released"), before("both", "export_released")]).toEqual([there, there]);
  expect([before("import", "released"), before("both", "released")]).toEqual([
    { occurredAt: null },
    { occurredAt: null },
  ]);
  expect(before("export", "filed")).toBeNull();
  // And so does an examination that is told by hand.
  expect([before("export", "state_question"), before("both", "state_question")]).toEqual([there, there]);
  expect(before("import", "state_question")).toEqual({ occurredAt: null });
  expect(goodsBefore({ ...clearance("export", "road"), code: "released" }, [])).toBeNull();
  expect(goodsBefore({ service: "inspection", mode: "road", spec: {}, code: "on_site" }, hauls)).toBeNull();
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

/** What the filing of a clearance by road waits for, with gates and a haul. */
function filingWaits(
  of: {
    side?: string;
    mode?: Mode;
    haul?: ReturnType<typeof haul> | null;
    gates?: readonly string[];
    filed?: string;
    complete?: string;
  },
  facts: Partial<ChainFacts> = {},
) {
  const { side = "export", mode = "road" } = of;
  const told = new Map<string, string>([
    ...(of.filed === undefined ? [] : [["filed", of.filed] as const]),
    ...(of.complete === undefined ? [] : [["documents_complete", of.complete] as const]),
  ]);
  const own = {
    ...{ id: "own", service: "customs" as const, state: "in_progress" as const },
    ...{ heldSince: null, exceptionSince: null, disputedSince: null },
    milestones: milestonesFor("customs", mode).map((milestone) => ({
      ...milestone,
      occurredAt: told.has(milestone.code) ? at(told.get(milestone.code) ?? "") : null,
    })),
  };
  const { haul: carriage = null } = of;
  const { heldSince, exceptionSince, disputedSince } = own;
  const orders = carriage ? [own, { id: "haul", heldSince, exceptionSince, disputedSince, ...carriage }] : [own];
  const gates = (of.gates ?? []).flatMap((key) => gateOfKey(key) ?? []);
  const known: ChainFacts = {
    orders,
    ...{ verdict: { kind: "none", at: null }, slot: { kind: "none", at: null } },
    ...{ papers: { kind: "ready", missing: 0, blocked: 0 }, waivers: [], statements: [] },
    unprovided: { undecided: [], own: [] },
    ...facts,
  };
  return startsBeside({ id: "own", ...clearance(side, mode) }, { gates, facts: known }).filed;
}

describe("the filing of a clearance waits for", () => {
  test.each([
    ["export", "road", "arrived_hub"],
    ["transit", "rail", "arrived_hub"],
    ["both", "road", "arrived_hub"],
    ["both", "sea", "arrived_hub"],
    ["import", "road", "crossed_border"],
    ["import", "sea", "arrived_port"],
  ] as const)("the goods before the customs that they come to first: %s by %s", (side, mode, what) => {
    expect(filingWaits({ side, mode, haul: haul(mode) })).toEqual([{ what, at: null }]);
    const there = haul(mode, { [what]: "2026-11-28" });
    expect(filingWaits({ side, mode, haul: there })).toEqual([{ what, at: at("2026-11-28") }]);
  });

  test("no goods where the deal has no haul, and nothing of a service whose steps wait for nobody", () => {
    expect(filingWaits({})).toEqual([]);
    expect(filingWaits({ haul: haul("road", {}, "cancelled") })).toEqual([]);
    const facts = { orders: [] } as unknown as ChainFacts;
    expect(startsBeside({ id: "none", service: "logistics", mode: "road", spec: {} }, { gates: [], facts })).toEqual(
      {},
    );
  });

  const PASSED = { verdict: { kind: "passed", at: at("2026-11-27") } } as const;
  const FAILED = { verdict: { kind: "failed", at: null } } as const;
  const waiver = { reason: "Goods are known", waivedAt: at("2026-11-26"), waivedByUserId: "lin" };

  test.each([
    ["a closed gate before it", { gates: ["inspection>customs.filed"] }, FAILED, [{ what: "gate", at: null }]],
    [
      "a closed gate before an earlier step",
      { gates: ["inspection>customs.draft_approved"] },
      FAILED,
      [{ what: "gate", at: null }],
    ],
    [
      "the opening of a gate",
      { gates: ["inspection>customs.filed"] },
      PASSED,
      [{ what: "gate", at: at("2026-11-27") }],
    ],
    [
      "a waiver",
      { gates: ["inspection>customs.filed"] },
      { ...FAILED, waivers: [{ gateKey: "inspection>customs.filed", ...waiver }] },
      [{ what: "gate", at: at("2026-11-26") }],
    ],
    ["no gate after it", { gates: ["inspection>customs.released"] }, FAILED, []],
    ["no gate that opened at no known time", { gates: ["papers>customs.filed"] }, {}, []],
    [
      "no gate that an earlier step has passed, whatever opens it anew",
      { gates: ["inspection>customs.documents_complete"], complete: "2026-11-26" },
      PASSED,
      [],
    ],
    ["no gate that has let it through", { gates: ["inspection>customs.filed"], filed: "2026-11-29" }, FAILED, []],
  ] as const)("%s", (_, of, facts, expected) => {
    expect(filingWaits(of, facts)).toEqual(expected);
  });
});
