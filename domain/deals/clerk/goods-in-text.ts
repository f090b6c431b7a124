import { CARGO_LINES_MAX } from "../deal-choices";
import { hsCodesIn, unNumbersIn, type WrittenCode } from "./codes";
import { grossOf, type Measure, sidesIn, volumesIn, weightsIn } from "./measures";
import { type PackageCount, packageNamed, packagesIn } from "./packages";
import { after, before, holds, type ReadField, type ReadReason, type Source, type Span, trimSpan } from "./reading";
import { type Decimal, isZero, multiplyDecimal, NUMBER, readNumber, shiftDecimal } from "./read-number";
import {
  type Described,
  goodsBeforeCode,
  goodsBeside,
  goodsBetweenPlaces,
  goodsNamed,
  labelledGoods,
} from "./goods-description";
import { parseHsCode } from "@/domain/tariff/hs-code";
import type { Currency } from "@/domain/shared/money";
import { type Cell, type Column, type GoodsTable, isTotal } from "./goods-tables";
import { CURRENCY_BY_WORD } from "./amounts";
import { weighedGoods } from "./weighed-goods";

type LineField = GoodsLine[number];

const EACH_BEFORE =
  /(?:кажд\p{L}{2,3}|单件(?:毛重)?|每[件箱个](?:毛重)?|each|weight per (?:package|carton|pallet)|вес (?:одного )?места|moi (?:kien|thung|bao|cuon)(?: nang)?)[\s:：]*$/u;
const EACH_AFTER = /^\s*(?:each|\/件|\/箱|per (?:package|carton|pallet)|каждое|каждыи)/u;

const measured = (name: string, value: string, from: Span, reason: ReadReason): LineField => ({
  name,
  value,
  from,
  reason,
});

/** One value where all agree, as contradicting figures are left to the reader. */
function onlyOne(measures: readonly Measure[]): Measure | null {
  const [first] = measures;
  return first && measures.every(({ value }) => value === first.value) ? first : null;
}

/** The measure of the whole line: as written for the whole, else of each package times their count. */
function wholeOf(
  source: Source,
  measures: readonly Measure[],
  count: string | undefined,
): (Measure & { isByPackage: boolean }) | null {
  const { folded } = source;
  const isEach = ({ span }: Measure) =>
    EACH_BEFORE.test(before(folded, span[0], 28)) || EACH_AFTER.test(after(folded, span[1], 16));
  const whole = measures.filter((measure) => !isEach(measure));
  const only = onlyOne(whole);
  if (only) return { ...only, isByPackage: false };
  const each = onlyOne(measures.filter(isEach));
  if (whole.length > 0 || !each || count === undefined) return null;
  return { value: multiplyDecimal(each.value, Number(count)), span: each.span, isByPackage: true };
}

function weightField(source: Source, weights: readonly Measure[], count: string | undefined): LineField[] {
  const weight = wholeOf(source, grossOf(source, weights), count);
  if (!weight) return [];
  return [
    measured("grossWeightKg", weight.value, weight.span, weight.isByPackage ? "weight_by_package" : "only_weight"),
  ];
}

// What a label calls net of all; what stands behind "по" or "x" is of one package.
const ALL_NET_BEFORE = /(?:нетто|净重|\bnet(?: weight)?|\bn\.?\/?w\.?|tinh|таза салмагы)[\s:：]*$/u;
const ALL_NET_AFTER = /^\s*(?:нетто|net(?![a-z]))/u;
const OF_ONE_BEFORE = /(?:(?<!\p{L})по|[xх×*])\s*$/u;

/** The net weight of the line, where it is named and no more than the gross one; said behind a weight it may be of one package, so half the gross at least. */
function netField(source: Source, weights: readonly Measure[], gross: LineField | undefined): LineField[] {
  const { folded } = source;
  const isLabelled = ({ span }: Measure) => ALL_NET_BEFORE.test(before(folded, span[0], 24));
  const named = weights.filter((weight) => {
    const { span } = weight;
    const isNamed = isLabelled(weight) || ALL_NET_AFTER.test(after(folded, span[1], 10));
    return isNamed && !OF_ONE_BEFORE.test(before(folded, span[0], 6));
  });
  const net = wholeOf(source, named, undefined);
  if (!net) return [];
  const most = gross === undefined ? Number.POSITIVE_INFINITY : Number(gross.value);
  const least = isLabelled(net) ? 0 : gross === undefined ? Number.POSITIVE_INFINITY : most / 2;
  const isFitting = Number(net.value) <= most && Number(net.value) >= least;
  return isFitting ? [measured("netWeightKg", net.value, net.span, "only_weight")] : [];
}

function codeField(codes: readonly WrittenCode[], name: string, reason: ReadReason): LineField[] {
  const [first] = codes;
  if (!first || codes.some(({ code }) => code !== first.code)) return [];
  return [{ name, value: first.code, from: first.span, reason }];
}

