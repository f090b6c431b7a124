import { after, before, findAll, type Source, type Span } from "./reading";
import { type Decimal, NUMBER, readNumber, shiftDecimal } from "./read-number";

const HALF = "5";

export type Measure = { readonly value: Decimal; readonly span: Span };

// Folded: тонна and tấn lose nothing, m³ becomes m3. Longer spellings come first.
const TONNES = "(?:metric )?(?:tonnes|tonne|tons|ton)|mts?|t|吨|тонна|тонны|тонн|тн|т|tan";
const KILOGRAMS = "kilograms|kgs?|kilos|公斤|千克|кг|килограмм(?:ов|а)?|kilogam";
const CUBIC_METRES =
  "cbm|cu\\.? ?m|m3|cubic met(?:er|re)s?|立方米?|方|м3|куб\\.? ?м|кубометр(?:ов|а)?|кубов|куба|куб|текше метр|khoi|met khoi";

const NUMBER_START = String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])(?<!\d[.,])`;
// Behind a Chinese unit the next number may follow at once: 20吨26方.
const UNIT_END = String.raw`(?![a-zа-я])(?:(?<=\p{Script=Han})|(?!\d))`;

const withUnit = (unit: string): RegExp =>
  new RegExp(String.raw`${NUMBER_START}(?<number>${NUMBER}) ?(?<unit>${unit})${UNIT_END}`, "gu");

// Behind "по" or "x" stands the content of one package, which tells goods apart.
const MEASURES_AT_END = new RegExp(
  String.raw`(?:(?<!(?:(?<!\p{L})по|[xх×*]) ?)[\s(（]*${NUMBER_START}(?:${NUMBER}) ?(?:${TONNES}|${KILOGRAMS}|${CUBIC_METRES})[)）]?)+$`,
  "u",
);

/** Folded words without the weights and volumes that end them: of `瓷砖 20吨 26方` the goods are left. */
export const withoutMeasures = (words: string): string => words.replace(MEASURES_AT_END, "").trimEnd();

const GRAMS = [
  { pattern: withUnit(TONNES), shift: 3 },
  { pattern: withUnit(KILOGRAMS), shift: 0 },
] as const;
const VOLUME = withUnit(CUBIC_METRES);
// "6 tấn 4" is spoken for 6.4 t, 5吨半 for 5.5 t.
const SPOKEN_TENTHS =
  /(?<![\d.,])(?<whole>\d+) ?(?:tan (?<tenth>\d)(?=\s*(?:[,;.\n]|$))|(?:吨半|tan ruoi(?![a-z])|т с половинои(?!\p{L})))/gu;

function read(source: Source, pattern: RegExp, shift: number): Measure[] {
  return findAll(source.folded, pattern).flatMap(({ span, groups }) => {
    const value = readNumber(groups.number ?? "", source.language);
    return value === null ? [] : [{ value: shiftDecimal(value, shift), span }];
  });
}

/** Every weight written with a unit, in kilograms, in the order of the text. */
export function weightsIn(source: Source): Measure[] {
  const spoken = findAll(source.folded, SPOKEN_TENTHS).map(({ span, groups }) => ({
    value: shiftDecimal(`${groups.whole}.${groups.tenth ?? HALF}` as Decimal, 3),
    span,
  }));
  const plain = GRAMS.flatMap(({ pattern, shift }) => read(source, pattern, shift)).filter(
    (weight) => !spoken.some(({ span }) => span[0] === weight.span[0]),
  );
  return [...spoken, ...plain].sort((a, b) => a.span[0] - b.span[0]);
}

// The net content of one package, which says nothing exact of the gross weight.
const NET_BEFORE = /(?:(?<!\p{L})по|[xх×*]|нетто|净重|\bnet(?: weight)?|n\.w\.?|tinh|таза салмагы)[\s:：]*$/u;
const NET_AFTER = /^\s*(?:装|bags?(?![a-z])|-?(?:нан|нен|дан|ден|тан|тен)|нетто|net|\/(?!\s?\d))/u;
// What a machine lifts is not what it weighs: 3吨叉车.
const LIFTED_AFTER = /^级?(?:\p{Script=Han}{0,4}(?:叉车|吊车|起重机|装载机|挖掘机|千斤顶|葫芦))/u;

/** The weights that may be gross: neither the net content of a package nor what a machine lifts. */
export const grossOf = ({ folded }: Source, weights: readonly Measure[]): Measure[] =>
  weights.filter(
    ({ span }) =>
      !NET_BEFORE.test(before(folded, span[0], 24)) &&
      ![NET_AFTER, LIFTED_AFTER].some((pattern) => pattern.test(after(folded, span[1], 10))),
  );

/** Every volume written with a unit, in cubic metres. */
export const volumesIn = (source: Source): Measure[] => read(source, VOLUME, 0);

const LENGTH = String.raw`\d+(?:[.,]\d+)?`;
const SIDES = new RegExp(
  String.raw`(?<![\d.,x])(?<a>${LENGTH}) ?(?<ua>cm|см|厘米|mm|мм|m|м)? ?[x×*х] ?(?<b>${LENGTH}) ?(?:cm|см|厘米|mm|мм|m|м)? ?[x×*х] ?(?<c>${LENGTH}) ?(?<unit>cm|см|厘米|公分|mm|мм|毫米|米|m|м)?(?![\p{L}\d])`,
  "gu",
);

export type Sides = { readonly cm: readonly [Decimal, Decimal, Decimal]; readonly span: Span };

// What a side is multiplied by to be in centimetres, as a power of ten.
const TO_CM: Readonly<Record<string, number>> = {
  ...{ cm: 0, см: 0, 厘米: 0, 公分: 0, mm: -1, мм: -1, 毫米: -1, m: 2, м: 2, 米: 2 },
};

/** Every "length x width x height" in centimetres; without a unit it is read in the unit of `fallback`, or not at all. */
export function sidesIn(source: Source, fallback: string | null): Sides[] {
  return findAll(source.folded, SIDES).flatMap(({ span, groups }) => {
    const unit = groups.unit ?? groups.ua ?? fallback;
    const shift = unit === null ? undefined : TO_CM[unit];
    if (shift === undefined) return [];
    const sides = [groups.a, groups.b, groups.c].map((side) => readNumber(side ?? "", source.language));
    const [length, width, height] = sides;
    if (!length || !width || !height) return [];
    return [{ cm: [shiftDecimal(length, shift), shiftDecimal(width, shift), shiftDecimal(height, shift)], span }];
  });
}
