import { kindOf } from "../../services/registry";
import { isService, type Service } from "../../shared/vocabulary";

/** A step of one of a deal's orders. */
export type Step = { readonly service: Service; readonly code: string };

/** What a gate may wait for beside a step. */
export const NEEDS_WITHOUT_STEP = ["inspection", "production_check", "papers", "slot"] as const;

/**
 * What a gate waits for: a step of another order, goods that the buyer may take (an inspection that passed, or the buyer's own decision), the same
 * of a check while goods are still being made, which says nothing of those that are to leave (`production_check`), papers without a gap or a contradiction, or a slot at the crossing that stands.
 */
export type GateNeed =
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: (typeof NEEDS_WITHOUT_STEP)[number] };

/** `holds` is the first step that may not be reported before the gate is open; all later ones of that order wait with it. */
export type Gate = { readonly need: GateNeed; readonly holds: Step };

type Steps = { readonly service: Service; readonly milestones: readonly { readonly code: string }[] };

/**
 * The code by which a step stands in an order: its own, or that of its counterpart where the order has no such step, as a gate from before
 * ships and aircraft had steps of their own names a crossing, and a clearance of both sides from before had no release of its own for the side that goods leave.
 */
export function codeIn({ service, milestones }: Steps, code: string): string {
  const has = (one: string | undefined) => milestones.some((milestone) => milestone.code === one);
  const { counterpart } = kindOf(service).milestones.find((milestone) => milestone.code === code) ?? {};
  return !has(code) && counterpart !== undefined && has(counterpart) ? counterpart : code;
}

/** What a step goes by in the key of a gate. */
export const stepKey = ({ service, code }: Step): string => `${service}.${code}`;

/** What a gate waits for, as its key names it: gates that wait for the same have it in common. */
export const needKey = ({ need }: Pick<Gate, "need">): string =>
  need.kind === "step" ? stepKey(need.step) : need.kind;

/** What a gate goes by: what it waits for and what it holds. A chain has each once. */
export const gateKey = (gate: Gate): string => `${needKey(gate)}>${stepKey(gate.holds)}`;

/** Reads what `stepKey` writes; null where it is none. */
export function stepOfKey(text: string): Step | null {
  const [service, code, ...rest] = text.split(".");
  return service !== undefined && isService(service) && code && rest.length === 0 ? { service, code } : null;
}

/** Reads what `gateKey` writes; null where it is none. Whether its steps exist is for the chain to say. */
export function gateOfKey(key: string): Gate | null {
  const [needText = "", holdsText = "", ...rest] = key.split(">");
  const holds = stepOfKey(holdsText);
  if (!holds || rest.length > 0) return null;
  const kind = NEEDS_WITHOUT_STEP.find((one) => one === needText);
  if (kind) return { need: { kind }, holds };
  const step = stepOfKey(needText);
  return step && { need: { kind: "step", step }, holds };
}

/** Whether a gate waits for a release: nobody but the customs gives it, so that no waiver stands in its place. */
export const isRelease = ({ need }: Pick<Gate, "need">): boolean =>
  need.kind === "step" &&
  kindOf(need.step.service).milestones.some(({ code, isRelease: is }) => code === need.step.code && is === true);

/** Whose order brings what the gate waits for; null where it is papers, which several bring. */
export const bringerOf = ({ need }: Gate): Service | null => {
  switch (need.kind) {
    case "step":
      return need.step.service;
    case "inspection":
    case "production_check":
      return "inspection";
    case "slot":
      return "logistics";
    case "papers":
      return null;
  }
};