/** What the words within `region` say of one line's measures and codes. */
function measuresWithin(source: Source, region: Span, count: string | undefined): LineField[] {
  const within = <T extends { readonly span: Span }>(found: readonly T[]) =>
    found.filter(({ span }) => holds(region, span));
  const volume = wholeOf(source, within(volumesIn(source)), count);
  const weights = within(weightsIn(source));
  const gross = weightField(source, weights, count);
  const sides = within(sidesIn(source, null));
  const [side] = sides;
  return [
    ...gross,
    ...netField(source, weights, gross[0]),
    ...(volume
      ? [measured("volumeCbm", volume.value, volume.span, volume.isByPackage ? "volume_by_package" : "only_volume")]
      : []),
    ...(side && sides.length === 1 && !volume
      ? side.cm.map((cm, at) =>
          measured(["lengthCm", "widthCm", "heightCm"][at] as string, cm, side.span, "sides_of_package"),
        )
      : []),
    ...codeField(within(hsCodesIn(source)), "hsCode", "code_written"),
    ...codeField(within(unNumbersIn(source)), "unNumber", "number_un"),
  ];
}

const nameField = ({ value, from, reason }: Described): LineField => ({
  name: "description",
  value,
  from,
  reason,
});

const countFields = ({ count, countSpan, type, span, isTwofold }: PackageCount): LineField[] =>
  isTwofold
    ? []
    : [
        { name: "packages", value: count, from: countSpan, reason: "count_of_packages" },
        { name: "packageType", value: type, from: span, reason: "package_named" },
      ];

/** What a weight of each package is multiplied by: nothing where two packagings are counted. */
const timesOf = (counted: PackageCount | undefined): string | undefined =>
  counted?.isTwofold ? undefined : counted?.count;

function countedLine(
  source: Source,
  counted: PackageCount,
  [counts, taken]: readonly [readonly PackageCount[], readonly Span[]],
): GoodsLine {
  const name = goodsBeside(source, counted.span, [...taken, ...counts.map(({ span }) => span)]);
  const sentence = source.sentences.find((one) => holds(one, counted.span));
  const isOwn = sentence !== undefined && counts.filter(({ span }) => holds(sentence, span)).length === 1;
  const measures = isOwn ? measuresWithin(source, sentence, timesOf(counted)) : [];
  return [...(name ? [nameField(name)] : []), ...countFields(counted), ...measures];
}

/** Whether the text names a way and one weight that is a clause by itself: `из Иу в Алматы, 8 т`. A weight among other words may be a truck's or a rate's. */
function isWeightAlone(source: Source, places: readonly Span[]): boolean {
  const [weight, ...others] = grossOf(source, weightsIn(source));
  return (
    weight !== undefined &&
    others.length === 0 &&
    places.length > 1 &&
    source.clauses.some((clause) => String(trimSpan(source.folded, clause)) === String(weight.span))
  );
}

/** The cargo lines of running text: one for each count of packages and for goods that are only weighed, or one for goods that are only labelled. */
export function linesOfProse(source: Source, places: readonly Span[], facts: readonly Span[]): GoodsLine[] {
  const taken = [...places, ...facts];
  const counts = packagesIn(source).slice(0, CARGO_LINES_MAX);
  const weighed = weighedGoods(source, counts, { places, taken });
  const [counted] = counts;
  if (counts.length + weighed.length > 1)
    return [
      ...counts.map((one) => ({ at: one.span[0], line: countedLine(source, one, [counts, taken]) })),
      ...weighed.map(({ name, region }) => ({
        at: region[0],
        line: [nameField(name), ...measuresWithin(source, region, undefined)],
      })),
    ]
      .sort((a, b) => a.at - b.at)
      .map(({ line }) => line);
  const label = labelledGoods(source, taken) ?? goodsBeforeCode(source, taken);
  const name = counted
    ? (label ?? goodsBetweenPlaces(source, places) ?? goodsBeside(source, counted.span, taken))
    : (label ?? weighed[0]?.name ?? (counts.length === 0 ? goodsNamed(source, taken) : null));
  const whole: Span = [0, source.folded.length];
  if (!counted && !name) return isWeightAlone(source, places) ? [measuresWithin(source, whole, undefined)] : [];
  return [
    [
      ...(name ? [nameField(name)] : []),
      ...(counted ? countFields(counted) : []),
      ...measuresWithin(source, whole, timesOf(counted)),
    ],
  ];
}

/** The fields of one cargo line, by their names within the line. */
export type GoodsLine = readonly (Omit<ReadField, "path"> & { readonly name: string })[];
type TableField = GoodsLine[number];

const FIRST_NUMBER = new RegExp(`(?<number>${NUMBER})`);

const numberOf = (source: Source, words: string): Decimal | null => {
  const found = FIRST_NUMBER.exec(words)?.groups?.number;
  return found === undefined ? null : readNumber(found, source.language);
};

const TONNES = /(?:^|[\s(,（])(?:t|mt|tons?|т|тонн\p{L}*|吨|tan)\)?/u;
const KILOGRAMS = /kgs?|кг|公斤|千克/u;

