import { describe, expect, test } from "vitest";
import { milestoneOf, milestonesFor, SERVICE_KINDS } from "../../services/registry";
import { type Service, SERVICES } from "../../shared/vocabulary";
import { instant, type LocalDate } from "../../shared/time";
import type { AwaitedVisit, ChainFacts, ChainOrder } from "./chain-facts";
import { checkGates } from "./check-gates";
import { type Gate, gateKey, gateOfKey, type Step } from "./gate";
import { gateState } from "./gate-state";
import { failedBefore, holdChange, isSpent, passes, stopsOf, visitBeforePickup } from "./holds";

const NOW = instant(1_000);

/** A step that is asked for whenever it comes. */
const step = (code: string) => ({ code, occurredAt: null });

const order = (service: Service, done: readonly string[] = [], more: Partial<ChainOrder> = {}): ChainOrder => ({
  id: service,
  service,
  state: "in_progress",
  heldSince: null,
  exceptionSince: null,
  disputedSince: null,
  milestones: SERVICE_KINDS[service].milestones.map((milestone, at) => ({
    ...milestone,
    occurredAt: done.includes(milestone.code) ? instant(at) : null,
  })),
  ...more,
});

const factsOf = (more: Partial<ChainFacts> = {}): ChainFacts => ({
  orders: SERVICES.map((service) => order(service)),
  verdict: { kind: "none", at: null },
  slot: { kind: "none", at: null },
  papers: { kind: "ready", missing: 0, blocked: 0 },
  waivers: [],
  unprovided: { undecided: [], own: [] },
  statements: [],
  ...more,
});

const DAY = "2026-12-01" as LocalDate;
const visitOf = (state: AwaitedVisit["state"], day: LocalDate | null): ChainFacts =>
  factsOf({ verdict: { kind: "pending", at: null, visit: { state, day } } });

const after = (need: string, holds: string): Gate => {
  const step = (text: string) => {
    const [service, code] = text.split(".") as [Service, string];
    return { service, code };
  };
  return {
    need: need.includes(".") ? { kind: "step", step: step(need) } : { kind: need as "inspection" },
    holds: step(holds),
  };
};

