import { expect, test } from "vitest";
import { kindOf, milestonesFor } from "../../services/registry";
import { instant } from "../../shared/time";
import { type Service, SERVICES } from "../../shared/vocabulary";
import { before } from "../order";
import type { ChainFacts, ChainOrder } from "./chain-facts";
import { checkGates } from "./check-gates";
import { type Gate, gateKey, type Step } from "./gate";
import { goodsBefore, passes } from "./holds";

const MODE = "road";
/** Goods that are declared where they come in, and released there once they are across the border. */
const SPEC = { side: "import" };
const LEFT_OUT = ["export_released"];
const NOW = instant(1_000);

const stepsOf = (service: Service) =>
  milestonesFor(service, MODE).filter(({ code }) => service !== "customs" || !LEFT_OUT.includes(code));
const STEPS: readonly Step[] = SERVICES.flatMap((service) => stepsOf(service).map(({ code }) => ({ service, code })));

const bySpec = {
  leftOut: (service: Service) => (service === "customs" ? LEFT_OUT : []),
  goodsFirst: ({ service, code }: Step) => kindOf(service).goodsFirst?.(SPEC, MODE)[code] ?? null,
};

/** Gates between steps that look picked at random and are the same in every run. */
function gatesBy(seed: number): Gate[] {
  let state = seed;
  const one = (): Step => {
    state = (state * 48_271) % 2_147_483_647;
    return STEPS[state % STEPS.length] as Step;
  };
  const drawn = Array.from({ length: 3 }, () => ({ step: one(), holds: one() }));
  const gates = drawn
    .filter(({ step, holds }) => step.service !== holds.service)
    .map(({ step, holds }): Gate => ({ need: { kind: "step", step }, holds }));
  return [...new Map(gates.map((gate) => [gateKey(gate), gate])).values()];
}

const factsOf = (orders: readonly ChainOrder[]): ChainFacts => ({
  ...{ orders, verdict: { kind: "none", at: null }, slot: { kind: "none", at: null } },
  papers: { kind: "ready", missing: 0, blocked: 0 },
  ...{ waivers: [], unprovided: { undecided: [], own: [] }, statements: [] },
});

/** How many steps are left once each was told that its order, its goods and the gates before it let through. */
function leftAfterWalk(gates: readonly Gate[]): number {
  const orders = SERVICES.map((service) => ({
    ...{ id: service, service, state: "in_progress" as const },
    ...{ heldSince: null, exceptionSince: null, disputedSince: null },
    milestones: stepsOf(service).map((step) => ({ ...step, occurredAt: null as typeof NOW | null })),
  }));
  const chain = { gates, facts: factsOf(orders) };
  for (;;) {
    const left = orders.flatMap((order) =>
      order.milestones.flatMap((step, at) => (step.occurredAt === null ? [{ order, step, at }] : [])),
    );
    const next = left.find(({ order, step: { code }, at }) => {
      const goods = goodsBefore({ service: order.service, mode: MODE, spec: SPEC, code }, orders);
      const isNext = before(order.milestones, at).every(({ occurredAt }) => occurredAt !== null);
      return isNext && goods?.occurredAt !== null && passes(order, { code, occurredAt: null }, chain).ok;
    });
    if (!next) return left.length;
    next.step.occurredAt = NOW;
  }
}

/** Papers that close an order come after all goods by the rule of the chain alone, which no single order knows. */
const waitsForHandover = ({ need }: Gate): boolean =>
  need.kind === "step" &&
  stepsOf(need.step.service).some(({ code, isHandover }) => isHandover && code === need.step.code);

test("orders come to their end through all gates that are accepted, and those that are refused hold them for good", () => {
  const walks = Array.from({ length: 400 }, (_, at) => {
    const gates = gatesBy(at + 1);
    return { gates, isAccepted: checkGates(gates, SERVICES, bySpec).ok, left: leftAfterWalk(gates) };
  });
  const accepted = walks.filter(({ isAccepted }) => isAccepted);
  const refused = walks.filter(({ isAccepted, gates }) => !isAccepted && !gates.some(waitsForHandover));
  expect([accepted.length > 100, refused.length > 20]).toEqual([true, true]);
  expect(accepted.filter(({ left }) => left > 0)).toEqual([]);
  expect(refused.filter(({ left }) => left === 0)).toEqual([]);
});
