import { crowKm, type Leg, type Mode, type Place } from "./place";

/** Between which countries a truck brings goods from the last place of the network to a town: its own country's places, or those of these others. */
const FROM_NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  ...{ AT: ["HU", "DE"], BE: ["DE"], BG: ["HU"], CH: ["DE"], CZ: ["DE", "PL"], DK: ["DE"], EE: ["PL"], ES: ["DE"] },
  ...{ FR: ["DE"], HR: ["HU"], IT: ["DE", "HU"], LT: ["PL"], LU: ["DE"], LV: ["PL"], NL: ["DE"], PT: ["DE"] },
  ...{ RO: ["HU"], RS: ["HU"], SI: ["HU"], SK: ["HU", "PL"] },
  ...{ KH: ["VN", "TH"], TJ: ["UZ", "KG"], TM: ["UZ"] },
  // Over a strait by bridge, tunnel or ferry, or past a country that has no place either.
  ...{ FI: ["DE"], GB: ["DE"], IE: ["DE"], NO: ["DE"], SE: ["DE"], MY: ["TH"], SG: ["TH"] },
  ...{ AL: ["HU"], BA: ["HU"], GR: ["HU"], ME: ["HU"], MK: ["HU"], XK: ["HU"] },
};

const OWN_PLACES = new Set("BY CN DE HU KG KZ LA MM MN NP PK PL RU TH UZ VN".split(" "));

/** Whether goods are carried to towns of that country: it has places of the network, or its neighbours have. */
export const isServedCountry = (country: string): boolean => OWN_PLACES.has(country) || country in FROM_NEIGHBOURS;

/** A road is longer than the straight line: the factor of all estimated legs (db/reference/legs.csv). */
const DETOUR = 1.3;
const SOURCE = "estimate: great-circle x 1.3 from the town to the nearest places of the network";

/** So many of the places that goods pass are tried: the nearest is not always on the way. */
const PASSED = 2;

/**
 * The legs by road that join a town to the network: to the two nearest places that trucks come past, to the nearest station, and in China to the nearest
 * seaport and airport, for none of these is passed on the way to another.
 */
export function lastLegs(town: Place, places: readonly Place[]): Leg[] {
  const countries = OWN_PLACES.has(town.country) ? [town.country] : (FROM_NEIGHBOURS[town.country] ?? []);
  const near = places
    .filter(({ country, id }) => countries.includes(country) && id !== town.id)
    .map((place) => ({ place, km: crowKm(town, place) }))
    .sort((a, b) => a.km - b.km || (a.place.id < b.place.id ? -1 : 1));
  const goes = (place: Place, mode: Mode) => place.modes.includes(mode);
  const isGate = ({ role }: Place) => role === "sea gateway" || role === "air gateway";
  const passed = near.filter(({ place }) => !isGate(place) && goes(place, "road")).slice(0, PASSED);
  const station = near.find(({ place }) => !isGate(place) && goes(place, "rail"));
  const gates = (["sea gateway", "air gateway"] as const).map((role) => near.find(({ place }) => place.role === role));
  const joined = new Set([...passed, station, ...gates].filter((one) => one !== undefined));
  return [...joined].map(({ place, km }) => ({
    ...{ fromId: town.id, toId: place.id, mode: "road" },
    ...{ km: Math.max(1, Math.round(km * DETOUR)), source: SOURCE, isEstimate: true },
  }));
}
