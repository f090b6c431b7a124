import type { BidContent } from "./bid";
import { isSameJson } from "../requests/canonical-json";
import type { Instant } from "../shared/time";

/** What may come of a bid after its request's list was fixed: held for longer, or agreed in a negotiation. */
export const LATE_KINDS = ["prolonged", "agreed"] as const;
export type LateKind = (typeof LATE_KINDS)[number];

type Kept = {
  readonly submittedAt: number;
  readonly receipt: string;
  readonly content: BidContent | null;
  readonly sealed: unknown;
};

const isProlonged = (content: BidContent, before: BidContent): boolean =>
  content.validUntil > before.validUntil && isSameJson({ ...content, validUntil: before.validUntil }, before);

export type Closing = {
  readonly closedAt: Instant;
  readonly receipts: readonly string[];
  /** What the accepted offer across the table says; null where none was accepted. */
  readonly accepted: BidContent | null;
};

/**
 * What each of a bid's versions is that came after the close, by its receipt; `versions` stand in their order. A prolonged one says what the
 * version before it said, but for a later validity; an agreed one says what the accepted counter-offer says, and is the last. Whatever else
 * is not in the list has no kind: it was added.
 */
export function lateKinds(
  versions: readonly Kept[],
  { closedAt, receipts, accepted }: Closing,
): ReadonlyMap<string, LateKind> {
  const kinds = new Map<string, LateKind>();
  for (const [at, { submittedAt, receipt, content, sealed }] of versions.entries()) {
    // After the opening everything is in clear, and only the close fixes the list.
    if (receipts.includes(receipt) || submittedAt < closedAt || sealed || content === null) continue;
    const before = versions[at - 1]?.content;
    if (before && isProlonged(content, before)) kinds.set(receipt, "prolonged");
    else if (at === versions.length - 1 && isSameJson(content, accepted)) kinds.set(receipt, "agreed");
  }
  return kinds;
}
