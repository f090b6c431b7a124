/** Countries that keep one time; China's is Beijing's, in Urumqi too. */
const BY_COUNTRY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    BY: "Europe/Minsk",
    CN: "Asia/Shanghai",
    DE: "Europe/Berlin",
    HU: "Europe/Budapest",
    KG: "Asia/Bishkek",
    KP: "Asia/Pyongyang",
    KZ: "Asia/Almaty",
    LA: "Asia/Vientiane",
    MM: "Asia/Yangon",
    MN: "Asia/Ulaanbaatar",
    NP: "Asia/Kathmandu",
    PK: "Asia/Karachi",
    PL: "Europe/Warsaw",
    TH: "Asia/Bangkok",
    UZ: "Asia/Tashkent",
    VN: "Asia/Ho_Chi_Minh",
  }),
);

/** Russia spans eleven zones, so each of its places has its own line. */
const BY_PLACE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    RUBLG: "Asia/Yakutsk",
    RUGRK: "Asia/Vladivostok",
    RUHTA: "Asia/Chita",
    "RU-KRASKINO": "Asia/Vladivostok",
    RULED: "Europe/Moscow",
    "RU-MAKHALINO": "Asia/Vladivostok",
    "RU-USSURIYSK": "Asia/Vladivostok",
    RUMOW: "Europe/Moscow",
    RUNVS: "Europe/Moscow",
    RUOVB: "Asia/Novosibirsk",
    RUVVO: "Asia/Vladivostok",
    RUVYP: "Asia/Vladivostok",
    RUYEK: "Asia/Yekaterinburg",
    RUZBK: "Asia/Chita",
  }),
);

/** The IANA zone that a place keeps; null where the table does not know it, so that nothing is shown in a wrong hour. */
export const zoneOf = (placeId: string, country: string): string | null =>
  BY_PLACE.get(placeId) ?? BY_COUNTRY.get(country) ?? null;

/** The same by the id alone, which begins with the code of the place's country. */
export const zoneOfPlace = (placeId: string): string | null => zoneOf(placeId, placeId.slice(0, 2));
