import { describe, expect, test } from "vitest";
import { instant } from "../shared/time";
import {
  acceptDelivery,
  cancel,
  end,
  mayStandBeside,
  type Milestone,
  nextMilestone,
  ORDER_LIFECYCLE,
  type OrderEvent,
  raise,
  report,
  reportable,
  type TaskCode,
} from "./order";
import { LINE_STATES, type LineState, SERVICES } from "../shared/vocabulary";
import fc from "fast-check";
import { SERVICE_KINDS } from "../services/registry";
import { advance, type Result } from "../shared/result";
import { turnOf } from "./order-turn";

const NOTHING = { heldSince: null, exceptionSince: null, disputedSince: null };
const codeOf = (result: { ok: boolean; refusal?: { code: string } }): string => result.refusal?.code ?? "ok";

const STOPPABLE = ["placed", "scheduled", "in_progress", "changes_requested"];

test.each(LINE_STATES)("work stops where some is under way: %s", (state) => {
  expect(codeOf(raise({ ...NOTHING, state }))).toBe(STOPPABLE.includes(state) ? "ok" : "wrong_state");
});

test("what has stopped does not stop again", () => {
  expect(codeOf(raise({ ...NOTHING, exceptionSince: instant(1), state: "in_progress" }))).toBe("exception_open");
});

test.each([
  [null, "provider", "no_exception"],
  [null, "buyer", "no_exception"],
  ["buyer", "buyer", "ok"],
  ["buyer", "provider", "ok"],
  ["provider", "provider", "ok"],
  ["provider", "buyer", "not_permitted"],
] as const)("what %s has raised is ended by the %s: %s", (raisedBy, by, code) => {
  expect(codeOf(end(raisedBy && { by: raisedBy }, by))).toBe(code);
});

const NOW = instant(1_800_000_000_000);
const FREE = { heldSince: null, exceptionSince: null, disputedSince: null } as const;
const EVENTS: readonly OrderEvent[] = [
  "schedule",
  "progress",
  "deliver",
  "request_changes",
  "accept",
  "complete",
  "cancel",
  "call_off",
];

const LED_TO: Readonly<Record<LineState, Partial<Record<OrderEvent, LineState>>>> = {
  placed: { schedule: "scheduled", cancel: "cancelled" },
  scheduled: { progress: "in_progress", deliver: "delivered", cancel: "cancelled", call_off: "cancelled" },
  in_progress: { progress: "in_progress", deliver: "delivered", call_off: "cancelled" },
  delivered: { accept: "accepted", request_changes: "changes_requested", call_off: "cancelled" },
  changes_requested: { progress: "in_progress", deliver: "delivered", call_off: "cancelled" },
  accepted: { progress: "accepted", complete: "completed", call_off: "cancelled" },
  completed: {},
  cancelled: {},
};

test.each(LINE_STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))(
  "from %s, %s leads where the list of states says, and nowhere else",
  (state, event) => {
    const to = LED_TO[state][event];
    const next = advance<LineState, OrderEvent>(ORDER_LIFECYCLE, state, event);
    if (to) expect(next).toEqual({ ok: true, value: to });
    else expect(next).toEqual({ ok: false, refusal: { code: "wrong_state", details: { state, event } } });
  },
);

const LIST = [{ code: "a" }, { code: "b" }, { code: "c", isDelivery: true as const }, { code: "d" }, { code: "e" }];
const reported = (...codes: string[]): Milestone[] =>
  LIST.map((milestone) => ({ ...milestone, occurredAt: codes.includes(milestone.code) ? NOW : null }));
const at = (state: LineState, codes: string[], code: string, occurredAt = NOW) =>
  report({ state, milestones: reported(...codes) }, { code, occurredAt }, NOW);

