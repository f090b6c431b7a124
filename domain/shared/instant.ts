/** A point in time: epoch milliseconds, UTC. */
export type Instant = number & { readonly __instant: true };

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const instant = (ms: number): Instant => Math.trunc(ms) as Instant;

export const later = (at: Instant, ms: number): Instant => instant(at + ms);

export const toIso = (at: Instant): string => new Date(at).toISOString();

/** Reads an ISO 8601 time with its offset; null when it is not one. */
export function parseIso(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isFinite(ms) ? instant(ms) : null;
}
