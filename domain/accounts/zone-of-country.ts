import { dayOf, type Instant, type LocalDate, MARKET_ZONE } from "../shared/time";
import { COUNTRIES, type Country } from "./organisation";

/** The clock of a country's seat of government (IANA zone.tab, 2026): where a country has several, its registries keep this one. */
const ZONES: Readonly<Record<Country, string>> = {
  CN: "Asia/Shanghai",
  KZ: "Asia/Almaty",
  VN: "Asia/Ho_Chi_Minh",
  RU: "Europe/Moscow",
  UZ: "Asia/Tashkent",
  KG: "Asia/Bishkek",
  MN: "Asia/Ulaanbaatar",
  TH: "Asia/Bangkok",
  LA: "Asia/Vientiane",
  MM: "Asia/Yangon",
  TJ: "Asia/Dushanbe",
  TM: "Asia/Ashgabat",
  BY: "Europe/Minsk",
  DE: "Europe/Berlin",
  PL: "Europe/Warsaw",
  HU: "Europe/Budapest",
  PK: "Asia/Karachi",
  NP: "Asia/Kathmandu",
};

/** The zone by whose days an organisation of the country is held to its papers; the market's own for a country that is not served. */
export const zoneOfCountry = (country: string): string => ZONES[country as Country] ?? MARKET_ZONE;

/** The served countries by the day that it is there now: two days at once at most times, three at some. */
export const countriesByDay = (now: Instant): ReadonlyMap<LocalDate, readonly Country[]> =>
  Map.groupBy(COUNTRIES, (country) => dayOf(now, zoneOfCountry(country)));
