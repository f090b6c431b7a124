import { MARKET_ZONE } from "@/domain/shared/local-date";
import { type Instant, later, MINUTE_MS } from "@/domain/shared/instant";
import type { Agreed, DueTime, DueTimes } from "../due/agreed";
import { dueBy, firstOf, hoursAfter, onFirstDay, withinDays } from "../due/due-time";
import type { PaymentSpec } from "./spec";
import type { PaymentTerms } from "./terms";

const IN_MARKET = { from: MARKET_ZONE, to: MARKET_ZONE };

/** The end of a lock; a spot rate (0 minutes) locks nothing. */
const lockEnds = (source: "bid" | "request", lockedAt: Instant | null, minutes: number | undefined): DueTime | null =>
  lockedAt === null || !minutes ? null : dueBy(source, "lockMinutes", later(lockedAt, minutes * MINUTE_MS));

/**
 * By when each step of a payment is due. When the payer is approved or cleared is not promised by anybody.
 *
 * | step | by | what says so |
 * | --- | --- | --- |
 * | kyc_submitted | the end of the first day of the work | bid: startDate |
 * | funds_received | the lock of the rate ends | bid: lockMinutes; request: lockMinutes |
 * | sent | the hours within which nine payments of ten go out, else the typical ones, from receipt of funds | bid: hoursToPayoutP90, hoursToPayout |
 * | received_by_payee | the most days, from receipt of funds | bid: transitDays |
 */
export function paymentDue(known: Agreed<PaymentSpec, PaymentTerms>): DueTimes {
  const { spec, terms, happenedAt } = known;
  const [locked, funded] = [happenedAt("rate_locked"), happenedAt("funds_received")];
  return {
    kyc_submitted: onFirstDay(known),
    funds_received: firstOf(lockEnds("bid", locked, terms.lockMinutes), lockEnds("request", locked, spec.lockMinutes)),
    sent: firstOf(
      dueBy("bid", "hoursToPayoutP90", hoursAfter(funded, terms.hoursToPayoutP90)),
      dueBy("bid", "hoursToPayout", hoursAfter(funded, terms.hoursToPayout)),
    ),
    received_by_payee: withinDays(known, funded, IN_MARKET),
  };
}
