import type { LateReason, StopReason } from "../../services/work-reasons";
import type { Instant } from "../../shared/time";
import type { Side } from "../slots/slot";
import type { DelayReason } from "./reasons";

/** What of the delay clock and of a stop of the work is said of a late step by the same word; for the rest only the parties know what it was. */
const LATE_BY: Readonly<Partial<Record<StopReason, LateReason>>> = {
  queue: "border_queue",
  customs_inspection: "customs_hold",
  documents: "papers_incomplete",
  vehicle: "vehicle_breakdown",
  driver: "own_fault",
  carrier_documents: "own_fault",
  goods_not_ready: "goods_not_ready",
  bank_compliance: "bank_compliance",
};

/**
 * What of a late step is said on the delay clock by the same word. Not `no_slot`: whether a slot was missed or there was none decides who pays.
 * Nor `own_fault`, which does not say of what.
 */
const DELAY_BY: Readonly<Partial<Record<LateReason, DelayReason>>> = {
  border_queue: "queue",
  customs_hold: "customs_inspection",
  papers_incomplete: "documents",
  vehicle_breakdown: "vehicle",
};

type Announced = {
  readonly reason: StopReason;
  readonly words: string;
  readonly by: Side;
  readonly from: Instant;
  /** Null while it goes on. */
  readonly to: Instant | null;
};

type Order = {
  readonly milestones: readonly { readonly occurredAt: Instant | null }[];
  /** The reasons that a late step of the order can have. */
  readonly reasons: readonly LateReason[];
};

/** What a late step is offered as its reason, to be confirmed or changed by whoever reports it. */
export type OfferedLate = { readonly reason: LateReason; readonly words: string };

/**
 * The reason that the provider announced last for a time which reaches past the last step told: that of the step to come. What the buyer said
 * is not put into the provider's mouth. Where the announced reason has no word among a late step's, it is `other`, with the words
 * that were given.
 */
export function announcedLate(announced: readonly Announced[], { milestones, reasons }: Order): OfferedLate | null {
  const lastAt = Math.max(0, ...milestones.map(({ occurredAt }) => occurredAt ?? 0));
  const last = announced
    .filter(({ by, to }) => by === "provider" && (to === null || to > lastAt))
    .toSorted((one, other) => one.from - other.from)
    .at(-1);
  if (last === undefined) return null;
  const named = LATE_BY[last.reason];
  if (named !== undefined && reasons.includes(named)) return { reason: named, words: last.words };
  return last.words === "" ? null : { reason: "other", words: last.words };
}

/** The reason that the delay clock is offered for a wait within which steps were late: that of the last of them which the clock has a word for. */
export function offeredDelay(
  said: readonly { readonly late: { readonly reason: LateReason | null; readonly words: string | null } }[],
  reasons: readonly DelayReason[],
): { readonly reason: DelayReason; readonly words: string } | null {
  const fitting = said.flatMap(({ late }) => {
    const reason = late.reason === null ? undefined : DELAY_BY[late.reason];
    return reason !== undefined && reasons.includes(reason) ? [{ reason, words: late.words ?? "" }] : [];
  });
  return fitting.at(-1) ?? null;
}
