import { isUnreachable } from "@/db/failures";
import { log } from "./log";

const FIRST_MS = 1_000;
const LONGEST_MS = 6 * 3_600_000;

/** How long to wait after the n-th failed try: a second, then twice as long each time, at most six hours. */
export const backoffMs = (attempts: number, firstMs: number = FIRST_MS): number =>
  Math.min(LONGEST_MS, firstMs * 2 ** (attempts - 1));

type Holder = { kouanOutage?: { readonly sinceMs: number; metMs: number } | null };

// Everything that comes again by itself comes more often: one that was not met for so long is over.
const OVER_AFTER_MS = 30_000;

// Each route bundle may hold its own copy of this module, and an outage is one for the process.
const holder = globalThis as unknown as Holder;

/** Whether the database was away for a piece of work that comes again by itself. The first to meet it says so in the log, once for all. */
export function isOutage(error: unknown): boolean {
  if (!isUnreachable(error)) return false;
  const metMs = performance.now();
  const known = holder.kouanOutage;
  if (known && metMs - known.metMs < OVER_AFTER_MS) {
    known.metMs = metMs;
    return true;
  }
  holder.kouanOutage = { sinceMs: metMs, metMs };
  log.error({ reason: reasonOf(error) }, "the database does not answer; what waits is tried again");
  return true;
}

/** Says that the database answers again, if it was away. */
export function endOutage(): void {
  if (!holder.kouanOutage) return;
  const seconds = Math.round((performance.now() - holder.kouanOutage.sinceMs) / 1000);
  holder.kouanOutage = null;
  log.info({ seconds }, "the database answers again");
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error ? reasonOf(error.cause) : String(error);
