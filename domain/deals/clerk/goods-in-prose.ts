import { CARGO_LINES_MAX } from "../deal-schema";
import { hsCodesIn, unNumbersIn, type WrittenCode } from "./codes";
import { type Measure, sidesIn, volumesIn, weightsIn } from "./measures";
import { type PackageCount, packagesIn } from "./packages";
import type { ReadReason, Source, Span } from "./reading";
import { after, before, holds } from "./spans";
import { multiplyDecimal } from "./read-number";
import { type Described, goodsBeforeCode, goodsBeside, goodsBetweenPlaces, labelledGoods } from "./goods-description";
import type { GoodsLine } from "./goods-in-tables";

type LineField = GoodsLine[number];

// The net content of one package, which says nothing exact of the gross weight.
const NET_BEFORE = /(?:(?<!\p{L})по|[xх×*]|нетто|净重|\bnet(?: weight)?|n\.w\.?|tinh|таза салмагы)[\s:：]*$/u;
const NET_AFTER = /^\s*(?:-?(?:нан|нен|дан|ден|тан|тен)|нетто|net|\/)/u;
const EACH_BEFORE =
  /(?:单件(?:毛重)?|每[件箱个](?:毛重)?|each|weight per (?:package|carton|pallet)|вес (?:одного )?места|moi (?:kien|thung)(?: nang)?)[\s:：]*$/u;
const EACH_AFTER = /^\s*(?:each|\/件|\/箱|per (?:package|carton|pallet)|каждое|каждыи)/u;

const likely = (name: string, value: string, from: Span, reason: ReadReason): LineField => ({
  name,
  value,
  from,
  reason,
  confidence: "likely",
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
  const { folded } = source;
  const gross = weights.filter(
    ({ span }) => !NET_BEFORE.test(before(folded, span[0], 24)) && !NET_AFTER.test(after(folded, span[1], 10)),
  );
  const weight = wholeOf(source, gross, count);
  if (!weight) return [];
  return [likely("grossWeightKg", weight.value, weight.span, weight.isByPackage ? "weight_by_package" : "only_weight")];
}

function codeField(codes: readonly WrittenCode[], name: string, reason: ReadReason): LineField[] {
  const [first] = codes;
  if (!first || codes.some(({ code }) => code !== first.code)) return [];
  return [{ name, value: first.code, from: first.span, reason, confidence: "sure" }];
}

/** What the words within `region` say of one line's measures and codes. */
function measuresWithin(source: Source, region: Span, count: string | undefined): LineField[] {
  const within = <T extends { readonly span: Span }>(found: readonly T[]) =>
    found.filter(({ span }) => holds(region, span));
  const volume = wholeOf(source, within(volumesIn(source)), count);
  const sides = within(sidesIn(source, null));
  const [side] = sides;
  return [
    ...weightField(source, within(weightsIn(source)), count),
    ...(volume
      ? [likely("volumeCbm", volume.value, volume.span, volume.isByPackage ? "volume_by_package" : "only_volume")]
      : []),
    ...(side && sides.length === 1 && !volume
      ? side.cm.map((cm, at) =>
          likely(["lengthCm", "widthCm", "heightCm"][at] as string, cm, side.span, "sides_of_package"),
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
  confidence: "likely",
});

const countFields = ({ count, countSpan, type, span }: PackageCount): LineField[] => [
  { name: "packages", value: count, from: countSpan, reason: "count_of_packages", confidence: "sure" },
  { name: "packageType", value: type, from: span, reason: "package_named", confidence: "likely" },
];

/** The cargo lines of running text: one for each count of packages, or one for goods that are only labelled. */
export function linesOfProse(source: Source, places: readonly Span[], facts: readonly Span[]): GoodsLine[] {
  const taken = [...places, ...facts];
  const counts = packagesIn(source).slice(0, CARGO_LINES_MAX);
  const whole: Span = [0, source.folded.length];
  const label = labelledGoods(source, taken) ?? goodsBeforeCode(source, taken);
  if (counts.length === 0) return label ? [[nameField(label), ...measuresWithin(source, whole, undefined)]] : [];
  if (counts.length === 1) {
    const [counted] = counts as [PackageCount];
    const name = label ?? goodsBetweenPlaces(source, places) ?? goodsBeside(source, counted, taken);
    return [
      [...(name ? [nameField(name)] : []), ...countFields(counted), ...measuresWithin(source, whole, counted.count)],
    ];
  }
  return counts.map((counted) => {
    const name = goodsBeside(source, counted, [...taken, ...counts.map(({ span }) => span)]);
    const sentence = source.sentences.find((one) => holds(one, counted.span));
    const isOwn = sentence !== undefined && counts.filter(({ span }) => holds(sentence, span)).length === 1;
    const measures = isOwn ? measuresWithin(source, sentence, counted.count) : [];
    return [...(name ? [nameField(name)] : []), ...countFields(counted), ...measures];
  });
}