test.each([
  ["the first schedules", "placed", [], "a", "scheduled"],
  ["the next one begins the work", "scheduled", ["a"], "b", "in_progress"],
  ["the marked one delivers", "in_progress", ["a", "b"], "c", "delivered"],
  ["one that does not occur may be passed over", "scheduled", ["a"], "c", "delivered"],
  ["after acceptance the work goes on", "accepted", ["a", "b", "c"], "d", "accepted"],
  ["the last completes", "accepted", ["a", "b", "c", "d"], "e", "completed"],
  ["the last completes though one before was passed over", "accepted", ["a", "b", "c"], "e", "completed"],
] as const)("a report: %s", (_, state, codes, code, to) => {
  expect(at(state, [...codes], code)).toEqual({ ok: true, value: to });
});

test.each([
  ["an unknown milestone", "placed", [], "z", "milestone_unknown"],
  ["one reported before", "scheduled", ["a"], "a", "milestone_already_reported"],
  ["one before the first", "placed", [], "b", "milestone_out_of_order"],
  ["the delivery before the first", "placed", [], "c", "milestone_out_of_order"],
  ["the first after a later one", "in_progress", ["b"], "a", "milestone_out_of_order"],
  ["the delivery after what follows it", "accepted", ["a", "d"], "c", "milestone_out_of_order"],
  ["what follows the delivery before the delivery", "in_progress", ["a", "b"], "d", "milestone_out_of_order"],
  ["what follows the delivery before the acceptance", "delivered", ["a", "b", "c"], "d", "awaiting_acceptance"],
  ["the last before the acceptance", "delivered", ["a", "b", "c"], "e", "awaiting_acceptance"],
  ["anything on a cancelled order", "cancelled", [], "a", "wrong_state"],
  ["a late one on a cancelled order", "cancelled", ["a", "c"], "b", "wrong_state"],
] as const)("a report is refused: %s", (_, state, codes, code, refusal) => {
  expect(at(state, [...codes], code)).toMatchObject({ ok: false, refusal: { code: refusal } });
});

describe("a step that is required", () => {
  const REQUIRED: readonly Milestone[] = [
    { code: "submitted", occurredAt: null },
    { code: "funded", isRequired: true, occurredAt: null },
    { code: "asked", occurredAt: null },
    { code: "cleared", isRequired: true, occurredAt: null },
    { code: "sent", occurredAt: null },
    { code: "received", isDelivery: true, occurredAt: null },
  ];
  const told = (codes: readonly string[], code: string) =>
    report(
      {
        state: "in_progress",
        milestones: REQUIRED.map((one) => ({ ...one, occurredAt: codes.includes(one.code) ? instant(10) : null })),
      },
      { code, occurredAt: instant(10) },
      NOW,
    );

  test.each([
    ["the next one", ["submitted"], "asked", "funded"],
    ["a later one", ["submitted"], "sent", "funded"],
    ["the delivery", ["submitted"], "received", "funded"],
    ["what another required one stands before", ["submitted", "funded"], "sent", "cleared"],
  ] as const)("is not passed over by %s", (_, codes, code, owed) => {
    expect(told(codes, code)).toMatchObject({ refusal: { code: "step_owed", details: { code, owed } } });
  });

  test.each([
    ["itself", ["submitted"], "funded"],
    ["what follows it once it is told", ["submitted", "funded"], "asked"],
    ["what follows all of them, another one passed over", ["submitted", "funded", "cleared"], "sent"],
  ] as const)("lets through %s", (_, codes, code) => {
    expect(told(codes, code).ok).toBe(true);
  });

  test("that an order of before lacks is told late, with what has happened since", () => {
    expect(told(["submitted", "sent"], "funded").ok).toBe(true);
  });
});

