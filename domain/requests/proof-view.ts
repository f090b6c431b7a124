import type { Instant } from "../shared/instant";
import type { BidMode, RequestState } from "./request";
import type { Inclusion, ReceiptList } from "./receipt-list";

export const OPENERS = ["clock", "one_person", "two_people"] as const;
export type Openers = (typeof OPENERS)[number];

/** What is on record of an opening, as everybody may know it. */
export type Minutes = {
  readonly openedAt: Instant;
  readonly openedBy: Openers;
  /** Null where bidding was open, or the request's key has no public half. */
  readonly keyFingerprint: string | null;
  readonly root: string | null;
  readonly openedCount: number;
  readonly staleCount: number;
  readonly withdrawnCount: number;
  /** The names of who opened: for the buyer's own people, else null. */
  readonly people: readonly string[] | null;
};

export const PROOF_STAGES = ["before", "kept", "not_kept", "cancelled"] as const;
/** Before the close there is no list; some closed before lists were kept, and some were cancelled before they closed. */
export type ProofStage = (typeof PROOF_STAGES)[number];

export type ProofView = {
  readonly requestId: string;
  readonly reference: string;
  readonly title: string;
  readonly bidMode: BidMode;
  readonly twoPersonOpening: boolean;
  readonly stage: ProofStage;
  readonly closesAt: Instant;
  readonly closedAt: Instant | null;
  readonly keyFingerprint: string | null;
  readonly list: ReceiptList | null;
  /** Of the receipt that was asked for; null where none was, or the list has it not. */
  readonly inclusion: Inclusion | null;
  readonly minutes: Minutes | null;
};

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
