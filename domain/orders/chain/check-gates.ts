import { kindOf } from "../../services/registry";
import { type Service, SERVICES } from "../../shared/vocabulary";
import { before } from "../order";
import { accept, type Refusal, refuse, type Result } from "../../shared/result";
import { type Gate, type Step, bringerOf, gateKey, NEEDS_WITHOUT_STEP } from "./gate";
import { z } from "zod";

/** A chain that people can still read: every service before every other, twice over. */
const GATES_MAX = 24;

export type GatesRefusal = Refusal<
  | "too_many_gates"
  | "gate_doubled"
  | "gate_step_unknown"
  | "gate_of_own_order"
  | "gate_service_missing"
  | "gate_never_opens"
  | "gates_in_circle"
>;

const isKnown = ({ service, code }: Step): boolean =>
  kindOf(service).milestones.some((milestone) => milestone.code === code);

/** What has to have happened for a need that is no step: the goods are judged with the report, a slot stands once it is reserved. */
function stepBehind({ need }: Gate): Step | null {
  switch (need.kind) {
    case "step":
      return need.step;
    case "inspection":
    case "production_check":
      return { service: "inspection", code: "report_issued" };
    case "slot":
      return { service: "logistics", code: "slot_reserved" };
    case "papers":
      return null;
  }
}

/**
 * Whether every step could still come: walks the steps of all orders, each after those before it in its own order and after what its
 * gates wait for. Steps that wait for each other never come, and the first of them is named.
 */
function firstStuck(gates: readonly Gate[], services: readonly Service[]): Step | null {
  const done = new Set<string>();
  const keyOf = ({ service, code }: Step) => `${service}.${code}`;
  const isDone = (step: Step) => done.has(keyOf(step));
  const mayCome = (step: Step) =>
    gates
      .filter(({ holds }) => holds.service === step.service && holds.code === step.code)
      .every((gate) => {
        const behind = stepBehind(gate);
        return behind === null || isDone(behind);
      });
  const next = (service: Service): Step[] => {
    const { milestones } = kindOf(service);
    const steps = milestones.map(({ code }) => ({ service, code }));
    return steps.filter(
      (step, at) => !isDone(step) && before(milestones, at).every(({ code }) => isDone({ service, code })),
    );
  };
  for (;;) {
    const waiting = services.flatMap(next);
    const ready = waiting.find(mayCome);
    if (!ready) return waiting[0] ?? null;
    done.add(keyOf(ready));
  }
}

/** What the specs of a deal say of the steps of its orders. */
export type StepsBySpec = {
  /** Steps that an order of the service will be made without. */
  readonly leftOut: (service: Service) => readonly string[];
  /** The step of another order with which goods come before a step; null of one that needs no goods. */
  readonly goodsFirst: (step: Step) => Step | null;
};

/**
 * Whether a gate waits for a step that needs goods which the gate itself keeps from coming: no customs abroad release what has not crossed. What leaves may
 * be released inland, before it comes to the hub.
 */
function isDeadlock({ need, holds }: Gate, { goodsFirst }: StepsBySpec): boolean {
  const goods = need.kind === "step" ? goodsFirst(need.step) : null;
  if (goods?.service !== holds.service || goods.code === "arrived_hub") return false;
  const { milestones } = kindOf(holds.service);
  const until = milestones.findIndex(({ code }) => code === goods.code);
  return [...before(milestones, until), goods].some(({ code }) => code === holds.code);
}

/**
 * Whether a deal's gates can be a chain. Refuses more than 24, one named twice, a step that its service does not have (or that waits for one which
 * its order will be made without), one that waits for what comes only after the step that it holds, a gate between steps
 * of one order (its own order says what comes first; a slot is no step of the order that it holds), one that names a service which the
 * deal does not ask for, and gates that wait for each other, of which the first step that could never come is named.
 */
export function checkGates(
  gates: readonly Gate[],
  services: readonly Service[],
  bySpec: StepsBySpec = { leftOut: () => [], goodsFirst: () => null },
): Result<void, GatesRefusal> {
  if (gates.length > GATES_MAX) return refuse("too_many_gates", { maximum: GATES_MAX });
  const keys = gates.map(gateKey);
  const doubled = keys.find((key, at) => keys.indexOf(key) !== at);
  if (doubled !== undefined) return refuse("gate_doubled", { gate: doubled });
  for (const gate of gates) {
    const { need, holds } = gate;
    const steps = need.kind === "step" ? [need.step, holds] : [holds];
    const unknown = steps.find(
      (step) => !isKnown(step) || (step !== holds && bySpec.leftOut(step.service).includes(step.code)),
    );
    if (unknown) return refuse("gate_step_unknown", { service: unknown.service, code: unknown.code });
    if (need.kind !== "slot" && bringerOf(gate) === holds.service)
      return refuse("gate_of_own_order", { service: holds.service });
    const missing = [bringerOf(gate) ?? holds.service, holds.service].find((service) => !services.includes(service));
    if (missing) return refuse("gate_service_missing", { service: missing });
    if (isDeadlock(gate, bySpec)) return refuse("gate_never_opens", { gate: gateKey(gate) });
  }
  const stuck = firstStuck(gates, services);
  return stuck ? refuse("gates_in_circle", { service: stuck.service, code: stuck.code }) : accept(undefined);
}

const stepSchema = z.strictObject({ service: z.enum(SERVICES), code: z.string().min(1).max(60) });

/** A gate as a form or the API writes it. */
export const gateSchema = z.strictObject({
  need: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("step"), step: stepSchema }),
    z.strictObject({ kind: z.enum(NEEDS_WITHOUT_STEP) }),
  ]),
  holds: stepSchema,
});

export const gatesSchema = z.array(gateSchema).max(GATES_MAX, "too_many");
