/** The letters of an id, by their value (`newId` in server/platform/platform.ts); the first ten say its millisecond. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const TIME_LETTERS = 10;
const BITS = 5;
/** What is left of a row number of 63 bits where 48 say the time. */
const WITHIN_BITS = 15;
const FIRST_MAX = 7;

/** The places of one millisecond lie from its first one to so many further on: what comes in it has them in turn. */
export const PLACES_WITHIN = 2 ** WITHIN_BITS - 1;

const maskAt = (at: number): number => (at === 0 ? FIRST_MAX : LETTERS.length - 1);
const shiftAt = (at: number): number => WITHIN_BITS + BITS * (TIME_LETTERS - 1 - at);

/** The first place of an id's millisecond, as an expression of SQLite: what an index finds by place comes in the order of time. */
export const placeSql = (id: string): string =>
  Array.from(
    { length: TIME_LETTERS },
    (_, at) => `(((instr('${LETTERS}', substr(${id}, ${at + 1}, 1)) - 1) & ${maskAt(at)}) << ${shiftAt(at)})`,
  ).join(" | ");

/** The same, reckoned here. */
export function placeOf(id: string): bigint {
  const parts = Array.from({ length: TIME_LETTERS }, (_, at) => {
    const value = LETTERS.indexOf(id.charAt(at)) & maskAt(at);
    return BigInt(value) << BigInt(shiftAt(at));
  });
  return parts.reduce((sum, part) => sum | part, 0n);
}