/** The power of ten from the column's unit to kilograms: of the cell, else of the head; null where neither has one. */
function toKilograms(head: string, cell: string): number | null {
  for (const words of [cell, head]) {
    if (KILOGRAMS.test(words)) return 0;
    if (TONNES.test(words)) return 3;
  }
  return null;
}

function currencyOf(head: string, cell: string): Currency | undefined {
  const words = `${cell} ${head}`.split(/[\s(),（）/\d.]+/u);
  return words.map((word) => CURRENCY_BY_WORD.get(word)).find((currency) => currency !== undefined);
}

const field = (name: string, value: string, from: Span): TableField => ({
  name,
  value,
  from,
  reason: "column_headed",
});

type Reader = (source: Source, cell: Cell, head: string) => TableField[];

const decimalField =
  (name: string): Reader =>
  (source, { words, span }) => {
    const value = numberOf(source, words);
    return value === null || isZero(value) ? [] : [field(name, value, trimSpan(source.text, span))];
  };

const weightReader =
  (name: "grossWeightKg" | "netWeightKg"): Reader =>
  (source, { words, span }, head) => {
    const [value, shift] = [numberOf(source, words), toKilograms(head, words)];
    if (value === null || shift === null || isZero(value)) return [];
    return [field(name, shiftDecimal(value, shift), trimSpan(source.text, span))];
  };

const READERS: Readonly<Record<Column, Reader>> = {
  netWeight: weightReader("netWeightKg"),
  description: (source, { span }) => {
    const from = trimSpan(source.text, span);
    return from[0] === from[1] ? [] : [field("description", source.text.slice(...from).slice(0, 200), from)];
  },
  hsCode: (source, { words, span }) => {
    const code = parseHsCode(words);
    return code === null ? [] : [field("hsCode", code, trimSpan(source.text, span))];
  },
  packages: (source, { words, span }) => {
    const count = numberOf(source, words);
    if (count === null || count.includes(".") || isZero(count)) return [];
    const from = trimSpan(source.text, span);
    const type = packageNamed(words.replace(FIRST_NUMBER, ""));
    return [field("packages", count, from), ...(type ? [field("packageType", type, from)] : [])];
  },
  packageType: (source, { words, span }) => {
    const type = packageNamed(words);
    return type ? [field("packageType", type, trimSpan(source.text, span))] : [];
  },
  grossWeight: weightReader("grossWeightKg"),
  volume: decimalField("volumeCbm"),
  amount: (source, cell, head) => (currencyOf(head, cell.words) ? decimalField("value")(source, cell, head) : []),
  sides: (source, { span }, head) => {
    const within: Source = { ...source, folded: source.folded.slice(...span) };
    const [sides] = sidesIn(within, /cm|см|厘米/u.test(head) ? "cm" : /mm|мм|毫米/u.test(head) ? "mm" : null);
    const from = trimSpan(source.text, span);
    return (sides?.cm ?? []).map((cm, at) => field(["lengthCm", "widthCm", "heightCm"][at] as string, cm, from));
  },
  length: (source, cell, head) => (/cm|см/u.test(head) ? decimalField("lengthCm")(source, cell, head) : []),
  width: (source, cell, head) => (/cm|см/u.test(head) ? decimalField("widthCm")(source, cell, head) : []),
  height: (source, cell, head) => (/cm|см/u.test(head) ? decimalField("heightCm")(source, cell, head) : []),
};

const wordsOf = (row: readonly Cell[]): string[] => row.map((cell) => cell.words);

/** The cargo lines of a packing list: a row each, without the one that sums them up. */
export function linesOfTable(source: Source, table: GoodsTable): GoodsLine[] {
  return table.rows
    .filter((row) => !isTotal(wordsOf(row)))
    .map((row) =>
      row.flatMap((cell, at) => {
        const column = table.columns[at];
        return column ? READERS[column](source, cell, table.heads[at] ?? "") : [];
      }),
    )
    .filter((line) => line.some(({ name }) => name === "description"));
}

/** The value of all goods and its currency: of the row that sums up, or of the only row; the currency alone where neither is there. */
export function valueOfTable(source: Source, table: GoodsTable): ReadField[] {
  const column = table.columns.indexOf("amount");
  const rows = table.rows.filter((row) => isTotal(wordsOf(row)));
  const cell = (rows[0] ?? (table.rows.length === 1 ? table.rows[0] : undefined))?.[column];
  const head = table.heads[column] ?? "";
  const currency = column < 0 ? undefined : currencyOf(head, cell?.words ?? "");
  if (!currency) return [];
  const from = trimSpan(source.text, cell?.span ?? table.span);
  const code: ReadField = { path: "goodsCurrency", value: currency, from, reason: "column_headed" };
  const value = cell ? numberOf(source, cell.words) : null;
  return value === null || isZero(value)
    ? [code]
    : [
        {
          path: "goodsValue",
          value,
          from,
          reason: rows.length > 0 ? "total_row" : "column_headed",
        },
        code,
      ];
}
