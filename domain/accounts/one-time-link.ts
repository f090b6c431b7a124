import { DAY_MS, type Instant, MINUTE_MS } from "../shared/time";
import { accept, type Refusal, refuse, type Result } from "../shared/result";

/** How long a mailed link works: short where it opens an account, a week where a colleague has to find the time. */
export const LINK_LIFE_MS = {
  password_reset: 30 * MINUTE_MS,
  email_verification: DAY_MS,
  invitation: 7 * DAY_MS,
} as const;

type Link = { readonly purpose: string; readonly expiresAt: number; readonly usedAt: number | null };

/** A mailed link works once, in time, and for what it was sent for; of all others it is only said that they do not work. */
export function openLink<L extends Link>(
  link: L | undefined,
  purpose: L["purpose"],
  now: Instant,
): Result<L, Refusal<"link_expired">> {
  const isGood = link !== undefined && link.purpose === purpose && link.usedAt === null && now < link.expiresAt;
  return isGood ? accept(link) : refuse("link_expired");
}
