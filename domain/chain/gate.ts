import type { Service } from "../services/service";

/** A step of one of a deal's orders. */
export type Step = { readonly service: Service; readonly code: string };

/**
 * What a gate waits for: a step of another order, goods that the buyer may take (an inspection that passed, or the buyer's own decision),
 * papers without a gap or a contradiction, or a slot at the crossing that stands.
 */
export type GateNeed =
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: "inspection" | "papers" | "slot" };

export const GATE_KINDS = ["step", "inspection", "papers", "slot"] as const satisfies readonly GateNeed["kind"][];

/** `holds` is the first step that may not be reported before the gate is open; all later ones of that order wait with it. */
export type Gate = { readonly need: GateNeed; readonly holds: Step };

const stepKey = ({ service, code }: Step): string => `${service}.${code}`;

/** What a gate goes by: what it waits for and what it holds. A chain has each once. */
export const gateKey = ({ need, holds }: Gate): string =>
  `${need.kind === "step" ? stepKey(need.step) : need.kind}>${stepKey(holds)}`;

/** Whose order brings what the gate waits for; null where it is papers, which several bring. */
export const bringerOf = ({ need }: Gate): Service | null => {
  switch (need.kind) {
    case "step":
      return need.step.service;
    case "inspection":
      return "inspection";
    case "slot":
      return "logistics";
    case "papers":
      return null;
  }
};