describe("gates are refused", () => {
  test.each([
    [
      "twice the same",
      [after("papers", "logistics.picked_up"), after("papers", "logistics.picked_up")],
      "gate_doubled",
    ],
    ["a step that is none", [after("papers", "logistics.sent")], "gate_step_unknown"],
    ["a need that is no step", [after("customs.sent", "logistics.picked_up")], "gate_step_unknown"],
    ["within one order", [after("logistics.booked", "logistics.picked_up")], "gate_of_own_order"],
    ["the inspection before itself", [after("inspection", "inspection.report_issued")], "gate_of_own_order"],
    ["of a service that is not asked for", [after("payment.sent", "logistics.picked_up")], "gate_service_missing"],
    ["before a service that is not asked for", [after("papers", "payment.sent")], "gate_service_missing"],
    [
      "in a circle of two",
      [after("customs.released", "logistics.picked_up"), after("logistics.crossed_border", "customs.filed")],
      "gates_in_circle",
    ],
    [
      "in a circle of three",
      [
        after("customs.filed", "logistics.picked_up"),
        after("inspection", "customs.documents_complete"),
        after("logistics.picked_up", "inspection.on_site"),
      ],
      "gates_in_circle",
    ],
    ["a slot before what reserves it", [after("slot", "logistics.slot_reserved")], "gate_never_opens"],
    ["archived papers before delivery", [after("customs.pack_archived", "logistics.delivered")], "gate_never_opens"],
    ["closed papers before a report", [after("logistics.documents_closed", "inspection.on_site")], "gate_never_opens"],
  ])("%s", (_, gates, code) => {
    expect(checkGates(gates, ["logistics", "customs", "inspection"])).toMatchObject({ refusal: { code } });
  });

  test("a step without which an order is made, where it is waited for", () => {
    const leftOut = (service: Service) => (service === "customs" ? ["export_released"] : []);
    const bySpec = { leftOut, goodsFirst: () => null };
    const gates = [after("customs.export_released", "logistics.crossed_border")];
    expect(checkGates(gates, SERVICES, bySpec)).toMatchObject({ refusal: { code: "gate_step_unknown" } });
    expect(checkGates(gates, SERVICES).ok).toBe(true);
    expect(checkGates([after("papers", "customs.export_released")], SERVICES, bySpec).ok).toBe(true);
  });

  test.each([
    ["customs.released", "logistics.crossed_border", true],
    ["customs.released", "logistics.picked_up", true],
    ["customs.released", "logistics.import_released", false],
    ["customs.export_released", "logistics.crossed_border", false],
    ["customs.filed", "logistics.crossed_border", false],
    // An inland office may release them before they come to the hub, and not before they are picked up.
    ["customs.export_released", "logistics.left_for_hub", false],
    ["customs.export_released", "logistics.picked_up", true],
    ["customs.pack_archived", "logistics.picked_up", true],
  ])("%s before %s where the goods are released across the border alone: %s", (need, holds, isRefused) => {
    const NEEDS: Readonly<Record<string, string>> = { released: "crossed_border", export_released: "arrived_hub" };
    const goodsFirst = ({ code }: Step): Step | null => {
      const goods = NEEDS[code];
      return goods ? { service: "logistics", code: goods } : null;
    };
    const checked = checkGates([after(need, holds)], SERVICES, { leftOut: () => [], goodsFirst });
    expect(checked).toMatchObject(
      isRefused
        ? { refusal: { code: "gate_never_opens", details: { gate: `${need}>${holds}`, holds } } }
        : { ok: true },
    );
  });

  test("in a circle over the steps between them, which names the gates that make it and no other", () => {
    const goodsFirst = ({ code }: Step): Step | null =>
      code === "released" ? { service: "logistics", code: "arrived_hub" } : null;
    const bySpec = { leftOut: () => [], goodsFirst };
    const circle = [
      after("customs.released", "inspection.on_site"),
      after("inspection.on_site", "logistics.picked_up"),
    ];
    const beside = after("slot", "logistics.left_for_hub");
    expect(checkGates([circle[0] as Gate, beside, circle[1] as Gate], SERVICES, bySpec)).toMatchObject({
      refusal: { code: "gates_in_circle", details: { circle: circle.map(gateKey).join(", ") } },
    });
    for (const gate of circle) expect(checkGates([gate, beside], SERVICES, bySpec).ok).toBe(true);
  });

  test("not where money waits for the papers that close an order", () => {
    expect(checkGates([after("customs.pack_archived", "payment.sent")], SERVICES).ok).toBe(true);
    expect(checkGates([after("customs.pack_archived", "logistics.documents_closed")], SERVICES).ok).toBe(true);
  });

  test("not for two dozen", () => {
    const all = SERVICES.flatMap((service) =>
      SERVICE_KINDS[service].milestones.map(({ code }) => after("papers", `${service}.${code}`)),
    );
    expect(all.length).toBeGreaterThan(24);
    expect(checkGates(all.slice(0, 24), SERVICES).ok).toBe(true);
    expect(checkGates(all.slice(0, 25), SERVICES).ok).toBe(false);
  });

  test("more than two dozen", () => {
    const many = Array.from({ length: 25 }, () => after("papers", "logistics.picked_up"));
    expect(checkGates(many, SERVICES)).toMatchObject({ refusal: { code: "too_many_gates" } });
  });
});

