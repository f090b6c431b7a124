import { describe, expect, test } from "vitest";
import { kindOf } from "../../services/registry";
import { type Service, SERVICES } from "../../shared/vocabulary";
import { instant } from "../../shared/time";
import { lifterOf } from "./gate-opener";
import type { ChainFacts, ChainOrder } from "./chain-facts";
import { type DealServices, defaultGates, gatesInDeal, unprovidedOf } from "./deal-gates";
import { gateKey, gateOfKey } from "./gate";
import { gateState } from "./gate-state";
import { awaitedStatements, passes, unstatedServices } from "./holds";

const GATES = defaultGates({
  mode: "road",
  isBorderHub: true,
  services: [
    { service: "logistics", spec: {} },
    { service: "payment", spec: { need: "supplier_payment" } },
    { service: "customs", spec: { side: "both" } },
    { service: "inspection", spec: { type: "pre_shipment" } },
  ],
});
/** A step that is asked for whenever it comes. */
const step = (code: string) => ({ code, occurredAt: null });

const OF_CUSTOMS = [
  "customs.documents_complete>logistics.slot_reserved",
  "customs.export_released>logistics.crossed_border",
  "customs.released>logistics.import_released",
];

type Asked = DealServices["requests"][number];
const asked = (service: Service, more: Partial<Asked> = {}): Asked => ({
  ...{ service, state: "awarded", isRejected: false, fallback: null },
  ...more,
});
const unfilled = (service: Service, fallback: Asked["fallback"] = null) =>
  asked(service, { state: "no_bids", fallback });

/** A deal in which everybody was chosen but for this service. */
const dealWithout = (one: Asked | null, service: Service): DealServices => {
  const others = SERVICES.filter((other) => other !== service);
  return {
    requests: [...others.map((other) => asked(other)), ...(one ? [one] : [])],
    orders: others.map((other) => ({ service: other })),
  };
};
const keysOf = (deal: DealServices) => gatesInDeal(GATES, deal).map(gateKey);
const all = GATES.map(gateKey);
const withoutCustoms = all.filter((key) => !OF_CUSTOMS.includes(key));

describe("the gates of a service that nobody was chosen for", () => {
  test.each([
    ["stand while its buyer has yet to say", unfilled("customs"), all],
    ["stand while it is asked for again", asked("customs", { state: "open" }), all],
    ["stand where its buyer does it itself", unfilled("customs", "self"), all],
    ["do not exist once it is dropped", unfilled("customs", "dropped"), withoutCustoms],
    ["do not exist where it was given up", asked("customs", { state: "cancelled" }), withoutCustoms],
    ["do not exist where it was never asked for", null, withoutCustoms],
  ] as const)("%s", (_, one, expected) => {
    expect(keysOf(dealWithout(one, "customs"))).toEqual(expected);
  });

  test("hold nothing of what the buyer does itself, and what waits for it is the buyer's to state", () => {
    const own = keysOf(dealWithout(unfilled("logistics", "self"), "logistics"));
    expect(own).toEqual(["inspection>payment.sent", "logistics.delivered>payment.control_documents_delivered"]);
  });

  test("of an order that was called off stand: it is still in the deal", () => {
    const deal = { ...dealWithout(null, "customs"), orders: SERVICES.map((service) => ({ service })) };
    expect(keysOf(deal)).toEqual(all);
  });
});

test.each([
  [null, { undecided: ["customs"], own: [] }],
  ["self", { undecided: [], own: ["customs"] }],
  ["dropped", { undecided: [], own: [] }],
  ["again", { undecided: [], own: [] }],
] as const)("where its buyer has said %s of a service, who does it is %j", (fallback, expected) => {
  expect(unprovidedOf(dealWithout(unfilled("customs", fallback), "customs"))).toEqual(expected);
});

