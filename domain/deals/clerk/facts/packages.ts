import type { Source, Span } from "../reading";
import { findAll, oneOf } from "../text/find-all";
import { NUMBER, readNumber } from "../text/read-number";
import { PACKAGE_BY_WORD, PACKAGE_WORDS } from "../words/package-words";

export type PackageCount = {
  readonly count: string;
  readonly countSpan: Span;
  readonly type: string;
  readonly span: Span;
};

// 件木箱 counts pieces and then names what they are: the second word is the package.
const COUNTED = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])(?<!\d[.,])(?<number>${NUMBER}) ?(?:件|个|只|шт\.? ?)?(?<word>${oneOf(PACKAGE_WORDS)})(?![a-zа-я\d])`,
  "gu",
);
// A container is no package, and 40尺高箱 is none of 40 boxes.
const CONTAINER = /(?:尺|高|柜)$/u;

/** Every count of packages with its kind, such as `1,150 cartons`, `22托` or `640 мест`. */
export function packagesIn(source: Source): PackageCount[] {
  return findAll(source.folded, COUNTED).flatMap(({ span, groups }) => {
    const count = readNumber(groups.number ?? "", source.language);
    const type = PACKAGE_BY_WORD.get(groups.word ?? "");
    if (count === null || count.includes(".") || count === "0" || type === undefined) return [];
    const between = source.folded.slice(span[0] + (groups.number ?? "").length, span[1] - (groups.word ?? "").length);
    if (CONTAINER.test(between)) return [];
    return [{ count, countSpan: [span[0], span[0] + (groups.number ?? "").length] as Span, type, span }];
  });
}

/** The package code of a cell such as `картонные коробки`; undefined for any other word. */
export function packageNamed(cell: string): string | undefined {
  const bare = cell.trim();
  const whole = PACKAGE_BY_WORD.get(bare);
  if (whole !== undefined) return whole;
  const word = PACKAGE_WORDS.filter((one) => bare.endsWith(one) || bare.startsWith(`${one} `)).sort(
    (a, b) => b.length - a.length,
  )[0];
  return word === undefined ? undefined : PACKAGE_BY_WORD.get(word);
}
