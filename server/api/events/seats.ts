const SEATS_MAX = 4;

const holder = globalThis as unknown as { kouanSeats?: Map<string, number> };

/** A place among the key's open connections in this process, and how to give it back once; null where all are taken. */
export function takeSeat(keyId: string): (() => void) | null {
  holder.kouanSeats ??= new Map();
  const seats = holder.kouanSeats;
  const taken = seats.get(keyId) ?? 0;
  if (taken >= SEATS_MAX) return null;
  seats.set(keyId, taken + 1);
  let isGiven = false;
  return () => {
    if (isGiven) return;
    isGiven = true;
    const left = (seats.get(keyId) ?? 1) - 1;
    if (left > 0) seats.set(keyId, left);
    else seats.delete(keyId);
  };
}
