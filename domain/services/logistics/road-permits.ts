/** Contracting parties of the TIR Convention, 1975, on the market's corridors and beyond them (UN treaty list). */
const TIR_PARTIES: ReadonlySet<string> = new Set(
  "AM AZ BY CN DE ES FR GE HU IT KG KZ LT LV EE MN NL PL RU TJ TM TR UZ".split(" "),
);

/**
 * Members whose vehicles cross by permits of the Greater Mekong Subregion's transport agreement, by listed gates and routes (Vietnam's
 * Circular 37/2023). Direct carriage begins or ends in China here: to Vietnam, Laos, and Thailand by way of Laos; Myanmar takes part by its
 * protocol and Cambodia by way of Laos or Vietnam. That a gate is listed is for the carrier to show with its permit.
 */
const GMS_MEMBERS: ReadonlySet<string> = new Set(["CN", "VN", "LA", "TH", "MM", "KH"]);

type Ends = { readonly originCountry: string; readonly destinationCountry: string };

const areAllIn = (parties: ReadonlySet<string>, ends: Ends): string | null =>
  [ends.originCountry, ends.destinationCountry].find((country) => !parties.has(country)) ?? null;

/** The end of the way (ISO 3166-1 alpha-2) that is no party of the TIR Convention; null where both are. */
export const endOutsideTir = (ends: Ends): string | null => areAllIn(TIR_PARTIES, ends);

/** The end of the way for which there are no GMS permits; null where both have them. */
export const endOutsideGms = (ends: Ends): string | null => areAllIn(GMS_MEMBERS, ends);
