/** Pieces in a package as goods are packed for the market's routes, and checks that an inspector makes on each piece. Estimates. */
type InspectedUnit = { readonly pieces: number; readonly checks: number };

const unit = (pieces: number, checks: number): InspectedUnit => ({ pieces, checks });

/** What is packed by the package, and has nothing of its own: three checks a unit, as the rule has it where nothing else is said. */
const PLAIN = unit(1, 3);

/** By the first digits of the code, of which the longest holds. */
const UNITS: Readonly<Record<string, InspectedUnit>> = {
  // Cartons of fish and bags of seed are opened and looked at once; fruit is the quickest.
  ...{ "03": unit(1, 2), "04": unit(1, 2), "07": unit(1, 1), "08": unit(1, 1), "09": unit(1, 1), "11": unit(1, 1) },
  ...{ "38": unit(1, 1), "39": unit(12, 3), "40": unit(1, 2), "42": unit(10, 3), "44": unit(1, 2) },
  ...{ "47": unit(1, 1), "51": unit(1, 2), "52": unit(1, 2) },
  // A roll is unwound under the lamp.
  ...{ "54": unit(1, 8), "60": unit(1, 8), "61": unit(24, 3), "62": unit(12, 3), "64": unit(12, 3) },
  ...{ "69": unit(1, 2), "72": unit(1, 4), "73": unit(1, 2), "7318": unit(1, 1), "82": unit(12, 3) },
  // Machines and vehicles are run; small electrics are switched on.
  ...{ "84": unit(1, 12), "8467": unit(1, 6), "8471": unit(1, 8), "85": unit(20, 6), "8539": unit(20, 3) },
  // Earphones in their boxes, of which a carton of 12 kg holds sixty.
  ...{ "851762": unit(60, 4), "8541": unit(20, 4), "8545": unit(20, 2) },
  ...{
    "87": unit(1, 12),
    "8708": unit(1, 3),
    "8714": unit(1, 3),
    "94": unit(1, 8),
    "95": unit(12, 3),
    "96": unit(24, 2),
  },
};

/** How goods of a code are packed and looked at. */
export function inspectedUnit(hsCode: string): InspectedUnit {
  for (let digits = hsCode.length; digits >= 2; digits--) {
    const found = UNITS[hsCode.slice(0, digits)];
    if (found) return found;
  }
  return PLAIN;
}
