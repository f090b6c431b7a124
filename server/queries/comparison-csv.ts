import "server-only";
import { getTranslations } from "next-intl/server";
import type { Reader } from "../../db/database";
import type { Actor } from "../../domain/access/actor";
import { rateText } from "../../domain/award/compare";
import { dutyOfBid } from "../../domain/award/duty-deviation";
import { splitTotal } from "../../domain/award/split-total";
import type { CompareCell, ComparePage, CompareService } from "../../domain/award/compare-view";
import { answerTo } from "../../domain/bidding/text/gates/gate-answers";
import { type CsvCell, csvOf } from "../../domain/interchange/csv";
import type { TermsOf } from "../../domain/services/registry";
import type { Service } from "../../domain/services/service";
import { toIso } from "../../domain/shared/instant";
import type { Download } from "../platform/form/page-download";
import { comparePage } from "./award";
import { BESIDE_HEADS, besideCells } from "./beside-csv";
import { PAYOUT_HEADS, payoutCells } from "./payout-csv";

/** A carrier's legs as it promised them: `road Horgos 3; road Almaty 2`, each with the days to its place. */
function wayOf(service: Service, terms: unknown): string {
  if (service !== "logistics") return "";
  const { legs = [] } = terms as TermsOf<"logistics">;
  return legs
    .map(({ mode, place, days }) => [mode, place, days].filter((part) => part !== undefined).join(" "))
    .join("; ");
}

/** Rank, and score with two places; empty where nobody is ranked. */
function scoreCells({ ranking }: CompareService, bidId: string): [number | string, string] {
  const ranked = ranking.find((one) => one.bidId === bidId);
  const score = ranked?.score ?? null;
  return [ranked?.rank ?? "", score === null ? "" : (score / 100).toFixed(2)];
}

/** What a bid answered, gate by gate: `1 yes; 2 two trucks`. */
const gatesOf = ({ gates }: CompareService, { gateAnswers }: CompareCell["content"]): string =>
  gates.map((_, gate) => `${gate + 1} ${answerTo(gateAnswers, gate)}`).join("; ");

/** The lines of the table, one an offer. */
export function comparisonRows(page: ComparePage): CsvCell[][] {
  const nameOf = (id: string) => page.providers.find((provider) => provider.id === id)?.nameLatin ?? "";
  return page.services.flatMap((service) =>
    service.cells.map((cell) => [
      service.service,
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
      wayOf(service.service, cell.content.terms),
      toIso(cell.validUntil),
      cell.rates.map(rateText).join("; "),
      ...scoreCells(service, cell.bidId),
      gatesOf(service, cell.content),
      ...payoutCells(cell.payout),
      ...besideCells(cell.title, cell.content),
    ]),
  );
}

/** The comparison as a table for a spreadsheet; null where the deal is not the viewer's. Names cannot run as formulas there. */
export async function comparisonCsv(
  read: Reader,
  viewer: Actor,
  of: Parameters<typeof comparePage>[2],
): Promise<Download | null> {
  const page = await comparePage(read, viewer, of);
  if (!page) return null;
  const t = await getTranslations("award.csv");
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
    ...BESIDE_HEADS,
  ];
  const words = heads.map((head) => t(head, { currency: page.currency }));
  return {
    fileName: `comparison-${page.dealReference}.csv`,
    contentType: "text/csv; charset=utf-8",
    body: csvOf(words, comparisonRows(page)),
  };
}
