import type { Instant } from "../../shared/instant";
import type { LocalDate } from "../../shared/local-date";
import type { CheckOutcome, CheckStanding } from "./organisation-check";

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
