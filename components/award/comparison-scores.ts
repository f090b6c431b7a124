import { numberFormat } from "@/components/ui/format";
import type { CompareCell, CompareService } from "@/views/comparison";
import type { RankedBid } from "@/domain/award/scoring";
import { answerTo } from "@/domain/bidding/gate-answers";
import type { Criterion } from "@/domain/requests/request";
import type { Reader as ComparisonReader } from "./word-comparison";
import { formatMoney } from "@/components/ui/figures";
import { DUTY_DEVIATION_BPS, dutyOfBid } from "@/domain/award/duty-deviation";
import { type BidContent, splitTotal } from "@/domain/bidding/bid";
import type { Money } from "@/domain/shared/money";

type ScoreReader = Pick<ComparisonReader, "locale" | "words">;

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

function totalRow(ranking: readonly RankedBid[], { locale, words }: ScoreReader): BelowRow {
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

function partRow(
  ranking: readonly RankedBid[],
  criterion: Criterion,
  at: number,
  { locale, words }: ScoreReader,
): BelowRow {
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
export function wordScores({ criteria, ranking }: CompareService, reader: ScoreReader): BelowRow[] {
  if (ranking.length === 0 || isPriceAlone(criteria)) return [];
  return [totalRow(ranking, reader), ...criteria.map((criterion, at) => partRow(ranking, criterion, at, reader))];
}

/** A row a gate, with what each bid answered. */
export function wordGates({ gates, cells }: CompareService, { words }: ScoreReader): BelowRow[] {
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

type SplitReader = {
  readonly locale: string;
  /** A translator of `award`. */
  readonly words: (key: string, values?: Record<string, string | number>) => string;
};

/** The two parts of a total as quoted; null where nothing is passed through. The comparison goes by the own price. */
export function splitWords(content: BidContent, { locale, words }: SplitReader): string | null {
  const { own, passThrough } = splitTotal(content);
  if (passThrough.minor === 0n) return null;
  return words("cell.split", {
    own: formatMoney(own, locale, { display: "code" }),
    passThrough: formatMoney(passThrough, locale, { display: "code" }),
  });
}

function estimateCell({ content, dutyDeviation }: CompareCell, { locale, words }: SplitReader): BelowCell {
  const own = dutyOfBid(content);
  const percent = (bps: number) =>
    numberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(bps / 10_000);
  return {
    value: own ? words("duty.ofBid", { amount: formatMoney(own, locale, { display: "code" }) }) : "–",
    note:
      dutyDeviation &&
      words(dutyDeviation.isAbove ? "duty.above" : "duty.below", { percent: percent(dutyDeviation.bps) }),
    isBest: false,
  };
}

/** The one figure of duty and tax for all bids of a request, as the market reckons it. */
function marketFigure({ duty }: CompareService, { locale, words }: SplitReader): Omit<BelowRow, "cells"> {
  if (!duty?.total) return { head: words("duty.same"), detail: words("duty.unknown") };
  const told = ({ total, amount }: { readonly total: Money; readonly amount: Money | null }): string => {
    const own = formatMoney(total, locale, { display: "code" });
    if (amount === null || amount.currency === total.currency) return own;
    return words("duty.converted", { total: own, amount: formatMoney(amount, locale, { display: "code" }) });
  };
  const { total, amount: converted, hasFormE, withFormE } = duty;
  const common = told({ total, amount: converted });
  const amount = withFormE
    ? words("duty.withAndWithout", { preferred: told(withFormE), common })
    : hasFormE
      ? words("duty.byFormE", { amount: common })
      : common;
  return {
    head: words("duty.sameOf", { amount }),
    detail: words(duty.isComplete ? "duty.byMarket" : "duty.inPart", {
      day: duty.day,
      percent: numberFormat(locale, { style: "percent" }).format(DUTY_DEVIATION_BPS / 10_000),
    }),
  };
}

/**
 * The row of duty and tax below the prices: the market's figure once for all, and each bid's own estimate beside it as information. None
 * where the market reckons nothing and no bid has a line of it.
 */
export function wordDuty(service: CompareService, reader: SplitReader): BelowRow[] {
  const { duty, cells } = service;
  if (cells.length === 0) return [];
  if (duty === null && cells.every(({ content }) => dutyOfBid(content) === null)) return [];
  const estimates = Object.fromEntries(cells.map((cell) => [cell.choiceId, estimateCell(cell, reader)]));
  return [{ ...marketFigure(service, reader), cells: estimates }];
}
