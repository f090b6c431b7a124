import type { HazardClass, PackingGroup } from "./hazard-classes";

type Entries = readonly [hazardClass: HazardClass, packingGroups: readonly PackingGroup[], unNumbers: string];

/**
 * Numbers that the trade here commonly uses, by class and the packing groups of their entries: the Dangerous Goods List of the UN Recommendations
 * on the Transport of Dangerous Goods, Model Regulations, 23rd revised edition (chapter 3.2). For checks of a form, never for acceptance by a
 * carrier. A number of several classes stands in each of them.
 */
const ENTRIES: readonly Entries[] = [
  ["1.3", [], "0335"],
  ["1.4", [], "0012 0336 0337"],
  [
    "2.1",
    [],
    "1001 1011 1012 1033 1049 1057 1060 1075 1950 1954 1965 1969 1971 1972 1978 2037 3358 3478 3479 3529 3537",
  ],
  ["2.2", [], "1002 1006 1013 1044 1046 1056 1066 1072 1073 1950 1956 1977 2037 2857 3159 3164 3538"],
  ["2.3", [], "1005 1017 1040 2037 3539"],
  ["3", ["I"], "1155"],
  ["3", ["I", "II", "III"], "1133 1139 1210 1263 1267 1268 1863 1866 1992 1993 3295"],
  ["3", ["I", "II"], "2924"],
  ["3", ["II"], "1090 1114 1145 1173 1193 1203 1206 1208 1219 1230 1247 1294 1301 1648 3475"],
  ["3", ["II", "III"], "1105 1120 1123 1170 1197 1266 1287 1300 1306 1307 1987 1999 3065 3269"],
  ["3", ["III"], "1202 1223 1272 1299 2055 3256"],
  ["3", [], "3473 3528 3540"],
  ["4.1", ["II"], "3175"],
  ["4.1", ["II", "III"], "1309 1325 3178"],
  ["4.1", ["III"], "1331 1334 1350 1944 1945"],
  ["4.1", [], "1327"],
  ["4.2", ["II"], "1374"],
  ["4.2", ["II", "III"], "1361"],
  ["4.2", ["III"], "1362 1363 1364 1365 1386"],
  ["4.3", ["I"], "1415 1428"],
  ["4.3", ["I", "II"], "1402"],
  ["4.3", ["I", "II", "III"], "1418 1436"],
  ["4.3", ["III"], "1408"],
  ["5.1", ["I"], "2015"],
  ["5.1", ["I", "II", "III"], "1479"],
  ["5.1", ["II"], "1442 1446 1463 1490 1495 1496 2014"],
  ["5.1", ["II", "III"], "2880"],
  ["5.1", ["III"], "1438 1444 1454 1474 1486 1492 1498 1500 1505 1942 2067"],
  ["6.1", ["I"], "1680 1689"],
  ["6.1", ["I", "II", "III"], "2810 2811 2902"],
  ["6.1", ["II"], "1547 2078"],
  ["6.1", ["III"], "1593 1710 1888 1897 2291"],
  ["8", ["I", "II"], "1790 2031"],
  ["8", ["I", "II", "III"], "1759 1760 1903 2430 2735 2922 3259 3260 3261 3262 3263 3264 3265 3266 3267"],
  ["8", ["II"], "1715 1779 1813 1823 1830 1832 2079 2218 2789 2796 2797"],
  ["8", ["II", "III"], "1719 1789 1791 1814 1824 2790"],
  ["8", ["III"], "1805 2209 2491 2672 2693"],
  ["8", [], "2794 2795 2800 3028"],
  ["9", ["II"], "2212 2315 2969 3151"],
  ["9", ["II", "III"], "3316"],
  ["9", ["III"], "1990 2071 2211 2590 3077 3082 3257 3258"],
  ["9", [], "1845 2807 2990 3072 3090 3091 3166 3171 3268 3334 3335 3363 3480 3481 3496 3499 3508 3530 3536 3548"],
  ["9", [], "3551 3552 3556 3557 3558"],
];

/** What the list says of one number in one class. */
export type UnEntry = { readonly hazardClass: HazardClass; readonly packingGroups: readonly PackingGroup[] };

const BY_NUMBER: ReadonlyMap<string, readonly UnEntry[]> = (() => {
  const byNumber = new Map<string, UnEntry[]>();
  for (const [hazardClass, packingGroups, unNumbers] of ENTRIES)
    for (const unNumber of unNumbers.split(" "))
      byNumber.set(unNumber, [...(byNumber.get(unNumber) ?? []), { hazardClass, packingGroups }]);
  return byNumber;
})();

/** The entries of a UN number; none where the table does not know it, which says nothing against the number. */
export const unEntriesOf = (unNumber: string): readonly UnEntry[] => BY_NUMBER.get(unNumber) ?? [];

/** Lithium cells and batteries, alone and in or with equipment, and a transport unit full of them. */
const ION = ["3480", "3481", "3536"] as const;
const METAL = ["3090", "3091", "3536"] as const;
/** Lithium-ion, lithium-metal and sodium-ion vehicles have their own numbers since 2025; 3171 is that of other batteries. */
const VEHICLE = ["3556", "3557", "3558", "3171"] as const;
const OTHER_BATTERIES = [...ION, ...METAL, "3551", "3552", "3496", "2794", "2795", "2800", "3028"] as const;

const BATTERY_GOODS: readonly (readonly [prefix: string, unNumbers: readonly string[]])[] = [
  ["850650", METAL],
  ["850760", ION],
  ["850780", OTHER_BATTERIES],
  ["870380", VEHICLE],
  ["871160", VEHICLE],
];

/** Batteries of lithium in the words of the market's languages; a grease or a salt of lithium is none. */
const LITHIUM_BATTERY =
  /锂(?:离子|电|金属|聚合物|铁)*[^，,；;。]{0,8}(?:电池|电芯)|\b(?:lithium|li-?ion|lifepo4)\b[^,;.]{0,30}\b(?:batter(?:y|ies)|cells?|packs?|accumulators?)\b|\bpin lithium\b|литий\p{L}*(?:-\p{L}+)?\s+(?:аккумулятор|батаре)|(?:аккумулятор|батаре)\p{L}*\s+литий/iu;

const described = (description: string): readonly string[] | null =>
  LITHIUM_BATTERY.test(description.normalize("NFC")) ? [...new Set([...ION, ...METAL, ...VEHICLE])] : null;

/**
 * UN numbers of which goods with batteries must name one: by their HS code (primary lithium cells, lithium-ion and other accumulators, electric
 * cars and motorcycles), else by a description that says lithium batteries. Null for all other goods.
 */
export const batteryNumbersOf = (goods: {
  readonly hsCode: string;
  readonly description: string;
}): readonly string[] | null =>
  BATTERY_GOODS.find(([prefix]) => goods.hsCode.startsWith(prefix))?.[1] ?? described(goods.description);
