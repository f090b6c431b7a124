import type { Instant } from "../shared/instant";
import { type PaymentDeed } from "./payment-view";
import { isLive, isUnconfirmed, type RateLock } from "./rate-lock";
import { advanceRemittance, isOnItsWay, type RemittanceEvent, type RemittanceState } from "./remittance";

type Known = {
  readonly side: "buyer" | "provider";
  readonly isExchange: boolean;
  /** Nothing can be sent before it is scheduled, nor once it is delivered. */
  readonly isUnderWay: boolean;
  readonly locks: readonly RateLock[];
  /** The state of the last sending; null before the first. */
  readonly last: RemittanceState | null;
};

const OF_SENDING: readonly RemittanceEvent[] = ["receive", "unfreeze", "freeze", "recall", "return"];

/** What this side may do to a payment now, the likeliest first; the commands judge again. */
export function paymentDeedsOf(
  { side, isExchange, isUnderWay, locks, last }: Known,
  now: Instant,
): readonly PaymentDeed[] {
  if (!isUnderWay) return [];
  const live = locks.filter((lock) => isLive(lock, now));
  if (side === "buyer") return live.some(isUnconfirmed) ? ["confirm"] : [];
  const hasUsable = live.some((lock) => !isUnconfirmed(lock));
  const isFree = last === null || !isOnItsWay(last);
  return [
    ...(isFree && (!isExchange || hasUsable) ? (["send"] as const) : []),
    ...OF_SENDING.filter((event) => last !== null && advanceRemittance(last, event).ok),
    ...(isExchange && isFree && !hasUsable ? (["lock"] as const) : []),
  ];
}