describe("a step that stands beside others", () => {
  const BESIDE = [
    { code: "booked" },
    { code: "filed", isRequired: true },
    { code: "out", besideAfter: "filed" },
    { code: "paid" },
    { code: "delivered", isDelivery: true },
  ] as const;
  const times = (known: Readonly<Record<string, number>>): Milestone[] =>
    BESIDE.map((one) => ({ ...one, occurredAt: (known[one.code] ?? null) as Milestone["occurredAt"] }));

  test.each([
    ["before the one that it names", { booked: 10, filed: 20 }, 19, false],
    ["before what stands behind it", { booked: 10, filed: 20 }, 25, true],
    ["and after it", { booked: 10, filed: 20, paid: 30 }, 35, true],
    ["not after the delivery", { booked: 10, filed: 20, delivered: 30 }, 35, false],
  ] as const)("comes at any time between the one that it names and the delivery: %s", (_, known, at, isTaken) => {
    const told = { code: "out", occurredAt: instant(at) };
    expect(report({ state: "in_progress", milestones: times(known) }, told, NOW).ok).toBe(isTaken);
  });

  test("is refused before that one, which stays to come and is told first", () => {
    const [milestones, told] = [times({ booked: 10 }), { code: "out", occurredAt: instant(20) }];
    expect(report({ state: "in_progress", milestones }, told, NOW)).toMatchObject({
      refusal: { code: "step_owed", details: { code: "out", owed: "filed" } },
    });
    expect(reportable({ state: "in_progress", milestones }, NOW).map(({ code }) => code)).not.toContain("out");
  });

  test("waits for that one also where a later step has passed it over, which is told late", () => {
    const known = { state: "in_progress", milestones: times({ booked: 10, paid: 30 }) } as const;
    expect(report(known, { code: "out", occurredAt: instant(35) }, NOW)).toMatchObject({
      refusal: { code: "step_owed", details: { owed: "filed" } },
    });
    expect(report(known, { code: "filed", occurredAt: instant(20) }, NOW).ok).toBe(true);
  });

  test.each([
    ["waited for after that one", { booked: 10, filed: 20 }, "out"],
    ["and still where others beside it were told", { booked: 10, filed: 20, paid: 30 }, "out"],
    ["and leaves them to come", { booked: 10, filed: 20, out: 30 }, "paid"],
    ["not waited for before that one", { booked: 10 }, "filed"],
  ] as const)("is %s", (_, known, next) => {
    expect(nextMilestone({ state: "in_progress", milestones: times(known) })?.code).toBe(next);
  });
});

describe("a step that floats", () => {
  const FLOATING: readonly Milestone[] = [
    { code: "booked", occurredAt: null },
    { code: "picked_up", occurredAt: null },
    { code: "slot_reserved", isFloating: true, occurredAt: null },
    { code: "left_for_hub", occurredAt: null },
    { code: "delivered", isDelivery: true, occurredAt: null },
  ];
  const times = (known: Readonly<Record<string, number>>): Milestone[] =>
    FLOATING.map((milestone) => ({
      ...milestone,
      occurredAt: (known[milestone.code] ?? null) as Milestone["occurredAt"],
    }));
  const told = (known: Readonly<Record<string, number>>, code: string, occurredAt: number) =>
    report({ state: "in_progress", milestones: times(known) }, { code, occurredAt: instant(occurredAt) }, NOW);

  test.each([
    ["before the step that stands before it", { booked: 10 }, "slot_reserved", 20],
    ["after it", { booked: 10, picked_up: 20 }, "slot_reserved", 30],
    ["sooner than it, told later", { booked: 10, picked_up: 20 }, "slot_reserved", 15],
    [
      "late, as long as it lies before what comes after it",
      { booked: 10, picked_up: 20, left_for_hub: 40 },
      "slot_reserved",
      15,
    ],
    ["and leaves that step free to come after it", { booked: 10, slot_reserved: 20 }, "picked_up", 30],
    ["or, told later, before it", { booked: 10, slot_reserved: 20 }, "picked_up", 15],
  ] as const)("is told %s", (_, known, code, at) => {
    expect(told(known, code, at)).toEqual({ ok: true, value: "in_progress" });
  });

  test.each([
    ["before the first", { booked: 10 }, "slot_reserved", 9],
    ["after what follows it", { booked: 10, picked_up: 20, left_for_hub: 40 }, "slot_reserved", 41],
    ["nor what follows it before it", { booked: 10, slot_reserved: 20 }, "left_for_hub", 19],
  ] as const)("does not come %s", (_, known, code, at) => {
    expect(told(known, code, at)).toMatchObject({ refusal: { code: "occurred_out_of_order" } });
  });

  test.each([
    [{}, "booked"],
    [{ booked: 10 }, "picked_up"],
    [{ booked: 10, slot_reserved: 20 }, "picked_up"],
    [{ booked: 10, picked_up: 20 }, "slot_reserved"],
    [{ booked: 10, slot_reserved: 20, picked_up: 30 }, "left_for_hub"],
  ])("keeps the next step where it is: after %j comes %s", (known, next) => {
    expect(nextMilestone({ state: "in_progress", milestones: times(known) })?.code).toBe(next);
  });
});

