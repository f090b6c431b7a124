// What a copied row says otherwise than the row that it is copied from, as expressions of SQLite over `c`, a row of the table of copies.

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const BITS = 5;

/** The number that so many letters of a text say, from one of them on (the first is 1). */
const valueOf = (text: string, from: number, count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `((instr('${LETTERS}', substr(${text}, ${from + at}, 1)) - 1) << ${BITS * (count - 1 - at)})`,
  ).join(" | ");

/** The number in so many letters. */
const lettersOf = (value: string, count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `substr('${LETTERS}', (((${value}) >> ${BITS * (count - 1 - at)}) & 31) + 1, 1)`,
  ).join(" || ");

// The last two letters of an id's time. A day has a whole number of such spans, so that what moves within its span stays on its day.
const TIME_LETTERS = 10;
const MOVING_LETTERS = 2;
const SPAN_MS = 1 << (MOVING_LETTERS * BITS);
/** Copies of one row are so far apart that no two have one time: an odd number goes through all places of a span. */
const APART_MS = 41;
export const COPIES_MAX = SPAN_MS - 1;

export const shiftOf = (copy: number): number => (copy * APART_MS) % SPAN_MS;

/** A time, moved within its second by the copy's shift: what was at one time before is at one time after. */
export const movedTime = (time: string): string =>
  `((${time} & ~${SPAN_MS - 1}) | ((${time} + c.shift) & ${SPAN_MS - 1}))`;

/** An id, whose time moves likewise: so it is another one, and ids stay in the order of their times. */
export function movedId(id: string): string {
  const head = TIME_LETTERS - MOVING_LETTERS;
  const time = `(${valueOf(id, head + 1, MOVING_LETTERS)}) + c.shift`;
  return `(substr(${id}, 1, ${head}) || ${lettersOf(time, MOVING_LETTERS)} || substr(${id}, ${TIME_LETTERS + 1}))`;
}

const TAIL_LETTERS = 6;
const TAIL_AT = 9;
const TAIL_MASK = 2 ** (TAIL_LETTERS * BITS) - 1;

/** The tail of a reference in small letters, as texts that are searched have it, before and after. */
export const tailOf = (reference: string): string => `lower(substr(${reference}, ${TAIL_AT}))`;
export const movedTail = (reference: string): string =>
  `(${lettersOf(`((${valueOf(tailOf(reference), 1, TAIL_LETTERS)}) + c.serial) & ${TAIL_MASK}`, TAIL_LETTERS)})`;

/** A reference number, as far along the row of all numbers as the copy is. */
export const movedReference = (reference: string): string =>
  `(substr(${reference}, 1, ${TAIL_AT - 1}) || upper(${movedTail(reference)}))`;

/** Another number of the same form: four of the digits before the last, which in some countries counts amendments. */
export const movedNumber = (number: string): string =>
  `(substr(${number}, 1, length(${number}) - 5)
    || printf('%04d', (CAST(substr(${number}, -5, 4) AS INTEGER) + 7 * c.copy) % 10000) || substr(${number}, -1))`;

/** A record of amounts by ids. */
export const movedKeys = (json: string, member: string): string =>
  `json((SELECT json_group_object(${movedId("key")}, value) FROM json_each(${json}, '$.${member}')))`;