describe("a gate", () => {
  const INSPECTION = after("inspection", "logistics.picked_up");
  const SLOT = after("slot", "logistics.picked_up");
  const STEP = after("customs.released", "logistics.crossed_border");
  const PAPERS = after("papers", "logistics.slot_reserved");
  const replaced = (one: ChainOrder) =>
    factsOf({ orders: SERVICES.map((name) => (name === one.service ? one : order(name))) });

  test.each([
    ["a step that was reported", STEP, replaced(order("customs", ["released"])), "open"],
    ["a step that was not", STEP, factsOf(), "waiting not_yet"],
    ["an order that is not there", STEP, factsOf({ orders: [] }), "waiting no_order"],
    [
      "an order that was called off",
      STEP,
      replaced(order("customs", [], { state: "cancelled" })),
      "failed order_cancelled",
    ],
    ["a verdict that passed", INSPECTION, factsOf({ verdict: { kind: "passed", at: NOW } }), "open"],
    ["a buyer who takes the goods", INSPECTION, factsOf({ verdict: { kind: "decided", at: NOW } }), "open"],
    [
      "a verdict that failed",
      INSPECTION,
      factsOf({ verdict: { kind: "failed", at: NOW } }),
      "failed inspection_failed",
    ],
    ["a buyer who does not", INSPECTION, factsOf({ verdict: { kind: "refused", at: NOW } }), "failed goods_refused"],
    ["a visit that is asked for", INSPECTION, visitOf("asked", null), "waiting visit_asked"],
    ["a visit that is booked", INSPECTION, visitOf("booked", DAY), "waiting visit_booked"],
    ["an inspector with the goods", INSPECTION, visitOf("on_site", DAY), "waiting on_site"],
    ["a visit whose report is to come", INSPECTION, visitOf("left", DAY), "waiting report_awaited"],
    ["a verdict that waits", INSPECTION, factsOf({ verdict: { kind: "pending", at: NOW } }), "waiting verdict_pending"],
    ["no inspection yet", INSPECTION, factsOf(), "waiting not_yet"],
    ["no inspector yet", INSPECTION, factsOf({ orders: [] }), "waiting no_order"],
    ["a report on paper, accepted", INSPECTION, replaced(order("inspection", [], { state: "accepted" })), "open"],
    [
      "a report on paper, delivered",
      INSPECTION,
      replaced(order("inspection", [], { state: "delivered" })),
      "waiting not_yet",
    ],
    [
      "an inspection called off",
      INSPECTION,
      replaced(order("inspection", [], { state: "cancelled" })),
      "failed order_cancelled",
    ],
    ["a report on paper, to the end", INSPECTION, replaced(order("inspection", [], { state: "completed" })), "open"],
    [
      "a verdict that no order brings any more",
      INSPECTION,
      { ...replaced(order("inspection", [], { state: "cancelled" })), verdict: { kind: "pending", at: NOW } },
      "failed order_cancelled",
    ],
    [
      "a slot that is kept, whatever the carrier says of it",
      SLOT,
      { ...replaced(order("logistics", ["slot_reserved"])), slot: { kind: "asked", at: null } },
      "waiting no_slot",
    ],
    [
      "a carrier that was called off without one",
      SLOT,
      replaced(order("logistics", [], { state: "cancelled" })),
      "failed order_cancelled",
    ],
    [
      "a step of an order that was called off after it",
      STEP,
      replaced(order("customs", ["released"], { state: "cancelled" })),
      "open",
    ],
    ["a slot that stands", SLOT, factsOf({ slot: { kind: "stands", at: NOW } }), "open"],
    ["a slot that is asked for", SLOT, factsOf({ slot: { kind: "asked", at: null } }), "waiting no_slot"],
    ["a slot that was lost", SLOT, factsOf({ slot: { kind: "lost", at: NOW } }), "failed slot_lost"],
    ["the carrier's word that it has one", SLOT, replaced(order("logistics", ["slot_reserved"])), "open"],
    ["papers that are ready", PAPERS, factsOf(), "open"],
    [
      "papers that are missing",
      PAPERS,
      factsOf({ papers: { kind: "missing", missing: 1, blocked: 0 } }),
      "waiting papers_missing",
    ],
    [
      "papers that contradict",
      PAPERS,
      factsOf({ papers: { kind: "blocked", missing: 0, blocked: 2 } }),
      "failed papers_blocked",
    ],
  ] as const)("stands by %s", (_, gate, facts, expected) => {
    const state = gateState(gate, facts);
    expect("why" in state ? `${state.kind} ${state.why}` : state.kind).toBe(expected);
  });

  test("that was waived is open whatever the facts say, and says by whose word", () => {
    const waiver = { gateKey: gateKey(INSPECTION), reason: "sample seen", waivedAt: NOW, waivedByUserId: "lin" };
    const facts = factsOf({ verdict: { kind: "failed", at: NOW }, waivers: [waiver] });
    expect(gateState(INSPECTION, facts)).toEqual({ kind: "waived", waiver });
    expect(gateState(SLOT, facts).kind).toBe("waiting");
  });
});

