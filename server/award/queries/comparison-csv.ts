import { type BidContent, splitTotal } from "@/domain/bidding/bid";
import { DEMO_ESTIMATE } from "@/domain/shared/exchange-rate";
import { COMMERCIAL_TERMS_NAMES } from "@/domain/bidding/offer/commercial-terms";
import type { NamedRate, PayoutOutcome } from "@/domain/award/payout";
import { type CsvCell, csvOf } from "@/domain/interchange/csv";
import { toIso } from "@/domain/shared/time";
import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { Reader } from "@/db/database";
import type { Actor } from "@/domain/access/policy";
import { rateText } from "@/domain/award/compare";
import { dutyOfBid } from "@/domain/award/duty-deviation";
import type { CompareCell, ComparePage, CompareService } from "@/views/comparison";
import { answerTo } from "@/domain/bidding/gate-answers";
import type { NamedParty, NamedPlace, Service } from "@/domain/shared/vocabulary";
import type { TermsOf } from "@/domain/services/registry";
import type { Download } from "../../platform/form/page-download";
import { comparePage } from "./comparison";
import { placesAround, referenceData } from "../../hubs/queries/network";

/** The reader's language: a translator over all rooms. */
export type CsvReader = {
  readonly locale: string;
  readonly words: (key: string, values?: Record<string, string | number>) => string;
};

/** Where a rate comes from, in the reader's language where it is the demo's own estimate. */
const sourceText = <Source extends string | null>(source: Source, { words }: CsvReader): Source | string =>
  source === DEMO_ESTIMATE ? words("services.demoEstimate") : source;

type CommercialTermsName = "packageDiscounts" | (typeof COMMERCIAL_TERMS_NAMES)[number];

/** What a bid says beside its price in the words of the pages, a text an entry. */
type CommercialTermsWording = (
  content: BidContent,
  reader: CsvReader,
) => Readonly<Record<CommercialTermsName, readonly string[]>>;

/** The columns of what an offer says beside its price, by their words in `award.csv`. */
export const COMMERCIAL_TERMS_HEADS = ["alternative", "packages", ...COMMERCIAL_TERMS_NAMES] as const;

/** What an offer says beside its price in the reader's words, one cell each; the days of closing out stay a number. */
export const commercialTermsCells = (
  title: string | null,
  content: BidContent,
  said: ReturnType<CommercialTermsWording>,
): (string | number)[] => [
  title ?? "",
  said.packageDiscounts.join("; "),
  ...COMMERCIAL_TERMS_NAMES.map((name) =>
    name === "closeOutDays" ? (content.closeOutDays ?? "") : said[name].join("; "),
  ),
];

/** The columns of a payment bid, as `award.csv` words them. */
export const PAYOUT_HEADS = ["payeeReceives", "payerPays", "payoutCurrency", "effectiveCost", "mid"] as const;

const midText = ({ base, quote, rate, source, day, at }: NamedRate): string =>
  [`${base}/${quote}`, rate, day ?? (at === null ? null : toIso(at)), source].filter((part) => part !== null).join(" ");

/** Empty for other services, and where nobody can say what arrives. */
export function payoutCells(payout: PayoutOutcome | null, reader: CsvReader): CsvCell[] {
  if (!payout?.ok) return PAYOUT_HEADS.map(() => "");
  const { side, amount, effectiveCostBps, mid } = payout.value;
  return [
    side === "payee_receives" ? amount : "",
    side === "payer_pays" ? amount : "",
    amount.currency,
    effectiveCostBps,
    mid.source === "none"
      ? ""
      : reader.words(`award.payout.mid.${mid.source}`, {
          rates: mid.rates.map((rate) => midText({ ...rate, source: sourceText(rate.source, reader) })).join("; "),
        }),
  ];
}

/** How the file says things to its reader. The pages' own wording comes with the call: what a bid says beside its price, and names. */
type ComparisonWords = CsvReader & {
  readonly providerName: (provider: NamedParty, locale: string) => string;
  readonly beside: CommercialTermsWording;
};

/** A place as its carrier typed it, by the reader's name for it where the market knows it by that name. */
export function namedPlace(
  typed: string,
  known: Iterable<Pick<NamedPlace, "nameEn" | "nameZh">>,
  locale: string,
): string {
  const wanted = typed.trim().toLowerCase();
  for (const { nameEn, nameZh } of known)
    if ([nameEn, nameZh].some((name) => name.toLowerCase() === wanted))
      return locale.startsWith("zh") ? nameZh : nameEn;
  return typed;
}

