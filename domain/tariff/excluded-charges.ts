import type { IncotermRule } from "./incoterm";
import { type Agreement, agreementsFor } from "./preferences";
import type { DutyCountry } from "./duty-rate";

/** What an estimate did not reckon in although it may change the sum, in the order in which it is told. */
export const LEFT_OUT = [
  "freight_missing",
  "insurance_unknown",
  "post_not_split",
  "excise_unknown",
  "recycling_fee_unknown",
  "anti_dumping_unknown",
  "preference_unproved",
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/**
 * What a price holds beside the goods: freight to the border of the import, its insurance, the way on from the border, and the import's duty and tax.
 * Under the C and D rules the seller pays the carriage to the named place; under CFR and CPT it owes no insurance, under CIF and CIP it insures, and
 * under the D rules the goods are at its risk until they are there (Incoterms 2020, articles A2, A5, A9).
 */
type Held = { readonly freight?: true; readonly insurance?: true; readonly onward?: true; readonly duties?: true };

export const PRICE_HOLDS: Readonly<Record<IncotermRule, Held>> = {
  ...{ EXW: {}, FCA: {}, FAS: {}, FOB: {} },
  ...{ CFR: { freight: true }, CIF: { freight: true, insurance: true } },
  ...{ CPT: { freight: true, onward: true }, CIP: { freight: true, insurance: true, onward: true } },
  DAP: { freight: true, insurance: true, onward: true },
  DPU: { freight: true, insurance: true, onward: true },
  DDP: { freight: true, insurance: true, onward: true, duties: true },
};

/** Whether the price under a rule holds the carriage of the main leg. */
export const isCarriageInPrice = (rule: IncotermRule): boolean => PRICE_HOLDS[rule].freight === true;

/**
 * What a customs value lacks under the Incoterm of its price (Incoterms 2020): the way to the border where the price does not hold it and nobody
 * has said what it costs; its insurance, likewise; and the carriage after the border, unloading and import taxes that the price may hold and
 * that nobody has set apart. A cost of 0 is an answer.
 */
export function leftOutOfValue(
  rule: IncotermRule,
  costs: { readonly hasFreight: boolean; readonly hasInsurance: boolean; readonly isSplit: boolean },
): LeftOut[] {
  const holds = PRICE_HOLDS[rule];
  return [
    ...(!holds.freight && !costs.hasFreight ? (["freight_missing"] as const) : []),
    ...(!holds.insurance && !costs.hasInsurance ? (["insurance_unknown"] as const) : []),
    ...(holds.onward && !costs.isSplit ? (["post_not_split"] as const) : []),
  ];
}

/** How a cost came into a customs value: the price holds it, it was added, or it is not known and missing. */
export type CostInValue = "held" | "added" | "missing";

/** What became of each cost in a customs value, by the rule of its price and what was left out; `onward` is what lies beyond the border. */
export function partsOfValue(
  rule: IncotermRule,
  leftOut: readonly LeftOut[],
): {
  readonly freight: CostInValue;
  readonly insurance: CostInValue;
  readonly onward: "none" | "taken_out" | "left_in";
} {
  const holds = PRICE_HOLDS[rule];
  const cost = (isHeld: true | undefined, missing: LeftOut): CostInValue =>
    isHeld ? "held" : leftOut.includes(missing) ? "missing" : "added";
  const onward = leftOut.includes("post_not_split") ? "left_in" : "taken_out";
  return {
    freight: cost(holds.freight, "freight_missing"),
    insurance: cost(holds.insurance, "insurance_unknown"),
    onward: holds.onward ? onward : "none",
  };
}

const startsWithOneOf = (hsCode: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => hsCode.startsWith(prefix));

/** Goods that states put an excise on: drinks, tobacco, fuels, cars and motorcycles; in Vietnam air conditioners too. */
const EXCISABLE: readonly string[] = ["22", "24", "27", "8703", "8711"];
const EXCISABLE_IN: Readonly<Partial<Record<DutyCountry, readonly string[]>>> = { VN: ["8415", "200922"] };

/**
 * Whether the excise on goods is not known although a rate was found: on goods that states mostly tax, a rate of all goods says nothing, and only
 * one of at least that heading or chapter counts.
 */
export function isExciseUnknown(country: DutyCountry, hsCode: string, ratePrefix: string): boolean {
  const prefixes = [...EXCISABLE, ...(EXCISABLE_IN[country] ?? [])];
  return prefixes.some((prefix) => hsCode.startsWith(prefix) && !ratePrefix.startsWith(prefix));
}

const EAEU: readonly DutyCountry[] = ["RU", "KZ", "KG"];

/** Vehicles and self-propelled machines on which Russia and Kazakhstan take a recycling fee, by kind, engine, age and use. */
const RECYCLED: readonly string[] = [
  ...["8701", "8702", "8703", "8704", "8705", "8709", "8711", "8716"],
  ...["8427", "8428", "8429", "8430", "8432", "8433"],
];

/**
 * Goods of Chinese origin with an anti-dumping duty known: in the Eurasian Economic Union aluminium foil, titanium dioxide, graphite electrodes,
 * seamless pipes and truck tyres; in Vietnam hot- and cold-rolled coil. Which rate holds depends on the maker.
 */
const ANTI_DUMPING: readonly { readonly into: readonly DutyCountry[]; readonly prefixes: readonly string[] }[] = [
  { into: EAEU, prefixes: ["7607", "3206", "8545", "7304", "401120"] },
  { into: ["VN"], prefixes: ["7208", "7209", "7211", "7225", "7226"] },
];

type Dutied = { readonly country: DutyCountry; readonly isDutyNothing: boolean };

/** The agreements under which a paper may lower the duty on a line: none where the origin is not known, or the duty is nothing as it is. */
export const loweredUnder = (
  { originCountry }: { readonly originCountry: string | null },
  { country, isDutyNothing }: Dutied,
): readonly Agreement[] => (isDutyNothing || originCountry === null ? [] : agreementsFor(country, originCountry));

/**
 * What the charges on one line lack, beside its excise: the recycling fee, an anti-dumping duty, and a preference that may lower a duty which is
 * more than nothing (or not known), as long as no paper proves the origin.
 */
export function leftOutOfLine(
  line: { readonly hsCode: string; readonly originCountry: string | null },
  dutied: Dutied,
): LeftOut[] {
  const { hsCode, originCountry } = line;
  const { country } = dutied;
  const isRecycled = (country === "RU" || country === "KZ") && startsWithOneOf(hsCode, RECYCLED);
  const isDumped =
    originCountry === "CN" &&
    ANTI_DUMPING.some(({ into, prefixes }) => into.includes(country) && startsWithOneOf(hsCode, prefixes));
  return [
    ...(isRecycled ? (["recycling_fee_unknown"] as const) : []),
    ...(isDumped ? (["anti_dumping_unknown"] as const) : []),
    ...(loweredUnder(line, dutied).length > 0 ? (["preference_unproved"] as const) : []),
  ];
}

/** What leaves a sum open. Without its paper a preference is none: the sum at the common rate is then whole, and only lower with the paper. */
export const leavesOpen = (code: LeftOut): code is Exclude<LeftOut, "preference_unproved"> =>
  code !== "preference_unproved";

const LOWERING: readonly LeftOut[] = ["post_not_split", "preference_unproved"];

/** Whether what was left out may make the sum lower too, so that it is no "at least". */
export const mayLower = (leftOut: readonly LeftOut[]): boolean => leftOut.some((code) => LOWERING.includes(code));