describe("a gate from before ships and aircraft had steps of their own", () => {
  const sea = (...told: string[]): ChainOrder => ({
    ...order("logistics"),
    milestones: milestonesFor("logistics", "sea").map(({ code }) => ({
      ...milestoneOf({ service: "logistics", mode: "sea" }, code),
      occurredAt: told.includes(code) ? NOW : null,
    })),
  });
  const gates = [after("customs.released", "logistics.crossed_border")];

  test("holds the loading where it names the crossing, and nothing before it", () => {
    const known = { gates, facts: factsOf() };
    expect(passes(sea("booked"), step("export_released"), known).ok).toBe(true);
    expect(["loaded", "departed"].map((code) => passes(sea("booked"), step(code), known).ok)).toEqual([false, false]);
    expect(isSpent(gates[0] as Gate, sea("booked", "arrived_hub"))).toBe(false);
    expect(isSpent(gates[0] as Gate, sea("booked", "loaded"))).toBe(true);
    // One that waits for the crossing opens with the loading.
    const gate = after("logistics.crossed_border", "payment.sent");
    const stand = (...told: string[]) => gateState(gate, factsOf({ orders: [sea(...told)] })).kind;
    expect([stand("booked"), stand("booked", "loaded")]).toEqual(["waiting", "open"]);
  });

  test("holds an order by sea that was made with a crossing there, where it names the loading", () => {
    const codes = ["booked", "arrived_hub", "crossed_border", "import_released", "delivered"];
    const old = { ...order("logistics"), milestones: codes.map((code) => step(code)) };
    const known = { gates: [after("customs.released", "logistics.loaded")], facts: factsOf() };
    expect([passes(old, step("arrived_hub"), known).ok, passes(old, step("crossed_border"), known).ok]).toEqual([
      true,
      false,
    ]);
  });
});

