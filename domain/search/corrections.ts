import { isWithin, type Lexicon } from "./lexicon";
import { type Meant, type Reading, readWords } from "./read-query";
import { endsNear, nearestOf } from "./typing-errors";

const TRIED_MAX = 8;

/** How much of a question is known by name. */
const knownIn = ({ meant }: Reading): number =>
  meant.reduce((sum, { concepts, words }) => sum + (concepts.length > 0 ? words.length : 0), 0);

const nearIn = ({ wordsByEnd }: Lexicon, word: string): string[] =>
  endsNear(word).flatMap((end) => wordsByEnd.get(end) ?? []);

export type Corrected = { readonly reading: Reading; readonly instead: ReadonlyMap<string, string> };

/**
 * The question with words that have a typing error put right, each by the nearest word of a name or of `others` (words that rows have), and of several as
 * near the one with which most of the question is a name, in the fewest names. Null where nothing is near.
 */
export function corrected(
  words: readonly string[],
  strange: readonly string[],
  { lexicon, others }: { readonly lexicon: Lexicon; readonly others: (word: string) => readonly string[] },
): Corrected | null {
  let now = [...words];
  const instead = new Map<string, string>();
  for (const word of strange) {
    const near = nearestOf(word, [...nearIn(lexicon, word), ...others(word)]).words;
    const tried = near.slice(0, TRIED_MAX).map((one) => {
      const changed = now.map((typed) => (typed === word ? one : typed));
      const reading = readWords(changed, lexicon);
      return { one, changed, known: knownIn(reading), pieces: reading.meant.length };
    });
    const best = tried.sort((a, b) => b.known - a.known || a.pieces - b.pieces)[0];
    if (!best || best.one === word) continue;
    instead.set(word, best.one);
    now = best.changed;
  }
  return instead.size === 0 ? null : { reading: readWords(now, lexicon), instead };
}

const goodsIn = ({ concepts }: Meant): string[] =>
  concepts.flatMap(({ kind, value }) => (kind === "goods" ? [value] : []));

/**
 * Two names of goods side by side that are never one: of `грузовые шыны` the second is glass in Kazakh. Where one of them differs by an error from a word
 * that makes one name of both, that is meant.
 */
export function rejoined(words: readonly string[], lexicon: Lexicon): Corrected | null {
  const { meant } = readWords(words, lexicon);
  const apart = meant.filter((piece, at) =>
    [meant[at - 1], meant[at + 1]].some((other) => {
      const [own, others] = [goodsIn(piece), other ? goodsIn(other) : []];
      return (
        own.length > 0 && others.length > 0 && !own.some((code) => others.some((another) => isWithin(code, another)))
      );
    }),
  );
  for (const word of apart.flatMap((piece) => piece.words))
    for (const near of nearestOther(word, lexicon)) {
      const reading = readWords(
        words.map((one) => (one === word ? near : one)),
        lexicon,
      );
      const isAllRead = reading.meant.flatMap((piece) => piece.words).length === words.length;
      if (isAllRead && reading.meant.length < meant.length) return { reading, instead: new Map([[word, near]]) };
    }
  return null;
}

const nearestOther = (word: string, lexicon: Lexicon): string[] =>
  nearestOf(
    word,
    nearIn(lexicon, word).filter((one) => one !== word),
  ).words.slice(0, TRIED_MAX);
