/** How long things are kept that are of no more use, in days: housekeeping takes them away by these, and the privacy notice says them. */
export const KEPT_DAYS = {
  /** Answers of calls, by their idempotency key. */
  calls: 7,
  /** Sign-ins, after they have ended. */
  sessions: 30,
  /** Uploads of which nothing was made. */
  looseFiles: 1,
  /** Translations of what members wrote. */
  translations: 365,
} as const;
