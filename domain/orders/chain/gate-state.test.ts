import { describe, expect, test } from "vitest";
import { dayOf, instant } from "../../shared/time";
import { milestoneOf } from "../../services/registry";
import type { ChainFacts, Statement } from "./chain-facts";
import { gateOfKey, isRelease } from "./gate";
import { gateState, isClosedAt } from "./gate-state";
import { closedKeys, passes } from "./holds";

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
  ["customs.export_released>logistics.crossed_border", true],
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

describe("a gate before the border that waits for the export's release", () => {
  const gate = gateOf("customs.export_released>logistics.crossed_border");
  const customs = (codes: readonly string[], told: Readonly<Record<string, number>>): ChainFacts => ({
    ...factsOf(null, "stands"),
    orders: [
      {
        ...{ id: "c", service: "customs", state: "in_progress" },
        ...{ heldSince: null, exceptionSince: null, disputedSince: null },
        milestones: codes.map((code) => ({
          ...milestoneOf({ service: "customs" }, code),
          occurredAt: code in told ? instant(told[code] ?? 0) : null,
        })),
      },
    ],
  });
  const NOW = ["documents_complete", "filed", "export_released", "duties_paid", "released"];
  const BEFORE = NOW.filter((code) => code !== "export_released");

  test.each([
    ["stays closed with the filing", NOW, { filed: 5 }, null],
    ["and with what is paid on the far side", NOW, { filed: 5, duties_paid: 6 }, null],
    ["opens with the release, whatever is paid", NOW, { filed: 5, export_released: 7, duties_paid: 6 }, 7],
    ["opens with the release of both sides where it was passed over", NOW, { filed: 5, released: 9 }, 9],
    ["stays closed before the filing of an order that has no such step", BEFORE, { documents_complete: 4 }, null],
    ["opens with the filing of one", BEFORE, { filed: 5 }, 5],
  ] as const)("%s", (_, codes, told, since) => {
    const state = gateState(gate, customs(codes, told));
    expect(state).toEqual(since === null ? { kind: "waiting", why: "not_yet" } : { kind: "open", since });
  });
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

describe("a gate that waits for the inspector", () => {
  const gate = gateOf("inspection.on_site>logistics.picked_up");
  const AGREED = instant(1_000);
  const visited = (occurredAt: number, more: { earliestAt?: number; reportedAt?: number } = {}): ChainFacts => ({
    ...factsOf(null, "stands"),
    orders: [
      {
        ...{ id: "i", service: "inspection", state: "in_progress" },
        ...{ heldSince: null, exceptionSince: null, disputedSince: null },
        milestones: [
          {
            code: "on_site",
            occurredAt: instant(occurredAt),
            earliestAt: more.earliestAt === undefined ? null : instant(more.earliestAt),
          },
          {
            code: "report_issued",
            isDelivery: true,
            occurredAt: more.reportedAt === undefined ? null : instant(more.reportedAt),
          },
        ],
      },
    ],
  });
  const haul = { service: "logistics", milestones: [{ code: "picked_up", occurredAt: null }] } as const;

  test.each([
    ["in time", visited(1_200), 1_200, false],
    ["before the agreed time", visited(200, { earliestAt: AGREED }), AGREED, true],
    ["early, with its report before that time", visited(200, { earliestAt: AGREED, reportedAt: 600 }), 600, true],
    ["early, with its report after it", visited(200, { earliestAt: AGREED, reportedAt: 1_600 }), AGREED, true],
  ])("who came %s opens then", (_, facts, since, isEarly) => {
    const state = gateState(gate, facts);
    expect(state).toEqual({ kind: "open", since, ...(isEarly ? { agreedAt: since } : {}) });
    expect([isClosedAt(state, instant(since - 1)), isClosedAt(state, instant(since))]).toEqual([isEarly, false]);
    const chain = { gates: [gate], facts };
    const pickUpAt = (at: number) => passes(haul, { code: "picked_up", occurredAt: instant(at) }, chain);
    expect(pickUpAt(since).ok).toBe(true);
    expect(passes(haul, { code: "picked_up", occurredAt: null }, chain).ok).toBe(true);
    expect(closedKeys(chain, instant(since))).toEqual([]);
    if (!isEarly) return;
    expect(pickUpAt(since - 1)).toMatchObject({ refusal: { code: "gate_closed", details: { why: "came_early" } } });
    expect(closedKeys(chain, instant(since - 1))).toHaveLength(1);
  });

  test("of a step that is no appointment does not mind when it can have come", () => {
    const facts = visited(200);
    const order = {
      ...facts.orders[0],
      milestones: [{ code: "scheduled", occurredAt: instant(200), earliestAt: AGREED }],
    };
    const scheduled = gateOf("inspection.scheduled>logistics.picked_up");
    expect(gateState(scheduled, { ...facts, orders: [order as never] })).toEqual({ kind: "open", since: 200 });
  });
});
