// Of one browser (its tabs) or, of visitors, of one address, behind which may be an office.
const OF_SESSION_MAX = 8;
const OF_ADDRESS_MAX = 40;
// A stream costs a socket and a few kilobytes; what is beyond it had better be another process.
const OF_PROCESS_MAX = 5_000;

type Seats = { all: number; readonly byCaller: Map<string, number> };

// Each route bundle may hold its own copy of a module, so what must be one per process hangs on globalThis.
const holder = globalThis as unknown as { kouanWatcherSeats?: Seats };

export type Caller = { readonly kind: "session" | "address"; readonly id: string };

/** A place among the open streams of the caller and of this process, and how to give it back once; null where all are taken. */
export function takeWatcherSeat({ kind, id }: Caller): (() => void) | null {
  holder.kouanWatcherSeats ??= { all: 0, byCaller: new Map() };
  const seats = holder.kouanWatcherSeats;
  const key = `${kind} ${id}`;
  const taken = seats.byCaller.get(key) ?? 0;
  if (seats.all >= OF_PROCESS_MAX || taken >= (kind === "session" ? OF_SESSION_MAX : OF_ADDRESS_MAX)) return null;
  seats.all++;
  seats.byCaller.set(key, taken + 1);
  let isGiven = false;
  return () => {
    if (isGiven) return;
    isGiven = true;
    seats.all--;
    const left = (seats.byCaller.get(key) ?? 1) - 1;
    if (left > 0) seats.byCaller.set(key, left);
    else seats.byCaller.delete(key);
  };
}
