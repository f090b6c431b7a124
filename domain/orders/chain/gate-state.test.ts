import { describe, expect, test } from "vitest";
import { instant } from "../../shared/instant";
import { dayOf } from "../../shared/local-date";
import type { ChainFacts, Statement } from "./chain-facts";
import { gateOfKey, isRelease } from "./gate";
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

test("a slot gate waits while some of the order's trucks have no slot, and not for trucks that have left", () => {
  const some = (leftAt: number | null): ChainFacts => {
    const facts = factsOf(leftAt, "stands");
    return { ...facts, slot: { kind: "some", at: null, firstAt: instant(100) } };
  };
  expect(gateState(GATE, some(null))).toEqual({ kind: "waiting", why: "slots_missing" });
  expect(gateState(GATE, some(500))).toEqual({ kind: "open", since: 100 });
});

const gateOf = (key: string) => {
  const gate = gateOfKey(key);
  if (!gate) throw new Error(key);
  return gate;
};

test.each([
  ["customs.released>logistics.crossed_border", true],
  ["customs.released>logistics.import_released", true],
  ["logistics.export_released>payment.sent", true],
  ["logistics.import_released>payment.sent", true],
  ["customs.filed>logistics.crossed_border", false],
  ["customs.documents_complete>logistics.slot_reserved", false],
  ["logistics.delivered>payment.control_documents_delivered", false],
  ["inspection>logistics.picked_up", false],
  ["slot>logistics.left_for_hub", false],
] as const)("whether %s waits for the customs' own release is %s", (key, expected) => {
  expect(isRelease(gateOf(key))).toBe(expected);
});

describe("a gate that waits for a release", () => {
  const gate = gateOf("customs.released>logistics.import_released");
  const release = { number: "50417/241126/0012345", releasedOn: dayOf(instant(0)), reason: "Seen at the post" };
  const said: Statement = { need: "customs.released", statedAt: instant(700), statedByUserId: "lin", release };
  const factsWith = (releasedAt: number | null, statements: readonly Statement[], isCancelled = false): ChainFacts => ({
    ...factsOf(null, "stands"),
    orders: [
      {
        ...{ id: "c", service: "customs", state: isCancelled ? "cancelled" : "in_progress" },
        ...{ heldSince: null, exceptionSince: null, disputedSince: null },
        milestones: [{ code: "released", occurredAt: releasedAt === null ? null : instant(releasedAt) }],
      },
    ],
    statements,
  });

  test("opens by the buyer's statement with its number, also where a provider was to report it or was called off", () => {
    for (const isCancelled of [false, true])
      expect(gateState(gate, factsWith(null, [said], isCancelled))).toEqual({ kind: "stated", statement: said });
  });

  test("stays closed by a statement without a number, and by one of something else", () => {
    const others = [
      { ...said, release: null },
      { ...said, need: "customs.filed" },
    ];
    expect(gateState(gate, factsWith(null, others))).toEqual({ kind: "waiting", why: "not_yet" });
  });

  test("is open by the provider's report where that came first, and stays stated where it came later", () => {
    expect(gateState(gate, factsWith(600, [said]))).toEqual({ kind: "open", since: 600 });
    expect(gateState(gate, factsWith(800, [said])).kind).toBe("stated");
  });

  test("opens by the number alone: a filed declaration is stated by nobody whom a provider serves", () => {
    const filed = gateOf("customs.filed>logistics.crossed_border");
    expect(gateState(filed, factsWith(null, [{ ...said, need: "customs.filed" }])).kind).toBe("waiting");
  });
});
