import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChainOrder } from "./chain/chain-facts";
import type { GateNeed } from "./chain/gate";
import type { GateState } from "./chain/gate-state";
import type { Due } from "./due";
import { instant } from "../shared/time";
import { type Lifter, type OpenableGate, lifterOf } from "./chain/gate-opener";
import { moverOf, type OrderTurn } from "./order-turn";
import type { DisputeStep, SideState } from "./order";
import { WORK_GROUPS, afterPlace, inWorkOrder, workGroupOf, workPlace } from "./work-list";

const HOLDS = { service: "logistics", code: "picked_up" } as const;
const RELEASED: GateNeed = { kind: "step", step: { service: "customs", code: "released" } };

describe("a closed gate is opened", () => {
  test.each([
    [RELEASED, "waiting", "not_yet", "customs"],
    [RELEASED, "waiting", "no_order", "buyer"],
    [RELEASED, "failed", "order_cancelled", "buyer"],
    [{ kind: "inspection" }, "waiting", "not_yet", "inspection"],
    [{ kind: "inspection" }, "waiting", "visit_asked", "inspection"],
    [{ kind: "inspection" }, "waiting", "visit_booked", "inspection"],
    [{ kind: "inspection" }, "waiting", "on_site", "inspection"],
    [{ kind: "inspection" }, "waiting", "report_awaited", "inspection"],
    [{ kind: "inspection" }, "waiting", "verdict_pending", "buyer"],
    [{ kind: "inspection" }, "failed", "inspection_failed", "buyer"],
    [{ kind: "inspection" }, "failed", "goods_refused", "buyer"],
    [{ kind: "slot" }, "waiting", "no_slot", "logistics"],
    [{ kind: "slot" }, "failed", "slot_lost", "logistics"],
    [{ kind: "papers" }, "waiting", "papers_missing", "parties"],
    [{ kind: "papers" }, "failed", "papers_blocked", "parties"],
  ] as const)("where %j is %s, %s, by %s", (need, kind, why, lifter) => {
    const state = { kind, why } as GateState;
    expect(lifterOf({ gate: { need, holds: HOLDS }, state }, { orders: [] })).toBe(lifter);
  });

  test("by the buyer, once the report is there on paper", () => {
    const orders = [{ service: "inspection", state: "delivered" } as ChainOrder];
    const standing = {
      gate: { need: { kind: "inspection" }, holds: HOLDS },
      state: { kind: "waiting", why: "not_yet" },
    } as const;
    expect(lifterOf(standing, { orders })).toBe("buyer");
  });

  test.each([
    ["waits for its day", "changes_requested"],
    ["has its day, or an inspector at the goods", "in_progress"],
  ] as const)("by the inspection company, while another visit to goods that failed %s", (_, state) => {
    const orders = [{ service: "inspection", state } as ChainOrder];
    const gate = { need: { kind: "inspection" }, holds: HOLDS } as const;
    const failed = (why: "inspection_failed" | "goods_refused") => ({ gate, state: { kind: "failed", why } }) as const;
    expect(lifterOf(failed("inspection_failed"), { orders })).toBe("inspection");
    expect(lifterOf(failed("goods_refused"), { orders })).toBe("buyer");
  });

  test("by nobody where it is open", () => {
    const gate = { need: RELEASED, holds: HOLDS };
    expect(lifterOf({ gate, state: { kind: "open", since: null } }, { orders: [] })).toBeNull();
  });
});

const GATE = { holder: "gate", stops: [] } as const;

/** An order of carriage whose closed gates these can open. */
function carriageBehind(lifters: readonly Lifter[], side: SideState | null): OrderTurn {
  const gate = { need: RELEASED, holds: HOLDS };
  const stops = lifters.map((lifter): OpenableGate => ({ gate, state: { kind: "waiting", why: "not_yet" }, lifter }));
  return side === "disputed" ? GATE : { holder: "gate", stops };
}

const groupOf = (turn: OrderTurn, side: SideState | null, dispute: DisputeStep | null = null) =>
  workGroupOf({ mover: moverOf({ service: "logistics", turn, side, dispute }), turn, side });

