import type { Instant } from "../../domain/shared/instant";
import { newReference } from "../../server/platform/new-id";

type Kind = "KD" | "KR" | "KO";

// As in every reference: no I, L, O, U.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TAIL_LETTERS = 6;
// Six letters hold 30 bits; an odd factor makes a permutation of them, so numbers look drawn and never repeat.
const FACTOR = 0x2545f491;
const MASK = 0x3fffffff;

function tailOf(serial: number): string {
  let [rest, tail] = [Math.imul(serial, FACTOR) & MASK, ""];
  for (; tail.length < TAIL_LETTERS; rest >>= 5) tail = ALPHABET[rest & 31] + tail;
  return tail;
}

/** Reference numbers that need no look into the table: the n-th is different from all before it. */
export function serialReferences(): (kind: Kind, at: Instant) => string {
  const heads = new Map<string, string>();
  let serial = 0;
  return (kind, at) => {
    const date = new Date(at);
    const month = `${kind}${date.getUTCFullYear()}${date.getUTCMonth()}`;
    const head = heads.get(month) ?? newReference(kind, at).slice(0, -TAIL_LETTERS);
    heads.set(month, head);
    return head + tailOf(++serial);
  };
}