describe("a step that a later one has overtaken", () => {
  const times = (a: number | null, b: number | null, c: number | null): Milestone[] =>
    LIST.map((milestone, i) => ({ ...milestone, occurredAt: ([a, b, c][i] ?? null) as Milestone["occurredAt"] }));
  const told = (milestones: Milestone[], code: string, occurredAt: number, state: LineState = "delivered") =>
    report({ state, milestones }, { code, occurredAt: instant(occurredAt) }, NOW);

  test("is told with its own time and moves nothing", () => {
    for (const state of ["in_progress", "delivered", "accepted", "completed"] as const)
      expect(told(times(10, null, 30), "b", 20, state)).toEqual({ ok: true, value: state });
  });

  test.each([9, 31])("is refused at a time that is not between its neighbours': %i", (at) => {
    expect(told(times(10, null, 30), "b", at)).toMatchObject({ refusal: { code: "occurred_out_of_order" } });
  });

  test("may have happened at the same moment as a neighbour", () => {
    expect(told(times(10, null, 30), "b", 10).ok).toBe(true);
    expect(told(times(10, null, 30), "b", 30).ok).toBe(true);
  });

  test("is offered as long as nobody has told it", () => {
    const open = reportable({ state: "delivered", milestones: times(10, null, 30) }, NOW);
    expect(open.map(({ code }) => code)).toEqual(["b"]);
  });

  test("nor does the next one lie before the last", () => {
    expect(told(times(10, 20, null), "c", 19, "in_progress")).toMatchObject({
      refusal: { code: "occurred_out_of_order" },
    });
  });
});

test.each([
  [19, "occurred_out_of_order"],
  [20, null],
  [25, null],
  [40, null],
  [41, "occurred_out_of_order"],
  [NOW + 300_001, "occurred_in_future"],
])("what stands beside a step is held to the times of the steps around it: %i", (at, code) => {
  const milestones: Milestone[] = LIST.map((one, i) => ({
    ...one,
    occurredAt: ([20, 30, 40][i] ?? null) as Milestone["occurredAt"],
  }));
  const beside = mayStandBeside(milestones, { code: "b", occurredAt: instant(at) }, NOW);
  expect(beside).toMatchObject(code === null ? { ok: true } : { refusal: { code } });
});

test("in whatever order reports of the same steps arrive, they end as one list in the order of their times", () => {
  const middle = ["m1", "m2", "m3", "m4"];
  const list = ["a", ...middle, "z"].map((code) => ({ code, ...(code === "z" ? { isDelivery: true as const } : {}) }));
  fc.assert(
    fc.property(fc.shuffledSubarray(middle), (arriving) => {
      let state: LineState = "scheduled";
      let milestones: Milestone[] = list.map((one) => ({
        ...one,
        occurredAt: one.code === "a" ? instant(1) : null,
      }));
      for (const code of arriving) {
        const occurredAt = instant(2 + middle.indexOf(code));
        const next = report({ state, milestones }, { code, occurredAt }, NOW);
        expect(next.ok).toBe(true);
        if (next.ok) state = next.value;
        milestones = milestones.map((one) => (one.code === code ? { ...one, occurredAt } : one));
      }
      const known = milestones.flatMap(({ occurredAt }) => (occurredAt === null ? [] : [occurredAt]));
      expect(known).toEqual([...known].sort((one, other) => one - other));
      expect(known).toHaveLength(1 + arriving.length);
      expect(state).toBe(arriving.length > 0 ? "in_progress" : "scheduled");
    }),
  );
});

