import { formatMoney } from "@/components/ui/figures/format-money";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { DUTY_DEVIATION_BPS, dutyOfBid } from "@/domain/award/duty-deviation";
import type { BidContent } from "@/domain/bidding/bid";
import type { CompareCell, CompareService } from "@/domain/award/compare-view";
import type { Money } from "@/domain/shared/money";
import { splitTotal } from "@/domain/bidding/split-total";
import type { BelowCell, BelowRow } from "./beside/score/word-scores";

type Reader = {
  readonly locale: string;
  /** A translator of `award`. */
  readonly words: (key: string, values?: Record<string, string | number>) => string;
};

/** The two parts of a total as quoted; null where nothing is passed through. The comparison goes by the own price. */
export function splitWords(content: BidContent, { locale, words }: Reader): string | null {
  const { own, passThrough } = splitTotal(content);
  if (passThrough.minor === 0n) return null;
  return words("cell.split", {
    own: formatMoney(own, locale, { display: "code" }),
    passThrough: formatMoney(passThrough, locale, { display: "code" }),
  });
}

function estimateCell({ content, dutyDeviation }: CompareCell, { locale, words }: Reader): BelowCell {
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
function marketFigure({ duty }: CompareService, { locale, words }: Reader): Omit<BelowRow, "cells"> {
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
export function wordDuty(service: CompareService, reader: Reader): BelowRow[] {
  const { duty, cells } = service;
  if (cells.length === 0) return [];
  if (duty === null && cells.every(({ content }) => dutyOfBid(content) === null)) return [];
  const estimates = Object.fromEntries(cells.map((cell) => [cell.choiceId, estimateCell(cell, reader)]));
  return [{ ...marketFigure(service, reader), cells: estimates }];
}