describe("what stands before a step", () => {
  const gates = [after("inspection", "logistics.picked_up"), after("customs.released", "logistics.crossed_border")];
  const failed = factsOf({ verdict: { kind: "failed", at: NOW } });
  const codes = SERVICE_KINDS.logistics.milestones.map(({ code }) => code);

  test("stops it and every later one of its order, and none before", () => {
    const stopped = codes.filter((code) => !passes(order("logistics"), step(code), { gates, facts: failed }).ok);
    // A slot may be reserved sooner than the goods are picked up.
    expect(stopped).toEqual(codes.slice(codes.indexOf("picked_up")).filter((code) => code !== "slot_reserved"));
    expect(passes(order("logistics"), step("delivered"), { gates, facts: failed })).toEqual({
      ok: false,
      refusal: { code: "gate_closed", details: { gate: "inspection>logistics.picked_up", why: "inspection_failed" } },
    });
  });

  test("is not passed by a slot that was reserved before the goods were picked up", () => {
    const reserved = order("logistics", ["booked", "slot_reserved"]);
    expect(isSpent(gates[0] as Gate, reserved)).toBe(false);
    expect(passes(reserved, step("picked_up"), { gates, facts: failed }).ok).toBe(false);
    const papers = after("customs.documents_complete", "logistics.slot_reserved");
    expect(isSpent(papers, reserved)).toBe(true);
    expect(isSpent(papers, order("logistics", ["booked", "picked_up"]))).toBe(false);
    expect(isSpent(papers, order("logistics", ["booked", "picked_up", "left_for_hub"]))).toBe(true);
  });

  test("is a slot's for the dispatch to the hub, not for the pick-up", () => {
    const slot = [after("slot", "logistics.left_for_hub")];
    const picked = order("logistics", ["booked", "picked_up"]);
    const known = { gates: slot, facts: factsOf() };
    expect(passes(order("logistics", ["booked"]), step("picked_up"), known).ok).toBe(true);
    expect(passes(picked, step("left_for_hub"), known).ok).toBe(false);
    expect(passes(picked, step("arrived_hub"), known).ok).toBe(false);
  });

  test("lets everything through once it has let the step through, whatever becomes of the fact", () => {
    const gone = order("logistics", ["booked", "picked_up"]);
    expect(isSpent(gates[0] as Gate, gone)).toBe(true);
    expect(passes(gone, step("arrived_hub"), { gates, facts: failed }).ok).toBe(true);
    expect(passes(gone, step("crossed_border"), { gates, facts: failed }).ok).toBe(false);
  });

  test("holds an order by what failed and not by what has not come yet", () => {
    expect(failedBefore(order("logistics"), { gates, facts: factsOf() })).toEqual([]);
    expect(holdChange(order("logistics"), { gates, facts: factsOf() }, NOW)).toBeNull();
    expect(holdChange(order("logistics"), { gates, facts: failed }, NOW)).toMatchObject({ heldSince: NOW });
    expect(holdChange(order("logistics", [], { heldSince: NOW }), { gates, facts: failed }, NOW)).toBeNull();
    expect(holdChange(order("logistics", [], { heldSince: NOW }), { gates, facts: factsOf() }, NOW)).toMatchObject({
      heldSince: null,
    });
  });

  test("holds an order that is still to be carried out, wherever it is before its delivery", () => {
    for (const state of ["placed", "scheduled", "in_progress", "changes_requested"] as const)
      expect(failedBefore(order("logistics", [], { state }), { gates, facts: failed }), state).toHaveLength(1);
  });

  test("holds nothing of an order that is over or delivered", () => {
    for (const state of ["delivered", "accepted", "completed", "cancelled"] as const)
      expect(failedBefore(order("logistics", [], { state }), { gates, facts: failed }), state).toEqual([]);
  });

  test("is what the next step waits for", () => {
    const next = (done: readonly string[]) =>
      stopsOf(order("logistics", done), { gates, facts: factsOf() }).map(({ gate }) => gateKey(gate));
    expect(next([])).toEqual([]);
    expect(next(["booked", "slot_reserved"])).toEqual(["inspection>logistics.picked_up"]);
    expect(next(["booked", "picked_up", "arrived_hub", "export_released"])).toEqual([
      "customs.released>logistics.crossed_border",
    ]);
  });

  test("is what holds the order, also where it stands further on than the next step", () => {
    const stops = (more: Partial<ChainOrder>) =>
      stopsOf(order("logistics", [], more), { gates, facts: failed }).map(({ gate }) => gateKey(gate));
    expect(stops({})).toEqual([]);
    expect(stops({ heldSince: NOW })).toEqual(["inspection>logistics.picked_up"]);
  });
});

test.each([
  ["inspection", "booked", DAY],
  ["production_check", "booked", DAY],
  ["inspection.on_site", "booked", DAY],
  ["inspection.on_site", "asked", null],
  ["inspection.on_site", "on_site", null],
  ["customs.released", "booked", null],
] as const)("goods whose pick-up waits for %s of a visit that is %s wait for its day: %s", (need, state, day) => {
  const gates = [after(need, "logistics.picked_up")];
  expect(visitBeforePickup({ gates, facts: visitOf(state, state === "asked" ? null : DAY) })).toBe(day);
});

test("a check of the production is judged as an inspection is", () => {
  const gate = gateOfKey("production_check>logistics.picked_up");
  const kinds = (["passed", "failed"] as const).map((kind) =>
    gate ? gateState(gate, factsOf({ verdict: { kind, at: NOW } })).kind : null,
  );
  expect(kinds).toEqual(["open", "failed"]);
});