test("what has not happened yet is not reported, but a phone's clock may run five minutes ahead", () => {
  expect(at("placed", [], "a", instant(NOW + 300_000)).ok).toBe(true);
  expect(at("placed", [], "a", instant(NOW + 300_001))).toMatchObject({ refusal: { code: "occurred_in_future" } });
});

test("an order is called off until the work has begun", () => {
  for (const state of LINE_STATES)
    expect(cancel({ state }).ok, state).toBe(state === "placed" || state === "scheduled");
});

test("acceptance completes an order only where nothing follows the delivery", () => {
  expect(acceptDelivery({ state: "delivered", milestones: LIST })).toEqual({ ok: true, value: "accepted" });
  expect(acceptDelivery({ state: "delivered", milestones: LIST.slice(0, 3) })).toEqual({
    ok: true,
    value: "completed",
  });
  for (const state of LINE_STATES.filter((name) => name !== "delivered"))
    expect(acceptDelivery({ state, milestones: LIST }).ok, state).toBe(false);
});

test.each(LINE_STATES)(
  "of an order that is %s the goods are decided on first, and after the delivery no other room asks",
  (state) => {
    const order = { ...FREE, state, milestones: [], autoAcceptAt: null };
    const asks = (code: TaskCode, times: object = {}) =>
      turnOf({ ...order, ...times }, [], { side: "buyer", code, by: null }).holder === "task";
    const isOver = state === "completed" || state === "cancelled";
    expect(asks("inspections.decide")).toBe(!isOver);
    expect(asks("inspections.decide", { disputedSince: NOW })).toBe(false);
    expect(asks("remittance.funds_return")).toBe(
      state !== "completed" && state !== "delivered" && state !== "accepted",
    );
    expect(asks("reroute.answer")).toBe(!isOver && state !== "delivered" && state !== "accepted");
  },
);

test("whatever is reported in whatever order, an order of any service only moves along its list and ends completed", () => {
  const step = fc.record({ pick: fc.nat(20), accepts: fc.boolean() });
  fc.assert(
    fc.property(fc.constantFrom(...SERVICES), fc.array(step, { maxLength: 40 }), (service, steps) => {
      let state: LineState = "placed";
      let milestones: Milestone[] = SERVICE_KINDS[service].milestones.map((milestone) => ({
        ...milestone,
        occurredAt: null,
      }));
      for (const { pick, accepts } of steps) {
        const code = milestones[pick % milestones.length]?.code ?? "";
        const isOffered = reportable({ state, milestones }, NOW).some((milestone) => milestone.code === code);
        const next: Result<LineState> = accepts
          ? acceptDelivery({ state, milestones })
          : report({ state, milestones }, { code, occurredAt: NOW }, NOW);
        if (!accepts) expect(next.ok).toBe(isOffered);
        if (!next.ok) continue;
        state = next.value;
        if (!accepts)
          milestones = milestones.map((milestone) =>
            milestone.code === code ? { ...milestone, occurredAt: NOW } : milestone,
          );
      }
      const last = milestones.findLastIndex((milestone) => milestone.occurredAt !== null);
      const delivery = milestones.findIndex((milestone) => milestone.isDelivery);
      expect(last > delivery).toBe(state === "completed" || (state === "accepted" && last > delivery));
      expect(milestones[delivery]?.occurredAt !== null).toBe(["delivered", "accepted", "completed"].includes(state));
      expect(turnOf({ ...FREE, state, milestones, autoAcceptAt: null }).holder).toBe(
        state === "delivered" ? "buyer" : state === "completed" ? "nobody" : "provider",
      );
    }),
  );
});
