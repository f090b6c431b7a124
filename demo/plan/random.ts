/** A stream of numbers in [0, 1) that is the same for the same seed: the demo market is the same on every machine. */
export type Random = () => number;

/** Mulberry32, a small generator of 32 bits: enough for a market that only has to look alive. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const between = (random: Random, min: number, max: number): number => min + random() * (max - min);

export const wholeBetween = (random: Random, min: number, max: number): number =>
  Math.floor(between(random, min, max + 1));

export const pick = <T>(random: Random, all: readonly T[]): T => {
  if (all.length === 0) throw new Error("Nothing to pick from");
  return all[Math.floor(random() * all.length)] as T;
};

export function pickWeighted<T>(random: Random, all: readonly T[], weightOf: (one: T) => number): T {
  const total = all.reduce((sum, one) => sum + weightOf(one), 0);
  let left = random() * total;
  for (const one of all) {
    left -= weightOf(one);
    if (left < 0) return one;
  }
  return all.at(-1) as T;
}

export function shuffled<T>(random: Random, all: readonly T[]): T[] {
  const copy = [...all];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
  }
  return copy;
}

/** A UUID of version 4, as a UETR is one. */
export function uuidFrom(random: Random): string {
  const hex = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join("");
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(random, ["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`;
}
