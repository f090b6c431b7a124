import { zoneOf } from "@/domain/hubs/network/place-zone";
import { type Instant, later, MINUTE_MS } from "@/domain/shared/instant";
import { MARKET_ZONE } from "@/domain/shared/local-date";
import type { Agreed, DueTime, DueTimes } from "../due/agreed";
import { dueBy, firstOf, onFirstDay, withinWorkingDay } from "../due/due-time";
import type { PaymentSpec } from "./spec";
import type { PaymentTerms } from "./terms";

/** Russia's banks settle by Moscow's time, whatever their own. */
const SETTLES_AT: Readonly<Record<string, string>> = { RU: "RUMOW" };

/** The zone in which the payee's bank works; the market's where the country is not known, or has several. */
const payeeZone = ({ payeeCountry = "" }: Partial<PaymentSpec>): string =>
  zoneOf(SETTLES_AT[payeeCountry] ?? "", payeeCountry) ?? MARKET_ZONE;

/** The end of a lock; a spot rate (0 minutes) locks nothing. */
const lockEnds = (source: "bid" | "request", lockedAt: Instant | null, minutes: number | undefined): DueTime | null =>
  lockedAt === null || !minutes ? null : dueBy(source, "lockMinutes", later(lockedAt, minutes * MINUTE_MS));

/**
 * By when each step of a payment is due. When the payer is approved or cleared is not promised by anybody. The hours to a payout are what is
 * usual, and promise nothing.
 *
 * | step | by | what says so |
 * | --- | --- | --- |
 * | kyc_submitted | the end of the first day of the work | bid: startDate |
 * | funds_received | the lock of the rate ends | bid: lockMinutes; request: lockMinutes |
 * | sent, received_by_payee | the end of the last of the most days from receipt of funds, a working day of the payee's | bid: transitDays |
 */
export function paymentDue(known: Agreed<PaymentSpec, PaymentTerms>): DueTimes {
  const { spec, terms, happenedAt } = known;
  const [locked, funded] = [happenedAt("rate_locked"), happenedAt("funds_received")];
  const promised = withinWorkingDay(known, funded, payeeZone(spec));
  return {
    kyc_submitted: onFirstDay(known),
    funds_received: firstOf(lockEnds("bid", locked, terms.lockMinutes), lockEnds("request", locked, spec.lockMinutes)),
    sent: promised,
    received_by_payee: promised,
  };
}