const orderOf = (service: Service, done: readonly string[]): ChainOrder => ({
  ...{ id: service, service, state: "in_progress" },
  ...{ heldSince: null, exceptionSince: null, disputedSince: null },
  milestones: kindOf(service).milestones.map((milestone, at) => ({
    ...milestone,
    occurredAt: done.includes(milestone.code) ? instant(at) : null,
  })),
});
const truckAt = (done: readonly string[]) => orderOf("logistics", done);

const facts = (more: Partial<ChainFacts>): ChainFacts => ({
  orders: [truckAt(["booked"])],
  verdict: { kind: "passed", at: instant(1) },
  slot: { kind: "stands", at: instant(1) },
  papers: { kind: "ready", missing: 0, blocked: 0 },
  waivers: [],
  unprovided: { undecided: [], own: ["customs"] },
  statements: [],
  ...more,
});
const stated = (need: string) => ({ need, statedAt: instant(7), statedByUserId: "lin", release: null });
const gateOf = (key: string) => {
  const gate = gateOfKey(key);
  if (!gate) throw new Error(key);
  return gate;
};
const [PAPERS_COMPLETE = "", FILED = ""] = OF_CUSTOMS;

describe("a gate of what the buyer does itself", () => {
  test("waits for the buyer's word, opens by it alone, and is never called a provider's", () => {
    const gate = gateOf(PAPERS_COMPLETE);
    expect(gateState(gate, facts({}))).toEqual({ kind: "waiting", why: "not_stated" });
    const said = stated("customs.documents_complete");
    expect(gateState(gate, facts({ statements: [said] }))).toEqual({ kind: "stated", statement: said });
    expect(gateState(gateOf(FILED), facts({ statements: [said] }))).toEqual({ kind: "waiting", why: "not_stated" });
  });

  test("counts no word once a provider was chosen after all", () => {
    const provided = facts({
      ...{ unprovided: { undecided: [], own: [] }, statements: [stated("customs.documents_complete")] },
      orders: [truckAt(["booked"]), orderOf("customs", [])],
    });
    expect(gateState(gateOf(PAPERS_COMPLETE), provided)).toEqual({ kind: "waiting", why: "not_yet" });
  });

  test("lets the next order through by one word for all gates that wait for the same", () => {
    const gates = ["inspection>logistics.picked_up", "inspection>payment.sent"].map(gateOf);
    const known = facts({ unprovided: { undecided: [], own: ["inspection"] }, statements: [stated("inspection")] });
    for (const gate of gates) expect(gateState(gate, known).kind).toBe("stated");
    expect(passes(truckAt(["booked"]), step("picked_up"), { gates, facts: known }).ok).toBe(true);
  });

  test.each([
    ["not_stated", { unprovided: { undecided: [], own: ["customs"] } }],
    ["undecided", { unprovided: { undecided: ["customs"], own: [] } }],
  ] as const)("is the buyer's to open while it is %s", (why, more) => {
    const known = facts(more);
    const gate = gateOf(PAPERS_COMPLETE);
    const state = gateState(gate, known);
    expect(state).toEqual({ kind: "waiting", why });
    expect(lifterOf({ gate, state }, known)).toBe("buyer");
  });

  test("asks the buyer for its word once an order stands before it, not before and not after", () => {
    const gates = OF_CUSTOMS.map(gateOf);
    const awaited = (more: Partial<ChainFacts>) =>
      awaitedStatements({ gates, facts: facts({ ...more }) }).map((gate) => gateKey(gate));
    expect(awaited({ orders: [truckAt([])] })).toEqual([]);
    expect(awaited({ orders: [truckAt(["booked"])] })).toEqual([PAPERS_COMPLETE]);
    expect(awaited({ orders: [{ ...truckAt(["booked"]), state: "cancelled" }] })).toEqual([]);
    expect(unstatedServices({ gates, facts: facts({ orders: [truckAt(["booked"])] }) })).toEqual(["customs"]);
    const statements = [stated("customs.documents_complete")];
    expect(awaited({ orders: [truckAt(["booked"])], statements })).toEqual([]);
    expect(awaited({ orders: [truckAt(["booked", "slot_reserved"])] })).toEqual([]);
  });
});
