import { zoneOf } from "@/domain/hubs/place-zone";
import { DAY_MS, dayOf, type Instant, isWeekend, later, MARKET_ZONE, MINUTE_MS } from "@/domain/shared/time";
import {
  type Agreed,
  type CountedBy,
  type DueTime,
  type DueTimes,
  dueBy,
  earliestOf,
  endOfWorkingDays,
  firstOf,
  onFirstDay,
  withinDays,
  workingDaysStandingStill,
} from "../due-time";
import type { PaymentSpec } from "./spec";
import type { PaymentTerms } from "./terms";

/** Russia's banks settle by Moscow's time, whatever their own. */
const SETTLES_AT: Readonly<Record<string, string>> = { RU: "RUMOW" };

/** The zone in which the payee's bank works; the market's where the country is not known, or has several. */
const payeeZone = ({ payeeCountry = "" }: Partial<PaymentSpec>): string =>
  zoneOf(SETTLES_AT[payeeCountry] ?? "", payeeCountry) ?? MARKET_ZONE;

const DAY_MINUTES = DAY_MS / MINUTE_MS;

/**
 * When a rate that is locked for so many minutes runs out. A lock of a day ends at the same hour of the next day on which banks work, so that
 * one of a Friday holds until Monday (no Saturday or Sunday by the market's calendar); a shorter one goes by the clock.
 */
export function lockEnd(lockedAt: Instant, minutes: number): Instant {
  let end = later(lockedAt, minutes * MINUTE_MS);
  while (minutes >= DAY_MINUTES && isWeekend(dayOf(end))) end = later(end, DAY_MS);
  return end;
}

/** The end of the lock as it is on record, else as it was promised; a spot rate (0 minutes) locks nothing. */
const lockEnds = (
  source: "bid" | "request",
  { lockedAt, recorded }: { readonly lockedAt: Instant | null; readonly recorded: Instant | null },
  minutes: number | undefined,
): DueTime | null =>
  lockedAt === null || !minutes ? null : dueBy(source, "lockMinutes", recorded ?? lockEnd(lockedAt, minutes));

/** When the rate on record runs out, by whichever period was agreed; null where none is on record. */
const recordedLockEnd = ({ terms, lockEndsAt = null }: Agreed<PaymentSpec, PaymentTerms>): DueTime | null =>
  dueBy(terms.lockMinutes ? "bid" : "request", "lockMinutes", lockEndsAt);

/** Days of a payment are counted where the payee's bank is, and end on a working day. */
const paymentDaysEnd = ({ spec }: CountedBy<PaymentSpec>, since: Instant, days: number): Instant =>
  endOfWorkingDays(since, days, payeeZone(spec));

/**
 * The promised days, which stand still while the buyer owes the provider an explanation of who has paid, or its payee's details after money came back
 * for them: each bank day that ends meanwhile is given back.
 */
const daysAfterAnswers = (known: Agreed<PaymentSpec, PaymentTerms>, funded: Instant | null): DueTime | null =>
  workingDaysStandingStill(withinDays(known, funded, paymentDaysEnd), funded, {
    ...{ withBuyer: known.withBuyer ?? [], zone: payeeZone(known.spec) },
  });

/**
 * By when each step of a payment is due. When the payer is approved or cleared is not promised by anybody. The hours to a payout are what is
 * usual, and promise nothing.
 *
 * | step | by | what says so |
 * | --- | --- | --- |
 * | kyc_submitted | the end of the first day of the work | bid: startDate |
 * | funds_received | the lock of the rate ends, as it was recorded | bid: lockMinutes; request: lockMinutes |
 * | sent | the earlier of the next row's and, once the funds are in, the end of the lock on record, under which alone it can be sent | bid: transitDays, lockMinutes; request: lockMinutes |
 * | received_by_payee | the end of the last of the most days from receipt of funds, a working day of the payee's; each working day that ends while the buyer owes an explanation of who has paid or its payee's details moves it by one | bid: transitDays |
 */
export function paymentDue(known: Agreed<PaymentSpec, PaymentTerms>): DueTimes {
  const { spec, terms, happenedAt } = known;
  const [locked, funded] = [happenedAt("rate_locked"), happenedAt("funds_received")];
  const lock = { lockedAt: locked, recorded: known.lockEndsAt ?? null };
  const promised = daysAfterAnswers(known, funded);
  return {
    kyc_submitted: onFirstDay(known),
    funds_received: firstOf(lockEnds("bid", lock, terms.lockMinutes), lockEnds("request", lock, spec.lockMinutes)),
    sent: funded === null ? promised : earliestOf(promised, recordedLockEnd(known)),
    received_by_payee: promised,
  };
}
