/** The letters of an id, by their value (`newId` in server/platform/platform.ts). */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const BITS = 5;
/** So many letters of an id fit a row number of 63 bits: its millisecond, and fifteen bits of what follows. */
const TAKEN = 13;
const FIRST_MAX = 7;

/** Ids that begin alike, as those of one millisecond do, have places one behind the other from the first one's on. */
export const PLACES_AT_ONCE = 32_767;

const maskAt = (at: number): number => (at === 0 ? FIRST_MAX : LETTERS.length - 1);
const shiftAt = (at: number): number => BITS * (TAKEN - 1 - at);

/** The first place of what has this id, as an expression of SQLite: places lie as ids do, so that what is found comes in the order of ids. */
export const placeSql = (id: string): string =>
  Array.from(
    { length: TAKEN },
    (_, at) => `(((instr('${LETTERS}', substr(${id}, ${at + 1}, 1)) - 1) & ${maskAt(at)}) << ${shiftAt(at)})`,
  ).join(" | ");

/** The last place that an id may have: the same as SQLite reckons, and those behind it. */
export function lastPlaceOf(id: string): bigint {
  const parts = Array.from({ length: TAKEN }, (_, at) => {
    const value = LETTERS.indexOf(id.charAt(at)) & maskAt(at);
    return BigInt(value) << BigInt(shiftAt(at));
  });
  return parts.reduce((sum, part) => sum | part, 0n) + BigInt(PLACES_AT_ONCE);
}
