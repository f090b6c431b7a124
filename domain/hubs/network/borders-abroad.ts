import type { Mode } from "../place";

/** The member states of the European Union: no border is waited at between them. */
const EU: ReadonlySet<string> = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);
/** The customs union of the Eurasian Economic Union. */
const EAEU: ReadonlySet<string> = new Set(["AM", "BY", "KG", "KZ", "RU"]);

const NONE: ReadonlySet<string> = new Set();
const CLOSED_TO_EU_AIR_FREIGHT: ReadonlySet<string> = new Set(["BY", "RU"]);

/**
 * Through which countries goods do not go that come from or go to that country by the mode. Air freight of the European Union goes neither through
 * Russia nor through Belarus: since 2022 their aircraft may not land in or overfly the Union, nor the Union's theirs, and their road carriers may not
 * carry goods in it (Regulation (EU) 833/2014, articles 3d and 3l; Regulation (EC) 765/2006 for Belarus), so that nobody flies to Moscow and drives on to Warsaw.
 * Trains, and trucks of other countries, still pass in transit.
 */
export const countriesAvoided = (mode: Mode, countryAbroad: string): ReadonlySet<string> =>
  mode === "air" && EU.has(countryAbroad) ? CLOSED_TO_EU_AIR_FREIGHT : NONE;

/** Millimetres between the rails of the main lines; a country that is not named is taken to have its neighbour's. */
const GAUGE_MM: Readonly<Record<string, number>> = {
  ...{ BY: 1520, KG: 1520, KZ: 1520, MN: 1520, RU: 1520, UZ: 1520 },
  ...{ DE: 1435, HU: 1435, LA: 1435, PL: 1435 },
  ...{ MM: 1000, TH: 1000, VN: 1000 },
};

/** Half a day for the customs of both sides, by road and rail (our planning figure). */
export const BORDER_ABROAD_DAYS = 0.5;

/** What is done at a border abroad: nothing within a country or a customs union, customs at another border, and by rail a change of gauge where the rails differ. */
export function borderAbroad(mode: Mode, [from, to]: readonly [string, string]): "none" | "customs" | "gauge" {
  if (from === to || from === "CN" || to === "CN" || (mode !== "road" && mode !== "rail")) return "none";
  if ([EU, EAEU].some((union) => union.has(from) && union.has(to))) return "none";
  const [a, b] = [GAUGE_MM[from], GAUGE_MM[to]];
  return mode === "rail" && a !== undefined && b !== undefined && a !== b ? "gauge" : "customs";
}
