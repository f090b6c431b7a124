import type { Instant } from "../shared/instant";
import { type PaymentDeed } from "./payment-view";
import { isLive, isUnconfirmed, type RateLock } from "./rate-lock";
import { advanceRemittance, isToBeSent, type RemittanceEvent, type RemittanceState } from "./remittance";

type Known = {
  readonly side: "buyer" | "provider";
  readonly isExchange: boolean;
  /** Nothing can be sent before it is scheduled, nor once it is delivered. */
  readonly isUnderWay: boolean;
  readonly locks: readonly RateLock[];
  /** The state of the last sending; null before the first. */
  readonly last: RemittanceState | null;
  /** Whether a return has cost what nobody bears yet, and the viewer may bind its side to it. */
  readonly mayBear: boolean;
};

/** What a provider reports of a sending; a receipt is taken back with its delivery alone. */
const OF_SENDING: readonly Exclude<RemittanceEvent, "reopen">[] = ["receive", "unfreeze", "freeze", "recall", "return"];

/** What this side may do to a payment now, the likeliest first; the commands judge again. */
export function paymentDeedsOf({ mayBear, ...known }: Known, now: Instant): readonly PaymentDeed[] {
  // Money that was spent is settled whatever has become of the order.
  return [...(known.isUnderWay ? deedsUnderWay(known, now) : []), ...(mayBear ? (["bear"] as const) : [])];
}

function deedsUnderWay(
  { side, isExchange, locks, last }: Omit<Known, "mayBear">,
  now: Instant,
): readonly PaymentDeed[] {
  const live = locks.filter((lock) => isLive(lock, now));
  if (side === "buyer") return live.some(isUnconfirmed) ? ["confirm"] : [];
  const hasUsable = live.some((lock) => !isUnconfirmed(lock));
  const isFree = isToBeSent(last);
  return [
    ...(isFree && (!isExchange || hasUsable) ? (["send"] as const) : []),
    ...OF_SENDING.filter((event) => last !== null && advanceRemittance(last, event).ok),
    ...(isExchange && isFree && !hasUsable ? (["lock"] as const) : []),
  ];
}
