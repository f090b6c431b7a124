import { kindOf } from "../../services/registry";
import { type Service, SERVICES } from "../../shared/vocabulary";
import { before } from "../order";
import { accept, type Refusal, refuse, type Result } from "../../shared/result";
import { type Gate, type Step, bringerOf, gateKey, NEEDS_WITHOUT_STEP, stepKey } from "./gate";
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

/** What the specs of a deal say of the steps of its orders. */
export type StepsBySpec = {
  /** Steps that an order of the service will be made without. */
  readonly leftOut: (service: Service) => readonly string[];
  /** The step of another order with which goods come before a step; null of one that needs no goods. */
  readonly goodsFirst: (step: Step) => Step | null;
};

/** What leaves may be released inland before it comes to the hub, and is under way by then all the same. */
const comesWith = (goods: Step): Step => (goods.code === "arrived_hub" ? { ...goods, code: "picked_up" } : goods);

type Asked = { readonly services: readonly Service[]; readonly bySpec: StepsBySpec };

/**
 * What a step waits for in other orders whatever the gates say: the goods, where it needs them, and of a step that closes an order's papers the
 * deliveries of all orders but payments, whose money may wait for those papers.
 */
function waitsBeside(step: Step, { services, bySpec }: Asked): Step[] {
  const goods = bySpec.goodsFirst(step);
  const isHandover = kindOf(step.service).milestones.some(({ code, isHandover: is }) => code === step.code && is);
  const others = services.filter((service) => isHandover && service !== step.service && service !== "payment");
  const deliveries = others.flatMap((service) =>
    kindOf(service)
      .milestones.filter(({ isDelivery }) => isDelivery)
      .map(({ code }) => ({ service, code })),
  );
  return [...(goods ? [comesWith(goods)] : []), ...deliveries].filter(({ service }) => services.includes(service));
}

/**
 * Whether some step could never come: walks the steps of all orders, each after those before it in its own order, after what its gates wait for
 * and after what it waits for beside them.
 */
function isStuck(gates: readonly Gate[], asked: Asked): boolean {
  const waits = new Map(
    asked.services.flatMap((service) => {
      const { milestones } = kindOf(service);
      return milestones.map(({ code }, at): [string, string[]] => {
        const step = { service, code };
        const held = gates.filter(({ holds }) => stepKey(holds) === stepKey(step));
        const own = before(milestones, at).map((sooner) => ({ service, code: sooner.code }));
        const behind = held.flatMap((gate) => stepBehind(gate) ?? []);
        return [stepKey(step), [...own, ...behind, ...waitsBeside(step, asked)].map(stepKey)];
      });
    }),
  );
  for (;;) {
    const ready = [...waits].filter(([, sooner]) => !sooner.some((key) => waits.has(key)));
    if (ready.length === 0) return waits.size > 0;
    for (const [key] of ready) waits.delete(key);
  }
}

/** The gates that no step could go on with together, without those that it could go on with. */
const circleOf = (gates: readonly Gate[], asked: Asked): readonly Gate[] =>
  gates.reduce((kept, gate) => {
    const others = kept.filter((one) => one !== gate);
    return isStuck(others, asked) ? others : kept;
  }, gates);

/** Whether every gate can open. Refuses one that waits for what comes only after the step that it holds, and several that wait for each other. */
function checkOpening(gates: readonly Gate[], asked: Asked): Result<void, GatesRefusal> {
  const shut = gates.find((gate) => isStuck([gate], asked));
  if (shut) return refuse("gate_never_opens", { gate: gateKey(shut), holds: stepKey(shut.holds) });
  if (!isStuck(gates, asked)) return accept(undefined);
  return refuse("gates_in_circle", { circle: circleOf(gates, asked).map(gateKey).join(", ") });
}

/**
 * Whether a deal's gates can be a chain. Refuses more than 24, one named twice, a step that its service does not have (or that waits for one which
 * its order will be made without), a gate between steps
 * of one order (its own order says what comes first; a slot is no step of the order that it holds), one that names a service which the
 * deal does not ask for, one that waits for what comes only after the step that it holds, and gates that wait for each other over the steps between
 * them, which are named.
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
  }
  return checkOpening(gates, { services, bySpec });
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
