import { type GoodsBan, goodsBan, isEmbargoed } from "../../tariff/trade-bans";
import { volumeOfLine } from "../deal";
import type { DangerousGoods } from "../../services/dangerous-goods";
import { mayHavePackingGroup } from "../../services/hazard-classes";
import { batteryNumbersOf, unEntriesOf } from "../../services/un-numbers";
import type { ReadDeal, ReadLine } from "../deal-schema";
import { type HsCode, subheadingOf } from "../../tariff/hs-code";
import { directionOf } from "../../hubs/corridor";
import { inlandModeFits, type Place } from "../../hubs/place";
import { contactIn } from "../../shared/contact-in-text";
import { addDays, type LocalDate } from "../../shared/time";
import { incotermFitsMode, namesTownWithoutPort } from "../../tariff/incoterm";

type DealIssueCode =
  | "not_across_china_border"
  | "direction_mismatch"
  | "incoterm_not_for_mode"
  | "incoterm_place_not_port"
  | "inland_mode_not_for_mode"
  | "ready_date_past"
  | "ready_date_too_far"
  | "value_in_another_currency"
  | "cargo_value_above_goods"
  | "package_too_heavy"
  | "density_implausible"
  | "contact_in_text"
  | "net_above_gross"
  | "packing_group_not_of_class"
  | "packing_group_not_of_number"
  | "dg_class_mismatch"
  | "dg_answer_missing"
  | "hs_not_in_hs2022"
  | "embargoed_country"
  | GoodsBan;

/** A rule that a deal breaks; `details.field` is the path of the member, as in `cargo[2].value`. */
export type DealIssue = {
  readonly code: DealIssueCode;
  readonly details: { readonly field: string; readonly [value: string]: string | number };
};

const dealIssue = (
  code: DealIssueCode,
  field: string,
  values: Readonly<Record<string, string | number>> = {},
): DealIssue => ({ code, details: { field, ...values } });

// Heavy lifts on public roads end near 150 t; bulk is not counted by the package.
const PACKAGE_GRAMS_MAX = 150_000_000;
const BULK: readonly string[] = ["VR", "VO", "VL"];
// Osmium, the densest element, is 22.59 g/cm³; foam and empty vessels go down to about 5 kg a cubic metre.
const DENSITY_MAX_G_PER_CM3 = 22.6;
const DENSITY_MIN_G_PER_CM3 = 0.002;

