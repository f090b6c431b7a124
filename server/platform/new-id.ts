import { randomBytes } from "node:crypto";

// Crockford's alphabet: no I, L, O, U, so that an id read aloud survives.
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const TIME_LETTERS = 10;
const RANDOM_BYTES = 10;

let lastMs = 0;
let lastRandom = Buffer.alloc(RANDOM_BYTES);

function letters(value: bigint, count: number): string {
  let text = "";
  for (let rest = value; text.length < count; rest >>= 5n) text = ALPHABET[Number(rest & 31n)] + text;
  return text;
}

/** The next random part: fresh for a new millisecond, one higher within it, so that ids of one process sort as they were made. */
function nextRandom(ms: number): Buffer {
  if (ms > lastMs) {
    lastMs = ms;
    lastRandom = randomBytes(RANDOM_BYTES);
    // Room to count up without overflow.
    lastRandom[0] = (lastRandom[0] as number) & 0x7f;
    return lastRandom;
  }
  for (let at = RANDOM_BYTES - 1; at >= 0; at--) {
    lastRandom[at] = ((lastRandom[at] as number) + 1) & 0xff;
    if (lastRandom[at] !== 0) break;
  }
  return lastRandom;
}

/** An id that we make ourselves (no sequence): 48 bits of time and 80 of randomness, 26 letters, sorting by time. */
export function newId(nowMs: number = Date.now()): string {
  const random = nextRandom(nowMs);
  return letters(BigInt(lastMs), TIME_LETTERS) + letters(BigInt(`0x${random.toString("hex")}`), 16);
}

/** A short number for people, such as `KR-2611-7F3K2Q`: kind, year and month, six letters. Its table keeps it unique. */
export function newReference(kind: "KD" | "KR" | "KO", nowMs: number): string {
  const at = new Date(nowMs);
  const month = `${String(at.getUTCFullYear()).slice(2)}${String(at.getUTCMonth() + 1).padStart(2, "0")}`;
  const tail = [...randomBytes(6)].map((byte) => ALPHABET[byte & 31]).join("");
  return `${kind}-${month}-${tail.toUpperCase()}`;
}

/** An id at a given time from a given stream of numbers in [0, 1): for a demo market that is the same every time. */
export function idFrom(ms: number, random: () => number): string {
  const tail = Array.from({ length: 16 }, () => ALPHABET[Math.floor(random() * 32)]).join("");
  return letters(BigInt(ms), TIME_LETTERS) + tail;
}

/** A reference from such a stream. */
export function referenceFrom(kind: "KD" | "KR" | "KO", ms: number, random: () => number): string {
  const tail = Array.from({ length: 6 }, () => ALPHABET[Math.floor(random() * 32)]).join("");
  return `${newReference(kind, ms).slice(0, 8)}${tail.toUpperCase()}`;
}
