import { volumeOfLine } from "../cargo/cargo-line";
import { type DangerousGoods, mayHavePackingGroup } from "../../services/dangerous-goods";
import { batteryNumbersOf, unEntriesOf } from "../../services/un-numbers";
import type { CargoLineInput } from "../deal-schema";
import { goodsBan, isEmbargoed } from "../../tariff/trade-bans";
import { type HsCode, subheadingOf } from "../../tariff/hs-code";
import { type DealIssue, dealIssue } from "./deal-issue";

// Heavy lifts on public roads end near 150 t; bulk is not counted by the package.
const PACKAGE_GRAMS_MAX = 150_000_000;
const BULK: readonly string[] = ["VR", "VO", "VL"];
// Osmium, the densest element, is 22.59 g/cm³; foam and empty vessels go down to about 5 kg a cubic metre.
const DENSITY_MAX_G_PER_CM3 = 22.6;
const DENSITY_MIN_G_PER_CM3 = 0.002;

function checkMeasures(line: CargoLineInput, field: string): DealIssue[] {
  const issues: DealIssue[] = [];
  const isCounted = !BULK.includes(line.packageType);
  if (isCounted && line.grossWeightGrams / line.packages > PACKAGE_GRAMS_MAX)
    issues.push(dealIssue("package_too_heavy", `${field}.grossWeightGrams`, { tonnes: PACKAGE_GRAMS_MAX / 1_000_000 }));
  const density = line.grossWeightGrams / volumeOfLine(line);
  if (density > DENSITY_MAX_G_PER_CM3 || density < DENSITY_MIN_G_PER_CM3)
    issues.push(
      dealIssue("density_implausible", `${field}.${line.dimensionsMm ? "dimensionsMm" : "volumeCm3"}`, {
        kgPerCbm: Math.round(density * 100_000) / 100,
      }),
    );
  if (line.netWeightGrams !== undefined && line.netWeightGrams > line.grossWeightGrams)
    issues.push(dealIssue("net_above_gross", `${field}.netWeightGrams`));
  return issues;
}

/** The class and the packing group are those of the number's entry; a number that the table does not know passes. */
function checkUnNumber({ unNumber, hazardClass, packingGroup }: DangerousGoods, field: string): DealIssue[] {
  const entries = unEntriesOf(unNumber);
  if (entries.length === 0) return [];
  const entry = entries.find((one) => one.hazardClass === hazardClass);
  if (!entry) {
    const classes = entries.map((one) => one.hazardClass).join(" / ");
    return [dealIssue("dg_class_mismatch", `${field}.hazardClass`, { unNumber, classes })];
  }
  const groups = entry.packingGroups.join(" / ");
  return packingGroup === undefined || entry.packingGroups.includes(packingGroup)
    ? []
    : [
        dealIssue("packing_group_not_of_number", `${field}.packingGroup`, {
          unNumber,
          groups,
          count: entry.packingGroups.length,
        }),
      ];
}

function checkDangerousGoods(line: CargoLineInput, field: string): DealIssue[] {
  const of = `${field}.dangerousGoods`;
  const { dangerousGoods } = line;
  const numbers = batteryNumbersOf(line);
  if (numbers && !(dangerousGoods && numbers.includes(dangerousGoods.unNumber)))
    return [dealIssue("dg_answer_missing", `${of}.unNumber`, { numbers: numbers.join(", ") })];
  if (!dangerousGoods) return [];
  const { packingGroup, hazardClass } = dangerousGoods;
  return packingGroup && !mayHavePackingGroup(hazardClass)
    ? [dealIssue("packing_group_not_of_class", `${of}.packingGroup`, { hazardClass })]
    : checkUnNumber(dangerousGoods, of);
}

/** What a line is checked against: the subheadings of HS 2022, and the country that the goods go to. */
export type LineWorld = {
  /** Of the Harmonized System, six digits each. */
  readonly subheadings: ReadonlySet<string>;
  readonly destination: { readonly country: string };
};

function checkGoods({ hsCode, originCountry }: CargoLineInput, field: string, world: LineWorld): DealIssue[] {
  const issues: DealIssue[] = [];
  const subheading = subheadingOf(hsCode as HsCode);
  const ban = goodsBan(hsCode, world.destination.country);
  if (!world.subheadings.has(subheading)) issues.push(dealIssue("hs_not_in_hs2022", `${field}.hsCode`, { subheading }));
  else if (ban) issues.push(dealIssue(ban, `${field}.hsCode`, { subheading }));
  if (originCountry !== undefined && isEmbargoed(originCountry))
    issues.push(dealIssue("embargoed_country", `${field}.originCountry`));
  return issues;
}

/**
 * The rules of one line, whose path is `field`: the first six digits of its HS code are a subheading of HS 2022, which has neither chapter 77
 * nor the national chapters 98 and 99; no goods that are banned outright, and none made in an embargoed country; no package beyond 150 t; no
 * density that no goods have; net weight not above gross; no packing group in a class that has none; class and packing group those
 * of the UN number; goods with lithium or other batteries under a number of theirs.
 */
export const checkLine = (line: CargoLineInput, field: string, world: LineWorld): DealIssue[] => [
  ...checkGoods(line, field, world),
  ...checkMeasures(line, field),
  ...checkDangerousGoods(line, field),
];
