import { numberFormat } from "@/components/ui/figures/intl-cache";
import type { CompareService } from "@/domain/award/compare-view";
import type { RankedBid } from "@/domain/award/score/rank-bids";
import { answerTo } from "@/domain/bidding/text/gates/gate-answers";
import type { Criterion } from "@/domain/requests/terms";
import type { Reader as ComparisonReader } from "../../word-comparison";

type Reader = Pick<ComparisonReader, "locale" | "words">;

/** One bid in a row below its price: a score, a part of it, or an answer. */
export type BelowCell = { readonly value: string; readonly note: string | null; readonly isBest: boolean };

/** A row below the prices of a service, bid by bid. */
export type BelowRow = {
  readonly head: string;
  readonly detail: string | null;
  readonly cells: Readonly<Record<string, BelowCell>>;
};

/** A score as people write it: hundredths of a point, with two places. */
export const scoreText = (hundredths: number, locale: string): string =>
  numberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(hundredths / 100);

const isPriceAlone = ([first, ...others]: readonly Criterion[]): boolean =>
  others.length === 0 && (first === undefined || first.kind === "price");

const cellsOf = (ranking: readonly RankedBid[], cellOf: (bid: RankedBid) => BelowCell): BelowRow["cells"] =>
  Object.fromEntries(ranking.map((bid) => [bid.bidId, cellOf(bid)]));

function totalRow(ranking: readonly RankedBid[], { locale, words }: Reader): BelowRow {
  return {
    head: words("score.total"),
    detail: words("score.ties"),
    cells: cellsOf(ranking, ({ rank, score }) => ({
      value: score === null ? "–" : scoreText(score, locale),
      note: rank === null ? words("score.unranked") : words("score.rank", { rank }),
      isBest: rank === 1 && ranking.length > 1,
    })),
  };
}

function partRow(ranking: readonly RankedBid[], criterion: Criterion, at: number, { locale, words }: Reader): BelowRow {
  const { kind, title, weight } = criterion;
  return {
    head: kind === "own" ? title : words(`score.criterion.${kind}`),
    detail: words("score.weight", { weight }),
    cells: cellsOf(ranking, ({ parts }) => {
      const part = parts[at];
      const isMissing = part === undefined || part.score === null;
      return {
        value: isMissing ? "–" : scoreText(part.score, locale),
        note: isMissing && kind === "own" ? words("score.notYet") : null,
        isBest: part?.isBest ?? false,
      };
    }),
  };
}

/**
 * The rows of scores below the prices of a service: the score with its rank, and each part with its weight. None where the price alone
 * decides, since then the prices say it all.
 */
export function wordScores({ criteria, ranking }: CompareService, reader: Reader): BelowRow[] {
  if (ranking.length === 0 || isPriceAlone(criteria)) return [];
  return [totalRow(ranking, reader), ...criteria.map((criterion, at) => partRow(ranking, criterion, at, reader))];
}

/** A row a gate, with what each bid answered. */
export function wordGates({ gates, cells }: CompareService, { words }: Reader): BelowRow[] {
  if (cells.length === 0) return [];
  const wordOf = (answer: string) => (answer === "yes" || answer === "no" ? words(`gate.${answer}`) : answer || "–");
  return gates.map(({ question, mustBe }, gate) => ({
    head: question,
    detail: mustBe === null ? null : words(`gate.mustBe.${mustBe}`),
    cells: Object.fromEntries(
      cells.map(({ bidId, content }) => [
        bidId,
        { value: wordOf(answerTo(content.gateAnswers, gate)), note: null, isBest: false },
      ]),
    ),
  }));
}
