import type { Country } from "./organisation";

/** Time zones of one served country alone (IANA zone.tab, 2026); others are shared or ask too much. */
const ZONES: Readonly<Record<string, Country>> = {
  "Asia/Shanghai": "CN",
  "Asia/Urumqi": "CN",
  "Asia/Almaty": "KZ",
  "Asia/Aqtau": "KZ",
  "Asia/Aqtobe": "KZ",
  "Asia/Atyrau": "KZ",
  "Asia/Oral": "KZ",
  "Asia/Qostanay": "KZ",
  "Asia/Qyzylorda": "KZ",
  "Asia/Ho_Chi_Minh": "VN",
  "Asia/Saigon": "VN",
  "Europe/Moscow": "RU",
  "Asia/Yekaterinburg": "RU",
  "Asia/Omsk": "RU",
  "Asia/Novosibirsk": "RU",
  "Asia/Krasnoyarsk": "RU",
  "Asia/Irkutsk": "RU",
  "Asia/Chita": "RU",
  "Asia/Vladivostok": "RU",
  "Asia/Tashkent": "UZ",
  "Asia/Samarkand": "UZ",
  "Asia/Bishkek": "KG",
  "Asia/Ulaanbaatar": "MN",
  "Asia/Hovd": "MN",
  "Asia/Vientiane": "LA",
  "Asia/Yangon": "MM",
  "Asia/Dushanbe": "TJ",
  "Asia/Ashgabat": "TM",
};

/** The country that a person by this clock is most likely in, to begin a form with; null where nobody can tell. */
export const countryOfZone = (zone: string): Country | null => ZONES[zone] ?? null;
