import { assert } from "../shared/result";
import type { Digest } from "../requests/merkle-tree";

/** A seed as it is published: 32 bytes in hexadecimal. */
const SEED = /^[0-9a-f]{64}$/;

/** Cartons of one lot that are numbered from 1; more are several lots. */
export const CARTONS_MAX = 1_000_000;

const WORD_BYTES = 4;
const WORDS = 2 ** 32;

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** What is published of a seed at booking: SHA-256 of its 32 bytes, in hexadecimal. */
export function commitmentOf(seed: string, digest: Digest): string {
  assert(SEED.test(seed), "a seed is 32 bytes in hexadecimal");
  return hexOf(digest(bytesOf(seed)));
}

/** Words of 32 bits without an end: SHA-256 of the seed's bytes and a counter of four bytes from 0 on, both big-endian, cut into eight words each. */
function* wordsOf(seed: string, digest: Digest): Generator<number> {
  const block = new Uint8Array(SEED_BYTES + WORD_BYTES);
  block.set(bytesOf(seed));
  const counter = new DataView(block.buffer, SEED_BYTES);
  for (let count = 0; ; count++) {
    counter.setUint32(0, count);
    const hash = digest(block);
    const view = new DataView(hash.buffer, hash.byteOffset, hash.byteLength);
    for (let at = 0; at < hash.byteLength; at += WORD_BYTES) yield view.getUint32(at);
  }
}

const SEED_BYTES = 32;

/** One of 0 … `below` − 1, each as likely: a word of the incomplete last run is thrown away rather than folded onto the first ones. */
function oneOf(below: number, words: Generator<number>): number {
  const fair = WORDS - (WORDS % below);
  for (;;) {
    const word = words.next().value as number;
    if (word < fair) return word % below;
  }
}

/**
 * The numbers of the cartons that are opened, in ascending order: `count` of 1 … `cartons`, each set as likely, none twice. The same seed
 * and the same two figures give the same cartons to everybody.
 *
 * A shuffle by Fisher and Yates that stops after `count` places: for the place k = 0, 1, … it takes one of the places k … cartons − 1 by the
 * next fair word and exchanges the two.
 */
export function drawCartons(
  { seed, cartons, count }: { readonly seed: string; readonly cartons: number; readonly count: number },
  digest: Digest,
): number[] {
  assert(SEED.test(seed), "a seed is 32 bytes in hexadecimal");
  assert(Number.isSafeInteger(cartons) && cartons >= 1 && cartons <= CARTONS_MAX, "there are cartons to draw from");
  assert(Number.isSafeInteger(count) && count >= 0 && count <= cartons, "no more are drawn than there are");
  const words = wordsOf(seed, digest);
  // Only places that were touched are kept, so that a lot of a million costs no more than the few that are drawn.
  const moved = new Map<number, number>();
  const at = (place: number): number => moved.get(place) ?? place;
  const drawn: number[] = [];
  for (let place = 0; place < count; place++) {
    const other = place + oneOf(cartons - place, words);
    drawn.push(at(other) + 1);
    moved.set(other, at(place));
  }
  return drawn.sort((one, two) => one - two);
}

/**
 * What draws the cartons anew on anybody's machine that has Python 3, in its own words: nothing of this market is needed. Its first line
 * out is the hash that was published at booking.
 */
export const recomputeScript = (of: { readonly seed: string; readonly cartons: number; readonly count: number }) =>
  `import hashlib
seed, cartons, count = bytes.fromhex("${of.seed}"), ${of.cartons}, ${of.count}
print(hashlib.sha256(seed).hexdigest())
def words():
    n = 0
    while True:
        block = hashlib.sha256(seed + n.to_bytes(4, "big")).digest()
        for i in range(0, 32, 4):
            yield int.from_bytes(block[i:i + 4], "big")
        n += 1
stream, places = words(), list(range(1, cartons + 1))
for k in range(count):
    below = cartons - k
    word = next(w for w in stream if w < 2**32 - 2**32 % below)
    j = k + word % below
    places[k], places[j] = places[j], places[k]
print(sorted(places[:count]))
`;
