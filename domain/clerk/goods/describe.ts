import type { PackageCount } from "../facts/packages";
import type { ReadReason, Source, Span } from "../reading";
import { clausesOf, isTouched, trimSpan } from "../text/clauses";
import { findAll } from "../text/find-all";
import { GOODS_LABEL, LEAD_IN, NO_GOODS } from "../words/goods-words";

export type Described = { readonly value: string; readonly from: Span; readonly reason: ReadReason };

const LETTERS_MAX = 60;
const WORDS_MAX = 6;
const CLAUSES_BACK = 2;

/** Cuts blanks and lead-in words off a stretch of text; null where what is left cannot be the name of goods. */
function nameIn(source: Source, span: Span, taken: readonly Span[]): Span | null {
  const { folded } = source;
  const [from, to] = trimSpan(folded, span);
  const lead = LEAD_IN.exec(folded.slice(from, to))?.[0] ?? "";
  const rest = trimSpan(folded, [from + lead.length, to]);
  const words = folded.slice(...rest).replace(/[\s:：,，\-–—•]+$/u, "");
  const name: Span = [rest[0], rest[0] + words.length];
  const isName =
    /\p{L}{2}|\p{Script=Han}/u.test(words) &&
    words.length <= LETTERS_MAX &&
    words.split(/\s+/).length <= WORDS_MAX &&
    !NO_GOODS.test(words) &&
    !/[?？!！<>{}]/u.test(words) &&
    !taken.some((one) => isTouched(one, name));
  return isName ? name : null;
}

const described = (source: Source, span: Span, reason: ReadReason): Described => ({
  value: source.text.slice(...span),
  from: span,
  reason,
});

const STOP = /[,，。;；\n(（)）、|]|\.(?=\s|$)|(?=\s+(?:hs|un)\s?\d)|(?=\s*\d)|\u3000|\s{2,}|\s[-–—]\s/u;

/** The goods after a label such as `Груз:` or `品名：`. */
export function labelledGoods(source: Source, taken: readonly Span[]): Described | null {
  for (const { span } of findAll(source.folded, GOODS_LABEL)) {
    const rest = source.text.slice(span[1]);
    const end = STOP.exec(rest.toLowerCase())?.index ?? rest.length;
    const name = nameIn(source, [span[1], span[1] + end], taken);
    if (name) return described(source, name, "goods_labelled");
  }
  return null;
}

/** The goods beside a count of packages: `cartons of LED lamps`, `文具200箱`, `обувь, 520 коробок`. */
export function goodsBeside(source: Source, counted: PackageCount, taken: readonly Span[]): Described | null {
  const { folded } = source;
  const clauses = clausesOf(folded);
  const at = clauses.findIndex(([, end]) => end > counted.span[0]);
  const own = clauses[at];
  if (!own) return null;
  const rest = folded.slice(counted.span[1], own[1]);
  const of = /^\s*(?:of\s+)?/u.exec(rest)?.[0] ?? "";
  const end = STOP.exec(rest.slice(of.length))?.index ?? rest.length - of.length;
  const start = counted.span[1] + of.length;
  const after = (): Span | null => nameIn(source, [start, start + end], taken);
  const back = clauses.slice(Math.max(0, at - CLAUSES_BACK), at).reverse();
  const before = [[own[0], counted.span[0]] as Span, ...back];
  const isOf = /of\s/u.test(of);
  const name =
    (isOf ? after() : null) ??
    nameIn(source, before[0] as Span, taken) ??
    after() ??
    before.slice(1).reduce<Span | null>((found, span) => found ?? nameIn(source, span, taken), null);
  return name ? described(source, name, "goods_beside_count") : null;
}
