/** Agreements under which an import may pay less duty than by the most-favoured-nation rate, if a paper proves its origin. */
export type Agreement = "acfta" | "rcep" | "cn_ldc" | "apta" | "eaeu_vn" | "cis";

const ASEAN: readonly string[] = ["BN", "KH", "ID", "LA", "MY", "MM", "PH", "SG", "TH", "VN"];
const EAEU: readonly string[] = ["RU", "KZ", "KG", "AM", "BY"];

type Sides = {
  readonly agreement: Agreement;
  readonly importers: readonly string[];
  readonly origins: readonly string[];
};

const bothWays = (agreement: Agreement, one: readonly string[], other: readonly string[]): Sides[] => [
  { agreement, importers: one, origins: other },
  { agreement, importers: other, origins: one },
];

/**
 * Which countries' imports of which origin fall under each agreement, among those that the market serves. China left the list of preferences of
 * the Eurasian Economic Union on 12 October 2021, and their agreement of 2018 lowers no duty, so that China and Kazakhstan, Russia or Kyrgyzstan
 * are under none; neither are China and Uzbekistan. The interim agreement of the Union and Mongolia waits for its ratification.
 */
const AGREEMENTS: readonly Sides[] = [
  ...bothWays("acfta", ["CN"], ASEAN),
  ...bothWays("rcep", ["CN"], ["VN", "LA", "TH", "MM"]),
  { agreement: "cn_ldc", importers: ["CN"], origins: ["LA", "MM"] },
  ...bothWays("apta", ["CN"], ["LA", "MN"]),
  ...bothWays("eaeu_vn", EAEU, ["VN"]),
  ...bothWays("cis", ["UZ"], ["RU", "KZ", "KG"]),
];

/** The agreements that may lower the duty on goods of one origin into another country; none where the common rate is all there is. */
export const agreementsFor = (importCountry: string, originCountry: string): readonly Agreement[] =>
  AGREEMENTS.filter(
    ({ importers, origins }) => importers.includes(importCountry) && origins.includes(originCountry),
  ).map(({ agreement }) => agreement);

/**
 * Goods on which the agreement of ASEAN and China keeps a duty, or lowers it within a quota only: grain and its flour, sugar, tobacco, some
 * fertilisers, natural rubber, wool and cotton into China; tobacco, fuels and cars into Viet Nam. By their headings, and not complete.
 */
const KEPT_UNDER_ACFTA: Readonly<Record<string, readonly string[]>> = {
  CN: [
    ...["1001", "1005", "1006", "1101", "1102", "1103", "1701", "24"],
    ...["3102", "3105", "4001", "5101", "5105", "5201"],
  ],
  VN: ["24", "2709", "2710", "8703"],
};

/** Whether a certificate of origin Form E frees goods of duty: between ASEAN and China, but for what the agreement keeps a duty on. */
export const isFreeByFormE = (
  importCountry: string,
  { hsCode, originCountry }: { readonly hsCode: string; readonly originCountry: string | null },
): boolean =>
  originCountry !== null &&
  agreementsFor(importCountry, originCountry).includes("acfta") &&
  !(KEPT_UNDER_ACFTA[importCountry] ?? []).some((heading) => hsCode.startsWith(heading));
