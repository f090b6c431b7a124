import type { OrderTask } from "../orders/order-task";
import type { Milestone } from "../orders/order";
import { goesOn, type SideTimes } from "../orders/side-state";
import type { Instant } from "../shared/instant";
import { isLive, isUnconfirmed, needsLock, type RateLock } from "./rate-lock";
import { isToBeSent, type RemittanceState } from "./remittance";

type Known = SideTimes & {
  /** The oldest first. */
  readonly locks: readonly RateLock[];
  /** The state of the last sending; null before the first. */
  readonly last: RemittanceState | null;
  /** Whether what came back is exchanged already. */
  readonly isExchanged: boolean;
  readonly milestones: readonly Milestone[];
};

const OF_LAST: Partial<Record<RemittanceState, OrderTask["code"]>> = {
  frozen: "remittance.frozen",
  recalled: "remittance.recalled",
  returned: "remittance.resend",
};

/**
 * What a payment asks of its parties beside its steps: the buyer to take a rate that is worse than the contract's before it runs out, the
 * provider to lock one anew where the last has run out before money has moved (not of money that came back exchanged), and to see to money that is frozen, called back or came back.
 * Asks for nothing that is refused: what came back is sent again only where the order goes on.
 */
export function paymentTask({ locks, last, isExchanged, milestones, ...order }: Known, now: Instant): OrderTask | null {
  const latest = locks.at(-1);
  if (latest && isUnconfirmed(latest) && isLive(latest, now))
    return { side: "buyer", code: "remittance.confirm", by: latest.expiresAt };
  const code = last && OF_LAST[last];
  const isStuck = code && code !== "remittance.resend";
  if (isStuck) return { side: "provider", code, by: null };
  const isRunOut = latest !== undefined && !isLive(latest, now);
  const isOwed = milestones.some(({ code: step, occurredAt }) => needsLock(step) && occurredAt === null);
  if (isRunOut && isOwed && !isExchanged && isToBeSent(last))
    return { side: "provider", code: "remittance.lock", by: null };
  return code && goesOn(order).ok ? { side: "provider", code, by: null } : null;
}
