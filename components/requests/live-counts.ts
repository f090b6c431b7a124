// Of the requests that this tab is told of: the number of bids stands in two places of a page, and neither is the other's parent.
const counts = new Map<string, number>();
const listeners = new Set<() => void>();

/** Says how many bids stand now; null where nothing is known any more, so that what the page was drawn with holds. */
export function tellCount(requestId: string, count: number | null): void {
  if ((counts.get(requestId) ?? null) === count) return;
  if (count === null) counts.delete(requestId);
  else counts.set(requestId, count);
  for (const listener of listeners) listener();
}

export const countOf = (requestId: string): number | null => counts.get(requestId) ?? null;

export function onCount(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
