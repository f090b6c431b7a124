import type { BidContent } from "@/domain/bidding/bid";
import { DEMO_ESTIMATE } from "@/domain/shared/exchange-rate";
import { BESIDE_NAMES } from "@/domain/bidding/offer/beside/beside-price";

/** The reader's language: a translator over all rooms. */
export type CsvReader = {
  readonly locale: string;
  readonly words: (key: string, values?: Record<string, string | number>) => string;
};

/** Where a rate comes from, in the reader's language where it is the demo's own estimate. */
export const sourceText = <Source extends string | null>(source: Source, { words }: CsvReader): Source | string =>
  source === DEMO_ESTIMATE ? words("services.demoEstimate") : source;

type BesideName = "packageDiscounts" | (typeof BESIDE_NAMES)[number];

/** What a bid says beside its price in the words of the pages, a text an entry. */
export type BesideWording = (content: BidContent, reader: CsvReader) => Readonly<Record<BesideName, readonly string[]>>;

/** The columns of what an offer says beside its price, by their words in `award.csv`. */
export const BESIDE_HEADS = ["alternative", "packages", ...BESIDE_NAMES] as const;

/** What an offer says beside its price in the reader's words, one cell each; the days of closing out stay a number. */
export const besideCells = (
  title: string | null,
  content: BidContent,
  said: ReturnType<BesideWording>,
): (string | number)[] => [
  title ?? "",
  said.packageDiscounts.join("; "),
  ...BESIDE_NAMES.map((name) => (name === "closeOutDays" ? (content.closeOutDays ?? "") : said[name].join("; "))),
];
