/** Pieces in a package as goods are packed for the market's routes, and checks that an inspector makes on each piece. Estimates. */
type InspectedUnit = { readonly pieces: number; readonly checks: number };

const unit = (pieces: number, checks: number): InspectedUnit => ({ pieces, checks });

/** What is packed by the package, and has nothing of its own: three checks a unit, as the rule has it where nothing else is said. */
const PLAIN = unit(1, 3);

/** By the first digits of the code, of which the longest holds. */
const UNITS: Readonly<Record<string, InspectedUnit>> = {
  // Cartons of fish and bags of seed are opened and looked at once; fruit is the quickest.
  ...{
    "03": unit(1, 2),
    "04": unit(1, 2),
    "07": unit(1, 1),
    "08": unit(1, 1),
    "09": unit(1, 1),
    "11": unit(1, 1),
    "12": unit(1, 1),
  },
  ...{ "38": unit(1, 1), "39": unit(12, 3), "4001": unit(34, 1), "4011": unit(1, 2), "42": unit(10, 3) },
  // Boards and sheets of a bundle, by what one weighs.
  ...{ "4407": unit(60, 2), "4408": unit(280, 1), "4409": unit(80, 2), "4411": unit(23, 2), "4412": unit(42, 2) },
  ...{ "47": unit(1, 1), "51": unit(1, 2), "52": unit(1, 2) },
  // A roll is unwound under the lamp.
  ...{
    "54": unit(1, 8),
    "60": unit(1, 8),
    "61": unit(24, 3),
    "6115": unit(200, 2),
    "62": unit(12, 3),
    "64": unit(12, 3),
  },
  ...{ "6902": unit(110, 2), "6907": unit(140, 2), "72": unit(1, 4), "7214": unit(200, 1), "73": unit(1, 2) },
  ...{ "7318": unit(500, 1), "82": unit(12, 3) },
  // Machines and vehicles are run; small electrics are switched on.
  ...{ "84": unit(1, 12), "8467": unit(6, 6), "8471": unit(5, 8), "85": unit(20, 6), "8516": unit(10, 6) },
  ...{ "8507": unit(160, 4), "8517": unit(30, 6), "8524": unit(2_000, 3), "8534": unit(100, 3), "8539": unit(50, 3) },
  // Earphones in their boxes, of which a carton of 12 kg holds sixty.
  ...{ "851762": unit(60, 4), "8541": unit(31, 4), "8545": unit(2, 6) },
  ...{ "87": unit(1, 12), "8708": unit(10, 3), "8714": unit(20, 2) },
  ...{ "94": unit(1, 8), "95": unit(12, 3), "96": unit(24, 2), "9607": unit(2_000, 1) },
};

/** How goods of a code are packed and looked at. */
export function inspectedUnit(hsCode: string): InspectedUnit {
  for (let digits = hsCode.length; digits >= 2; digits--) {
    const found = UNITS[hsCode.slice(0, digits)];
    if (found) return found;
  }
  return PLAIN;
}

/** Goods in bulk, loose in a wagon or a tank: there is no unit to draw, so a sample goes to a laboratory. */
const BULK_PACKAGES = new Set(["VL", "VO", "VR"]);
export const isBulk = (packageType: unknown): boolean => BULK_PACKAGES.has(String(packageType));