function checkMeasures(line: ReadLine, field: string): DealIssue[] {
  const issues: DealIssue[] = [];
  const { grossWeightGrams, packages, packageType, volumeCm3, dimensionsMm } = line;
  if (grossWeightGrams === undefined) return issues;
  const isCounted = packageType !== undefined && !BULK.includes(packageType);
  if (isCounted && packages !== undefined && grossWeightGrams / packages > PACKAGE_GRAMS_MAX)
    issues.push(dealIssue("package_too_heavy", `${field}.grossWeightGrams`, { tonnes: PACKAGE_GRAMS_MAX / 1_000_000 }));
  const volume = volumeOfLine({ volumeCm3, dimensionsMm, packages: packages ?? 0 });
  const density = grossWeightGrams / volume;
  if (volume > 0 && (density > DENSITY_MAX_G_PER_CM3 || density < DENSITY_MIN_G_PER_CM3))
    issues.push(
      dealIssue("density_implausible", `${field}.${dimensionsMm ? "dimensionsMm" : "volumeCm3"}`, {
        kgPerCbm: Math.round(density * 100_000) / 100,
      }),
    );
  if (line.netWeightGrams !== undefined && line.netWeightGrams > grossWeightGrams)
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

function checkDangerousGoods(line: ReadLine, field: string): DealIssue[] {
  const of = `${field}.dangerousGoods`;
  const { dangerousGoods } = line;
  if (line.unread?.has("dangerousGoods")) return [];
  const { hsCode = "", description = "" } = line;
  const numbers = batteryNumbersOf({ hsCode, description });
  if (numbers && !(dangerousGoods && numbers.includes(dangerousGoods.unNumber)))
    return [dealIssue("dg_answer_missing", `${of}.unNumber`, { numbers: numbers.join(", ") })];
  if (!dangerousGoods) return [];
  const { packingGroup, hazardClass } = dangerousGoods;
  return packingGroup && !mayHavePackingGroup(hazardClass)
    ? [dealIssue("packing_group_not_of_class", `${of}.packingGroup`, { hazardClass })]
    : checkUnNumber(dangerousGoods, of);
}

/** What a line is checked against: the subheadings of HS 2022, and the country that the goods go to, where it is known. */
type LineReferenceData = {
  /** Of the Harmonized System, six digits each. */
  readonly subheadings: ReadonlySet<string>;
  readonly destination?: { readonly country: string } | undefined;
};

function checkGoods({ hsCode, originCountry }: ReadLine, field: string, referenceData: LineReferenceData): DealIssue[] {
  const issues: DealIssue[] = [];
  if (originCountry !== undefined && isEmbargoed(originCountry))
    issues.push(dealIssue("embargoed_country", `${field}.originCountry`));
  if (hsCode === undefined) return issues;
  const subheading = subheadingOf(hsCode as HsCode);
  const ban = goodsBan(hsCode, referenceData.destination?.country);
  if (!referenceData.subheadings.has(subheading))
    issues.push(dealIssue("hs_not_in_hs2022", `${field}.hsCode`, { subheading }));
  else if (ban) issues.push(dealIssue(ban, `${field}.hsCode`, { subheading }));
  return issues;
}

/**
 * The rules of one line, whose path is `field`: the first six digits of its HS code are a subheading of HS 2022, which has neither chapter 77
 * nor the national chapters 98 and 99; no goods that are banned outright, and none made in an embargoed country; no package beyond 150 t; no
 * density that no goods have; net weight not above gross; no packing group in a class that has none; class and packing group those
 * of the UN number; goods with lithium or other batteries under a number of theirs.
 */
const checkLine = (line: ReadLine, field: string, referenceData: LineReferenceData): DealIssue[] => [
  ...checkGoods(line, field, referenceData),
  ...checkMeasures(line, field),
  ...checkDangerousGoods(line, field),
];

const READY_DAYS_MAX = 730;

/** Title, place and goods with their marks are read by bidders before the award, and contacts are exchanged with it. */
function checkTexts({ title, incoterm, cargo }: ReadDeal): DealIssue[] {
  const ofLine = ({ description, marks }: ReadDeal["cargo"][number], at: number) => [
    [`cargo[${at}].description`, description],
    [`cargo[${at}].marks`, marks],
  ];
  const texts = [["title", title], ["incoterm.place", incoterm.place], ...cargo.flatMap(ofLine)];
  return texts.flatMap(([field = "", text = ""]) =>
    contactIn(text) === null ? [] : [dealIssue("contact_in_text", field)],
  );
}

function checkValues({ cargo, goodsValue }: ReadDeal): DealIssue[] {
  if (goodsValue === undefined) return [];
  const foreign = cargo.flatMap(({ value }, line) =>
    value !== undefined && value.currency !== goodsValue.currency
      ? [dealIssue("value_in_another_currency", `cargo[${line}].value`, { currency: goodsValue.currency })]
      : [],
  );
  if (foreign.length > 0) return foreign;
  const total = cargo.reduce((all, { value }) => all + (value?.minor ?? 0n), 0n);
  return total > goodsValue.minor ? [dealIssue("cargo_value_above_goods", "goodsValue")] : [];
}

type End = Pick<Place, "country" | "id" | "nameEn" | "nameZh" | "modes">;
type EndsSoFar = { readonly [end in "origin" | "destination"]?: End | undefined };

function checkEnds(deal: ReadDeal, { origin, destination }: EndsSoFar): DealIssue[] {
  const embargoed = Object.entries({ originId: origin, destinationId: destination }).flatMap(([field, place]) =>
    place && isEmbargoed(place.country) ? [dealIssue("embargoed_country", field)] : [],
  );
  if (!origin || !destination) return embargoed;
  const direction = directionOf(origin, destination);
  if (direction === null) return [...embargoed, dealIssue("not_across_china_border", "destinationId")];
  return deal.direction === undefined || direction === deal.direction
    ? embargoed
    : [...embargoed, dealIssue("direction_mismatch", "direction", { direction })];
}

/** A rule of the sea is for the sea alone, and its named place is a port. */
function checkIncoterm({ mode, incoterm }: ReadDeal, { origin, destination }: EndsSoFar): DealIssue[] {
  const { rule, place = "" } = incoterm;
  if (!rule) return [];
  if (mode && !incotermFitsMode(rule, mode))
    return [dealIssue("incoterm_not_for_mode", "incoterm.rule", { incoterm: rule })];
  const ends = [origin, destination].filter((end) => end !== undefined);
  return namesTownWithoutPort(rule, place, ends)
    ? [dealIssue("incoterm_place_not_port", "incoterm.place", { incoterm: rule })]
    : [];
}

/**
 * The rules of a deal between its members and against the world: neither end lies in an embargoed country; they lie on two
 * sides of China's border and say its direction; Incoterm and inland mode go with the mode, and a rule of the sea names a port; the goods are ready from `today` on, within two years; the values of the
 * lines are in the currency of the goods and not above their value; each line keeps the rules of `checkLine`; no way to reach anybody
 * in title, place or goods. A rule whose members could not all be read is not held against the deal.
 */
export function checkDeal(
  deal: ReadDeal,
  referenceData: LineReferenceData &
    EndsSoFar & {
      /** Where the goods are; left out where that is not known. */
      readonly today?: LocalDate | undefined;
    },
): DealIssue[] {
  const issues = [...checkEnds(deal, referenceData), ...checkIncoterm(deal, referenceData)];
  const { today } = referenceData;
  const { mode, inlandMode, readyDate } = deal;
  if (mode && inlandMode && !inlandModeFits(inlandMode, mode))
    issues.push(dealIssue("inland_mode_not_for_mode", "inlandMode", { mode }));
  if (readyDate && today && readyDate < today) issues.push(dealIssue("ready_date_past", "readyDate"));
  else if (readyDate && today && readyDate > addDays(today, READY_DAYS_MAX))
    issues.push(dealIssue("ready_date_too_far", "readyDate", { days: READY_DAYS_MAX }));
  return [
    ...issues,
    ...checkTexts(deal),
    ...checkValues(deal),
    ...deal.cargo.flatMap((line, at) => checkLine(line, `cargo[${at}]`, referenceData)),
  ];
}
