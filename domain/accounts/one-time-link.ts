import type { Instant } from "../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../shared/result";

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
