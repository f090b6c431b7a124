import { expect, test } from "vitest";
import { instant } from "../shared/instant";
import type { ChainFacts } from "./chain-facts";
import { gateState } from "./gate-state";

const GATE = { need: { kind: "slot" }, holds: { service: "logistics", code: "left_for_hub" } } as const;

const factsOf = (leftAt: number | null, kind: "stands" | "lost"): ChainFacts => ({
  orders: [
    {
      ...{ id: "o", service: "logistics", state: "in_progress" },
      ...{ heldSince: null, exceptionSince: null, disputedSince: null },
      milestones: [{ code: "left_for_hub", occurredAt: leftAt === null ? null : instant(leftAt) }],
    },
  ],
  verdict: { kind: "none", at: null },
  slot: { kind, at: instant(900), firstAt: instant(100) },
  papers: { kind: "ready", missing: 0, blocked: 0 },
  ...{ waivers: [], unprovided: { undecided: [], own: [] }, statements: [] },
});

test("a slot gate keeps the opening by which the truck has left, whatever became of its slot since", () => {
  for (const kind of ["stands", "lost"] as const)
    expect(gateState(GATE, factsOf(500, kind))).toEqual({ kind: "open", since: 100 });
  expect(gateState(GATE, factsOf(null, "stands"))).toEqual({ kind: "open", since: 900 });
  expect(gateState(GATE, factsOf(null, "lost")).kind).toBe("failed");
});