describe("an order stands", () => {
  test.each([
    [
      "with what is its provider's, where it reports",
      { holder: "provider", code: "booked", isAfterDelivery: false },
      null,
      [],
      "yours",
    ],
    ["with what is its provider's, where it can open a gate itself", GATE, null, ["customs", "logistics"], "yours"],
    ["with what is its provider's, where the buyer can open another gate", GATE, null, ["buyer", "logistics"], "yours"],
    ["with what waits, where the buyer can open a gate", GATE, null, ["buyer"], "waiting"],
    ["with what is its provider's, where its lost slot holds it", GATE, "on_hold", ["logistics"], "yours"],
    ["with what waits, where others bring what is lacking", GATE, null, ["customs"], "waiting"],
    ["with what is held, by a gate that failed", GATE, "on_hold", ["buyer"], "held"],
    ["with what is held, by an exception", GATE, "exception", [], "held"],
    ["with what was delivered, until the buyer accepts", { holder: "buyer", by: null }, null, [], "delivered"],
    ["nowhere, where nothing is left to do", { holder: "nobody" }, null, [], null],
  ] as const)("%s", (_, turn, side, lifters, group) => {
    expect(groupOf(turn.holder === "gate" ? carriageBehind(lifters, side) : turn, side)).toBe(group);
  });

  test.each([
    ["provider", "offer", "yours"],
    ["parties", "talk", "yours"],
    ["buyer", "offer", "waiting"],
    ["market", "decide", "waiting"],
  ] as const)("in dispute with whose turn that is: %s, %s", (who, what, group) => {
    expect(groupOf(GATE, "disputed", { who, what, by: null })).toBe(group);
  });

  test.each([
    [["logistics"], null, "provider"],
    [["customs", "logistics"], "on_hold", "provider"],
    [["logistics"], "exception", "provider"],
    [["buyer"], null, "buyer"],
    [["buyer", "customs"], "on_hold", "buyer"],
    [["buyer"], "exception", "held"],
    [["buyer", "logistics"], null, "parties"],
    [["customs"], null, "others"],
    [["inspection"], "on_hold", "held"],
    [["parties"], null, "others"],
    [[], null, "others"],
  ] as const)("behind gates that %j can open, with %s beside them: moved by %s", (lifters, side, mover) => {
    const turn = carriageBehind(lifters, side);
    expect(moverOf({ service: "logistics", turn, side, dispute: null })).toBe(mover);
  });
});

const line = fc.record({
  id: fc.string({ unit: fc.constantFrom(..."0a1b"), minLength: 1, maxLength: 3 }),
  group: fc.constantFrom(...WORK_GROUPS),
  due: fc.option(fc.record({ at: fc.nat(9).map(instant) }) as fc.Arbitrary<Due>),
  contractedAt: fc.nat(9).map(instant),
});
const lines = fc.uniqueArray(line, { selector: ({ id }) => id, maxLength: 20 });

describe("a work list", () => {
  test("is read part by part, in each by what is due first, and what is due at no time last", () => {
    fc.assert(
      fc.property(lines, (rows) => {
        const ordered = inWorkOrder(rows);
        for (const [at, row] of ordered.entries()) {
          const next = ordered[at + 1];
          if (!next) continue;
          expect(WORK_GROUPS.indexOf(row.group)).toBeLessThanOrEqual(WORK_GROUPS.indexOf(next.group));
          if (row.group === next.group && next.due) expect(row.due?.at).toBeLessThanOrEqual(next.due.at);
        }
      }),
    );
  });

  test("page by page shows each line once, whichever line has gone meanwhile", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 5 }), (rows, size) => {
        const ordered = inWorkOrder(rows);
        const seen: string[] = [];
        let rest = ordered;
        while (rest.length > 0) {
          const page = rest.slice(0, size);
          const last = page.at(-1) as (typeof rows)[number];
          seen.push(...page.map(({ id }) => id));
          rest = afterPlace(
            ordered.filter((row) => row !== last),
            workPlace(last),
          );
        }
        expect(seen).toEqual(ordered.map(({ id }) => id));
      }),
    );
  });

  test.each(["", "x", "1.2", "1.x.3.a", "' OR 1=1"])("begins anew at a place that is none: %j", (place) => {
    const rows = [{ id: "a", group: "held", due: null, contractedAt: instant(0) }] as const;
    expect(afterPlace(rows, place)).toHaveLength(1);
  });
});
