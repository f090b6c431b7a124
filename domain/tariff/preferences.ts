/** Agreements under which an import may pay less duty than by the most-favoured-nation rate, if a paper proves its origin. */
export const AGREEMENTS = ["acfta", "rcep", "cn_ldc", "apta", "eaeu_vn", "cis"] as const;
export type Agreement = (typeof AGREEMENTS)[number];

const ASEAN: readonly string[] = ["BN", "KH", "ID", "LA", "MY", "MM", "PH", "SG", "TH", "VN"];
const RCEP_BESIDE_CHINA: readonly string[] = [...ASEAN, "AU", "JP", "KR", "NZ"];
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
const SIDES: readonly Sides[] = [
  ...bothWays("acfta", ["CN"], ASEAN),
  ...bothWays("rcep", ["CN"], RCEP_BESIDE_CHINA),
  { agreement: "cn_ldc", importers: ["CN"], origins: ["LA", "MM"] },
  ...bothWays("apta", ["CN"], ["LA", "MN"]),
  ...bothWays("eaeu_vn", EAEU, ["VN"]),
  ...bothWays("cis", ["UZ"], ["RU", "KZ", "KG"]),
];

/** The certificates of origin that prove an origin under one agreement alone: into any other country, or of another origin, they lower nothing. */
export const AGREEMENT_OF_PAPER: Readonly<Record<"origin_form_e" | "origin_rcep", Agreement>> = {
  origin_form_e: "acfta",
  origin_rcep: "rcep",
};

/** The agreements that may lower the duty on goods of one origin into another country; none where the common rate is all there is. */
export const agreementsFor = (importCountry: string, originCountry: string): readonly Agreement[] =>
  SIDES.filter(({ importers, origins }) => importers.includes(importCountry) && origins.includes(originCountry)).map(
    ({ agreement }) => agreement,
  );

/** Goods on which an agreement keeps a duty, by their headings, and where that stands; `isConfirmed` where a public text names them. */
type Kept = { readonly headings: readonly string[]; readonly source: string; readonly isConfirmed: boolean };

const MOIT = "Ministry of Industry and Trade of Viet Nam, vntr.moit.gov.vn/fta/9, on Viet Nam's commitments";

/**
 * Goods on which the agreement of ASEAN and China keeps a duty, or lowers it within a quota only. Where the public text names a group of goods and
 * not its lines, the whole group stands here: an estimate then reckons the common rate and says that a certificate may lower it, which is never too
 * little. Viet Nam's tariff under the agreement for 2022 to 2027 is Decree 118/2022/ND-CP of 30 December 2022; its lines were not to be had. Not
 * complete: about 475 lines of Viet Nam keep 5 percent, among them some of paper, plastics and rubber that no public text lists.
 */
export const KEPT_UNDER_ACFTA: Readonly<Record<string, readonly Kept[]>> = {
  CN: [
    {
      headings: [
        ...[
          "1001",
          "1101",
          "110311",
          "110320",
          "1005",
          "110220",
          "110313",
          "110423",
          "1006",
          "110290",
          "110319",
          "1701",
        ],
        ...["5101", "510310", "5105", "5201", "5203", "310210", "310520", "310530"],
      ],
      source:
        "State Council Tariff Commission, Tariff Adjustment Plan for 2026, part 2: wheat, maize, rice, sugar, wool, wool tops, cotton and three fertilisers within tariff quotas, from 1 January 2026",
      isConfirmed: true,
    },
    {
      headings: ["24", "4001"],
      source: "No public list was found; tobacco and natural rubber stand here out of caution, November 2026",
      isConfirmed: false,
    },
  ],
  VN: [
    {
      headings: ["0407", "1701", "24", "2710", "8407", "8408", "8703", "8704", "8711"],
      source: `${MOIT}: 456 lines keep high duties or are not committed, among them poultry eggs, sugar, tobacco, petroleum, engines, cars, trucks and motorcycles; read in November 2026`,
      isConfirmed: true,
    },
    {
      headings: ["72", "73", "2523", "69", "8415", "8418", "8450", "8516", "8544"],
      source: `${MOIT}: iron and steel, cement, ceramics, household electrical goods and cables keep a duty on lines that it does not name; read in November 2026`,
      isConfirmed: false,
    },
  ],
};

/** Whether a certificate of origin Form E frees goods of duty: between ASEAN and China, but for what the agreement keeps a duty on. */
export const isFreeByFormE = (
  importCountry: string,
  { hsCode, originCountry }: { readonly hsCode: string; readonly originCountry: string | null },
): boolean =>
  originCountry !== null &&
  agreementsFor(importCountry, originCountry).includes("acfta") &&
  !(KEPT_UNDER_ACFTA[importCountry] ?? []).some(({ headings }) =>
    headings.some((heading) => hsCode.startsWith(heading)),
  );