/** A carrier's legs as it promised them: `Road Horgos 3; Road Almaty 2`, each with the days to its place. */
function wayOf(service: Service, terms: unknown, { words, placeName }: ComparisonReader): string {
  if (service !== "logistics") return "";
  const { legs = [] } = terms as TermsOf<"logistics">;
  return legs
    .map(({ mode, place, days }) =>
      [mode && words(`hubs.mode.${mode}`), place && placeName(place), days]
        .filter((part) => part !== undefined)
        .join(" "),
    )
    .join("; ");
}

/** Rank, and score with two places; empty where nobody is ranked, and for an alternative, which is no bid of its own in the ranking. */
function scoreCells({ ranking }: CompareService, { bidId, alternative }: CompareCell): [number | string, string] {
  if (alternative > 0) return ["", ""];
  const ranked = ranking.find((one) => one.bidId === bidId);
  const score = ranked?.score ?? null;
  return [ranked?.rank ?? "", score === null ? "" : (score / 100).toFixed(2)];
}

/** What a bid answered, gate by gate: `1 yes; 2 two trucks`. Yes and no are the reader's where the question takes nothing else. */
const gatesOf = (
  { gates }: CompareService,
  { gateAnswers }: CompareCell["content"],
  { words }: ComparisonReader,
): string =>
  gates
    .map(({ mustBe }, gate) => {
      const answer = answerTo(gateAnswers, gate);
      return `${gate + 1} ${mustBe !== null && isYesOrNo(answer) ? words(`award.csv.${answer}`) : answer}`;
    })
    .join("; ");

const isYesOrNo = (answer: string): answer is "yes" | "no" => answer === "yes" || answer === "no";

type ComparisonReader = ComparisonWords & { readonly placeName: (typed: string) => string };

/** The lines of the table, one an offer. */
export function comparisonRows(page: ComparePage, reader: ComparisonReader): CsvCell[][] {
  const nameOf = (id: string) => {
    const provider = page.providers.find((one) => one.id === id);
    return provider ? reader.providerName(provider, reader.locale) : "";
  };
  return page.services.flatMap((service) =>
    service.cells.map((cell) => [
      reader.words(`service-${service.service}.name`),
      service.reference,
      nameOf(cell.providerId),
      cell.total,
      cell.total.currency,
      splitTotal(cell.content).passThrough,
      cell.amount,
      dutyOfBid(cell.content),
      service.duty?.amount ?? null,
      cell.transitDays.min,
      cell.transitDays.max,
      wayOf(service.service, cell.content.terms, reader),
      toIso(cell.validUntil),
      cell.rates.map((rate) => rateText({ ...rate, source: sourceText(rate.source, reader) })).join("; "),
      ...scoreCells(service, cell),
      gatesOf(service, cell.content, reader),
      ...payoutCells(cell.payout, reader),
      ...commercialTermsCells(cell.title, cell.content, reader.beside(cell.content, reader)),
    ]),
  );
}

type Wording = Pick<ComparisonWords, "providerName" | "beside">;

/** The comparison as a table for a spreadsheet; null where the deal is not the viewer's. Names cannot run as formulas there. */
export async function comparisonCsv(
  read: Reader,
  viewer: Actor,
  { wording, ...of }: Parameters<typeof comparePage>[2] & { readonly wording: Wording },
): Promise<Download | null> {
  const page = await comparePage(read, viewer, of);
  if (!page) return null;
  const [locale, t, all, known] = await Promise.all([
    getLocale(),
    getTranslations("award.csv"),
    getTranslations(),
    referenceData(read),
  ]);
  const places = [...known.hubs.values(), ...placesAround(known, [page.origin.id, page.destination.id])];
  const reader: ComparisonReader = {
    ...wording,
    locale,
    words: (key, values) => all(key, values),
    placeName: (typed) => namedPlace(typed, places, locale),
  };
  const heads = [
    "service",
    "request",
    "provider",
    "quoted",
    "quotedCurrency",
    "passThrough",
    "ownPrice",
    "dutyOfBid",
    "dutyOfMarket",
    "minDays",
    "maxDays",
    "way",
    "validUntil",
    "rates",
    "rank",
    "score",
    "gates",
    ...PAYOUT_HEADS,
    ...COMMERCIAL_TERMS_HEADS,
  ];
  const words = heads.map((head) => t(head, { currency: page.currency }));
  return {
    fileName: `comparison-${page.dealReference}.csv`,
    contentType: "text/csv; charset=utf-8",
    body: csvOf(words, comparisonRows(page, reader)),
  };
}
