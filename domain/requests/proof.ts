import type { Instant } from "../shared/time";
import type { RequestState } from "./request";

export const OPENERS = ["clock", "one_person", "two_people"] as const;
export type Openers = (typeof OPENERS)[number];

export const PROOF_STAGES = ["before", "kept", "not_kept", "cancelled"] as const;
/** Before the close there is no list; some closed before lists were kept, and some were cancelled before they closed. */
export type ProofStage = (typeof PROOF_STAGES)[number];

/** Which of its stages a request's proof is in. */
export function proofStage(request: {
  readonly state: RequestState;
  readonly closedAt: Instant | null;
  readonly hasList: boolean;
}): ProofStage {
  if (request.hasList) return "kept";
  if (request.closedAt !== null) return "not_kept";
  return request.state === "cancelled" ? "cancelled" : "before";
}

/** Who opened, without names. */
export function openersOf(minutes: { readonly isByClock: boolean; readonly userIds: readonly string[] }): Openers {
  if (minutes.isByClock || minutes.userIds.length === 0) return "clock";
  return minutes.userIds.length > 1 ? "two_people" : "one_person";
}
