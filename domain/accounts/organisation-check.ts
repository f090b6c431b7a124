import { addDays, dayOf, type Instant, type LocalDate } from "../shared/time";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { PaperKind } from "./check-papers";
import { zoneOfCountry } from "./zone-of-country";

export const CHECK_OUTCOMES = ["found", "taken_back"] as const;
/** Found: the registration stands in its register. Taken back: an earlier finding no longer holds. */
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** One look of the market at an organisation's registration; the latest speaks. */
export type OrganisationCheck = {
  readonly outcome: CheckOutcome;
  readonly registrationNumber: string;
  readonly register: string;
  readonly expiresOn: LocalDate | null;
  readonly checkedAt: Instant;
};

export const REGISTER_MAX = 120;
/** A register's entry is no older than two years: what was looked up earlier says too little of today. */
export const CHECK_DAYS_MAX = 730;

/** What a check says today; `number_changed` where the organisation has another registration number than the one looked up. */
export type CheckStanding = "none" | "holds" | "expired" | "taken_back" | "number_changed";

/** Of the organisation what its check is held against: its number, and its country for the clock by which days end. */
export type Registered = { readonly registrationNumber: string; readonly country: string };

/**
 * How the latest check stands at `now`, by the day in the organisation's country: a check holds to the end of its last day there, and only
 * for the number that was looked up.
 */
export function standingOf(latest: OrganisationCheck | undefined, of: Registered, now: Instant): CheckStanding {
  if (!latest) return "none";
  if (latest.outcome === "taken_back" || latest.expiresOn === null) return "taken_back";
  if (latest.registrationNumber !== of.registrationNumber) return "number_changed";
  return latest.expiresOn < dayOf(now, zoneOfCountry(of.country)) ? "expired" : "holds";
}

export const CHECK_ENDS = ["ending", "lapsed"] as const;
/** Ending: the check holds, and ends within 30 days. Lapsed: its last day is past. */
export type CheckEnd = (typeof CHECK_ENDS)[number];

/** So long before its end the organisation hears of it, and may ask for the next one: there is time to gather papers. Our choice. */
export const CHECK_ENDING_DAYS = 30;
const WEEK_DAYS = 7;

export const CHECK_REMINDERS = ["ending", "week", "day", "lapsed"] as const;
/** What an organisation hears of the end of its check, each once: 30 days, a week and a day before it, and once it has lapsed. */
export type CheckReminder = (typeof CHECK_REMINDERS)[number];

/** The last days, counted from today, of the checks of which each reminder is due. They do not overlap, so a late one is not sent with the next. */
const DUE_DAYS: Readonly<Record<CheckReminder, { readonly from: number | null; readonly to: number }>> = {
  ending: { from: WEEK_DAYS + 1, to: CHECK_ENDING_DAYS },
  week: { from: 2, to: WEEK_DAYS },
  day: { from: 0, to: 1 },
  lapsed: { from: null, to: -1 },
};

type LastDays = { readonly first: LocalDate | null; readonly last: LocalDate };

/** On which days a check that is ending, or has lapsed, holds for the last time; null where there is no first one. `today` is the organisation's. */
export const lastDaysOf = (end: CheckEnd, today: LocalDate): LastDays =>
  end === "lapsed"
    ? { first: null, last: addDays(today, -1) }
    : { first: today, last: addDays(today, CHECK_ENDING_DAYS) };

/** On which days a check of which this reminder is due today holds for the last time. */
export function daysRemindedOf(reminder: CheckReminder, today: LocalDate): LastDays {
  const { from, to } = DUE_DAYS[reminder];
  return { first: from === null ? null : addDays(today, from), last: addDays(today, to) };
}

const isWithin = (day: LocalDate, { first, last }: LastDays): boolean =>
  day <= last && (first === null || day >= first);

/** Which reminder of its end is due of a check that stands so; null of one that ends later, and where none was found. `today` is the organisation's. */
export function reminderDue(
  standing: CheckStanding,
  expiresOn: LocalDate | null,
  today: LocalDate,
): CheckReminder | null {
  if (expiresOn === null || (standing !== "holds" && standing !== "expired")) return null;
  return CHECK_REMINDERS.find((reminder) => isWithin(expiresOn, daysRemindedOf(reminder, today))) ?? null;
}

/** Whether an organisation may ask for a check: where none holds, and in the last 30 days of one that does. `today` is the organisation's. */
export const mayAskAgain = (standing: CheckStanding, expiresOn: LocalDate | null, today: LocalDate): boolean =>
  standing !== "holds" || (expiresOn !== null && isWithin(expiresOn, lastDaysOf("ending", today)));

export type CheckRefusal = Refusal<
  "own_organisation" | "platform_is_not_checked" | "expires_too_soon" | "expires_too_late" | "expires_after_paper"
>;

/** To when a check is to hold, the end of the first of its papers that has one, and what day it is in the organisation's country. */
export type WantedEnd = {
  readonly expiresOn: LocalDate;
  readonly papersEndOn: LocalDate | null;
  readonly today: LocalDate;
};

/**
 * Whether an administrator may propose, confirm or take back a check of this organisation. Refuses the administrator's own organisation, the
 * platform, and an end that is past, more than two years away, or later than that of a paper which the check rests on (`expires_after_paper`).
 */
export function mayCheck(
  checked: { readonly organisationId: string; readonly kind: string },
  by: { readonly organisationId: string | null; readonly isMember: boolean },
  end: WantedEnd | null,
): Result<void, CheckRefusal> {
  if (checked.kind === "platform") return refuse("platform_is_not_checked");
  if (checked.organisationId === by.organisationId || by.isMember) return refuse("own_organisation");
  if (!end) return accept(undefined);
  const { expiresOn, papersEndOn, today } = end;
  if (expiresOn <= today) return refuse("expires_too_soon");
  if (expiresOn > addDays(today, CHECK_DAYS_MAX)) return refuse("expires_too_late", { days: CHECK_DAYS_MAX });
  return papersEndOn !== null && expiresOn > papersEndOn
    ? refuse("expires_after_paper", { day: papersEndOn })
    : accept(undefined);
}

/** The market's check of an organisation as others read it: what was looked up where, when, and how long that counts. */
export type ShownCheck = {
  readonly standing: Exclude<CheckStanding, "none">;
  readonly registrationNumber: string;
  readonly register: string;
  readonly checkedAt: Instant;
  readonly expiresOn: LocalDate | null;
  /** What the market was shown, as long as the check holds; numbers as they stand in public registers, never a file. */
  readonly papers: readonly ShownPaper[];
};

/** A paper that a check rests on, as others read it. */
export type ShownPaper = {
  readonly kind: PaperKind;
  readonly number: string;
  readonly issuer: string;
  readonly expiresOn: LocalDate | null;
};

/** One entry of the record as administrators read it. */
export type CheckEntry = {
  readonly id: string;
  readonly outcome: CheckOutcome;
  readonly registrationNumber: string;
  readonly register: string;
  readonly expiresOn: LocalDate | null;
  readonly reason: string;
  readonly checkedBy: string;
  /** Who confirmed it; null of what one administrator may do alone, and of checks from before two had to. */
  readonly confirmedBy: string | null;
  readonly checkedAt: Instant;
};
