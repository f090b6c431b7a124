import type { Request } from "../request";
import { DAY_MS, HOUR_MS, type Instant, later } from "../../shared/instant";

/** Who had too little time is given more: bids are taken for this long at the least. */
const OPEN_MIN_MS = 3 * DAY_MS;

type Stood = Pick<Request, "closesAt" | "decideBy"> & { readonly publishedAt: Instant | null };

const wholeHour = (at: number): number => Math.ceil(at / HOUR_MS) * HOUR_MS;

/** The times that the form of a request which is asked again begins with: open as long as the old one, three days at the least, and as long to decide. */
export function timesAgain(
  { publishedAt, closesAt, decideBy }: Stood,
  now: Instant,
): { closesAt: Instant; decideBy: Instant } {
  const openMs = Math.max(OPEN_MIN_MS, publishedAt === null ? 0 : closesAt - publishedAt);
  const close = wholeHour(now + openMs) as Instant;
  return { closesAt: close, decideBy: later(close, Math.max(HOUR_MS, decideBy - closesAt)) };
}
