import { DAY_MS, MINUTE_MS } from "../shared/instant";

/** How long a mailed link works: short where it opens an account, a week where a colleague has to find the time. */
export const LINK_LIFE_MS = {
  password_reset: 30 * MINUTE_MS,
  email_verification: DAY_MS,
  invitation: 7 * DAY_MS,
} as const;
