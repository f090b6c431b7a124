/** Places as bits, 32 to a word. Sets of one owner may differ in length: what is not there is not set. */
export type Bits = Uint32Array;

const NONE: Bits = new Uint32Array(0);
const WORDS_FIRST = 64;

/** How many bits of a word are set. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export const copyOf = (bits: Bits): Bits => bits.slice();

export const isSet = (bits: Bits, place: number): boolean => (((bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;

/** Adds what is in `more` to `bits`, which is as long as any. */
export function orWith(bits: Bits, more: Bits): void {
  const words = Math.min(bits.length, more.length);
  for (let at = 0; at < words; at++) bits[at] = (bits[at] as number) | (more[at] as number);
}

/** Leaves of `bits` what is in `other` too. */
export function andWith(bits: Bits, other: Bits): void {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] as number) & (other[at] ?? 0);
}

export function countOf(bits: Bits): number {
  let count = 0;
  for (let at = 0; at < bits.length; at++) count += bitsIn(bits[at] as number);
  return count;
}

/** How many places are set in both of one pair at least. Pair by pair: a loop over two sets alone is what engines make fast. */
export function countAnd(pairs: readonly (readonly [Bits, Bits])[]): number {
  const words = pairs.reduce((most, [one, other]) => Math.max(most, Math.min(one.length, other.length)), 0);
  const either = new Uint32Array(words);
  for (const [one, other] of pairs) {
    const shared = Math.min(one.length, other.length);
    for (let at = 0; at < shared; at++)
      either[at] = (either[at] as number) | ((one[at] as number) & (other[at] as number));
  }
  return countOf(either);
}

/** Visits the places that are set, in their order. */
export function visitPlaces(bits: Bits, visit: (place: number) => void): void {
  for (let at = 0; at < bits.length; at++)
    for (let word = bits[at] as number; word !== 0; word &= word - 1)
      visit((at << 5) + (31 - Math.clz32(word & -word)));
}

/** Sets of bits by name, each as long as its last place asks for. A name has a number once something is to be set under it. */
export class BitSets {
  readonly #numbers = new Map<string, number>();
  readonly #sets: Bits[] = [];
  #words = WORDS_FIRST;

  /** The set of a name, not to be written to; an empty one where nothing was ever set. */
  of(name: string): Bits {
    const number = this.#numbers.get(name);
    return number === undefined ? NONE : (this.#sets[number] as Bits);
  }

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#sets.length);
    return this.#sets.push(NONE) - 1;
  }

  /** A set of nothing, as long as the longest. */
  empty(): Bits {
    return new Uint32Array(this.#words);
  }

  set(number: number, place: number): void {
    const at = place >>> 5;
    while (at >= this.#words) this.#words *= 2;
    let bits = this.#sets[number] as Bits;
    if (at >= bits.length) {
      const longer = new Uint32Array(Math.max(Math.min(bits.length * 2, this.#words), at + 1));
      longer.set(bits);
      bits = longer;
      this.#sets[number] = bits;
    }
    bits[at] = (bits[at] as number) | (1 << (place & 31));
  }

  clear(number: number, place: number): void {
    const bits = this.#sets[number] as Bits;
    const at = place >>> 5;
    if (at < bits.length) bits[at] = (bits[at] as number) & ~(1 << (place & 31));
  }
}
