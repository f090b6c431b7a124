/** Why goods are refused outright, whoever asks and whatever papers there are. */
export type GoodsBan = "arms_hs93" | "nuclear_goods" | "waste_import_ban";

type BannedGoods = {
  readonly code: GoodsBan;
  /** Leading digits of the HS code; the longest is six digits. */
  readonly prefixes: readonly string[];
  /** Only where the goods are imported into this country (ISO 3166-1 alpha-2); without one, everywhere. */
  readonly into?: string;
};

/**
 * What no paper makes possible on this market. Goods that a licence, a permit or a person's look may free are not in this table.
 *
 * - Arms: HS chapter 93 and armoured fighting vehicles (8710), the market's own policy; every state here licenses them apart.
 * - Nuclear goods: radioactive elements and isotopes (2844, 2845), uranium and thorium ores (2612), reactors (8401): the same.
 * - Waste into China: no solid waste is imported since 1 January 2021 (notice of 24 November 2020 of the Ministry of Ecology and Environment and
 *   others). Scrap of steel, copper and aluminium (7204, 7404, 7602) may come in as recycled raw material to a standard, so it is left out.
 */
const BANNED_GOODS: readonly BannedGoods[] = [
  { code: "arms_hs93", prefixes: ["93", "8710"] },
  { code: "nuclear_goods", prefixes: ["2612", "2844", "2845", "8401"] },
  {
    code: "waste_import_ban",
    into: "CN",
    prefixes: ["2618", "2619", "2620", "2621", "3915", "4004", "4707", "5505", "6309", "6310", "7001", "7802", "8549"],
  },
];

/** Why goods of this code may not be posted on their way to `destinationCountry`; null where nothing bans them outright. */
export const goodsBan = (hsCode: string, destinationCountry: string | undefined): GoodsBan | null =>
  BANNED_GOODS.find(
    ({ prefixes, into }) =>
      (into === undefined || into === destinationCountry) && prefixes.some((prefix) => hsCode.startsWith(prefix)),
  )?.code ?? null;

/**
 * Whether the market serves nobody and nothing of the country: North Korea, with which UN Security Council resolution 2397 (2017) and China's
 * notice of 5 January 2018 on it leave next to no trade.
 */
export const isEmbargoed = (country: string): boolean => country === "KP";
