import { CARGO_LINES_MAX } from "../deal-choices";
import { type Described, described, isGoods, namesBeside } from "./goods-description";
import { knowsGoods } from "./known-names";
import { grossOf, type Measure, volumesIn, weightsIn } from "./measures";
import type { PackageCount } from "./packages";
import { holds, type Source, type Span, spanAt } from "./reading";

type Around = { readonly taken: readonly Span[]; readonly since: number; readonly hasWay: boolean };

const TOKEN_LETTERS_MAX = 16;

/** Whether a name follows a weight as a short word of its own: `10吨 瓷器 12月5号装`. */
function isToken({ folded }: Source, weight: Span, name: Span): boolean {
  const words = folded.slice(...name);
  const isParted = name[0] === weight[1] + 1 && folded[weight[1]] === " ";
  return (
    isParted && words.length <= TOKEN_LETTERS_MAX && !words.includes(" ") && /^(?:\s|$)/u.test(folded.slice(name[1]))
  );
}

/**
 * The goods beside a weight: `瓷砖 20吨`, `20 t of ceramic tiles`. What no heading knows is taken from the clause of the weight only, of a text
 * that names a way: without one it may be a question.
 */
function goodsBesideWeight(source: Source, weight: Span, { hasWay, ...around }: Around): Described | null {
  const { own, back, ahead } = namesBeside(source, weight, around);
  const isKnown = (name: Span) => isGoods(source, name) || knowsGoods(source.text.slice(...name), source);
  const isBefore = (name: Span) => hasWay && name[0] < weight[0];
  const isTokenAfter = (name: Span) => hasWay && isToken(source, weight, name);
  const name = [...own, ...back, ...ahead].find(isKnown) ?? own.find(isBefore) ?? own.find(isTokenAfter);
  return name ? described(source, name, "goods_beside_weight") : null;
}

/** Goods with a weight and no count of packages, and the stretch of text up to the next goods or weight. */
type Weighed = { readonly name: Described; readonly region: Span };

/** Goods that only a weight stands beside, each once; beside counted goods they are named in a sentence of their own. */
export function weighedGoods(
  source: Source,
  counts: readonly PackageCount[],
  { places, taken }: { readonly places: readonly Span[]; readonly taken: readonly Span[] },
): Weighed[] {
  const sentenceOf = ({ span }: Measure): Span => spanAt(source.sentences, span[0]) ?? span;
  const written = weightsIn(source);
  const weights = (written.length > 0 ? grossOf(source, written) : volumesIn(source))
    .filter((weight) => {
      const sentence = sentenceOf(weight);
      return !counts.some(({ span }) => holds(sentence, span));
    })
    .slice(0, CARGO_LINES_MAX);
  const named: { readonly name: Described; readonly weight: Measure; readonly start: number }[] = [];
  for (const [at, weight] of weights.entries()) {
    const others = weights.filter((one) => one !== weight).map(({ span }) => span);
    const name = goodsBesideWeight(source, weight.span, {
      taken: [...taken, ...others, ...named.map((one) => one.name.from)],
      since: weights[at - 1]?.span[1] ?? 0,
      hasWay: places.length > 1,
    });
    if (name && (counts.length === 0 || holds(sentenceOf(weight), name.from)))
      named.push({ name, weight, start: Math.min(name.from[0], weight.span[0]) });
  }
  return named.map(({ name, weight, start }, at) => {
    const later = weights.flatMap(({ span }) => (span[0] > weight.span[0] ? [span[0]] : []));
    const end = Math.min(named[at + 1]?.start ?? source.folded.length, sentenceOf(weight)[1], ...later);
    return { name, region: [start, end] };
  });
}
