import { addDays, dayOf, type Instant, type LocalDate } from "../shared/time";
import { accept, type Refusal, refuse, type Result } from "../shared/result";

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
type CheckStanding = "none" | "holds" | "expired" | "taken_back" | "number_changed";

/**
 * How the latest check stands at `now`, by the day in the market's zone: a check holds to the end of its last day, and only for the number
 * that was looked up.
 */
export function standingOf(
  latest: OrganisationCheck | undefined,
  registrationNumber: string,
  now: Instant,
): CheckStanding {
  if (!latest) return "none";
  if (latest.outcome === "taken_back" || latest.expiresOn === null) return "taken_back";
  if (latest.registrationNumber !== registrationNumber) return "number_changed";
  return latest.expiresOn < dayOf(now) ? "expired" : "holds";
}

export const CHECK_ENDS = ["ending", "lapsed"] as const;
/** Ending: the check holds, and ends within 30 days. Lapsed: its last day is past. */
export type CheckEnd = (typeof CHECK_ENDS)[number];

/** So long before its end the organisation hears of it: an administrator has time to look its number up again. Our choice. */
export const CHECK_ENDING_DAYS = 30;

/** On which days a check that is ending, or has lapsed, holds for the last time; null where there is no first one. */
export function lastDaysOf(
  end: CheckEnd,
  now: Instant,
): { readonly first: LocalDate | null; readonly last: LocalDate } {
  const today = dayOf(now);
  return end === "lapsed"
    ? { first: null, last: addDays(today, -1) }
    : { first: today, last: addDays(today, CHECK_ENDING_DAYS) };
}

/** Whether a check that stands so is ending or has lapsed at `now`; null of one that does neither, and where none was found. */
export function checkEndOf(standing: CheckStanding, expiresOn: LocalDate | null, now: Instant): CheckEnd | null {
  if (standing === "expired") return "lapsed";
  return standing === "holds" && expiresOn !== null && expiresOn <= lastDaysOf("ending", now).last ? "ending" : null;
}

export type CheckRefusal = Refusal<
  "own_organisation" | "platform_is_not_checked" | "expires_too_soon" | "expires_too_late"
>;

/**
 * Whether an administrator may put this check on record. Refuses one of the administrator's own organisation, one of the platform, and an
 * end that is past or more than two years away.
 */
export function mayCheck(
  checked: { readonly organisationId: string; readonly kind: string },
  by: { readonly organisationId: string | null; readonly isMember: boolean },
  end: { readonly expiresOn: LocalDate; readonly now: Instant } | null,
): Result<void, CheckRefusal> {
  if (checked.kind === "platform") return refuse("platform_is_not_checked");
  if (checked.organisationId === by.organisationId || by.isMember) return refuse("own_organisation");
  if (!end) return accept(undefined);
  const today = dayOf(end.now);
  if (end.expiresOn <= today) return refuse("expires_too_soon");
  return end.expiresOn > addDays(today, CHECK_DAYS_MAX)
    ? refuse("expires_too_late", { days: CHECK_DAYS_MAX })
    : accept(undefined);
}

/** The market's check of an organisation as others read it: what was looked up where, when, and how long that counts. */
export type ShownCheck = {
  readonly standing: Exclude<CheckStanding, "none">;
  readonly register: string;
  readonly checkedAt: Instant;
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
  readonly checkedAt: Instant;
};
