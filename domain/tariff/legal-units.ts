import type { DutyUnit } from "./duty-rate";

/**
 * In what China's customs count goods first, by the codes that begin so, of which the longest holds: the first legal unit (第一法定单位) of the tariff, as we know
 * it. Cloth goes by its weight, since the market counts no metres; what is not named goes by weight, or is not known here.
 */
const OF_CHINA: Readonly<Record<string, DutyUnit>> = {
  ...{ "4403": "cubic_metre", "4406": "cubic_metre", "4407": "cubic_metre", "4408": "cubic_metre" },
  ...{ "4409": "cubic_metre", "4410": "cubic_metre", "4411": "cubic_metre", "4412": "cubic_metre" },
  ...{ "6907": "square_metre", "4011": "piece" },
  ...{ "61": "piece", "6115": "pair", "62": "piece", "64": "pair" },
  ...{ "84": "piece", "85": "piece", "8545": "kg", "87": "piece", "8708": "kg", "8714": "kg" },
  ...{ "94": "piece", "95": "piece" },
};

/** The first unit in which a country's customs count goods of a code; null where it is not kept here. */
export function legalUnitOf(country: string, hsCode: string): DutyUnit | null {
  if (country !== "CN") return null;
  for (let digits = hsCode.length; digits >= 2; digits--) {
    const unit = OF_CHINA[hsCode.slice(0, digits)];
    if (unit) return unit;
  }
  return null;
}

/**
 * Whether quantities are in none of the units in which a country's customs count goods of a code. Kilograms are the other unit of nearly every code, so they
 * are never odd.
 */
export function isOddlyCounted(
  country: string,
  { hsCode, quantitiesMilli }: { readonly hsCode: string; readonly quantitiesMilli: Partial<Record<DutyUnit, number>> },
): boolean {
  const unit = legalUnitOf(country, hsCode);
  const counted = Object.keys(quantitiesMilli);
  return unit !== null && counted.length > 0 && !counted.some((one) => one === unit || one === "kg");
}
