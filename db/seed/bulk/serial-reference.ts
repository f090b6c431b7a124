import type { Instant } from "../../../domain/shared/instant";
import { referenceFrom } from "../../../server/platform/new-id";

const LETTERS = 32;
// Six letters hold 30 bits; an odd factor makes a permutation of them, so numbers look drawn and never repeat.
const FACTOR = 0x2545f491;
const MASK = 0x3fffffff;

/** Reference numbers that need no look into the table: the n-th is different from all before it. */
export function serialReferences(): (kind: "KD" | "KR" | "KO", at: Instant) => string {
  let serial = 0;
  return (kind, at) => {
    let rest = Math.imul(++serial, FACTOR) & MASK;
    return referenceFrom(kind, at, () => {
      const digit = rest % LETTERS;
      rest = Math.floor(rest / LETTERS);
      return digit / LETTERS;
    });
  };
}
