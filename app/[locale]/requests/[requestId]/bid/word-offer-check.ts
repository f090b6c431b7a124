import { daysSpan } from "@/domain/shared/days-span";
import { getLocale, getTranslations } from "next-intl/server";
import { BESIDE_ROWS, besideWords } from "@/components/bidding/offer/word-beside";
import { checkCells } from "@/components/bidding/form/check-cells";
import { alternativeCount, contentOfAlternative } from "@/domain/bidding/offer/alternatives/choose-alternative";
import type { BidContent } from "@/domain/bidding/bid";
import type { OfferCheck } from "@/domain/bidding/bid-form";
import { type SlipFinding, slipName } from "@/domain/bidding/offer/slip/slip";

type Words = (key: string, values?: Record<string, string | number>) => string;

/** A finding in words: which price, how far off at least, and beside what; the figure that it was held against is not told. */
function slipWords({ alternative, line, code, isAbove, factorMin, beside }: SlipFinding, words: Words): string {
  const what =
    line === null
      ? words("bidding.slip.what.total")
      : words("bidding.slip.what.line", { line: line + 1, name: words(`services.charge.${code}`) });
  return words(`bidding.slip.finding.${beside}`, {
    what: alternative === 0 ? what : words("bidding.slip.what.ofAlternative", { alternative, what }),
    factor: factorMin,
    isAbove: String(isAbove),
  });
}

/** The priced offer in the reader's writing, with what in it is to be ticked. */
export async function wordOfferCheck(content: BidContent, findings: readonly SlipFinding[]): Promise<OfferCheck> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  const words: Words = (key, values) => t(key, values);
  const said = besideWords(content, { locale, words });
  return {
    ...checkCells(content, { locale, words }),
    alternatives: Array.from({ length: alternativeCount(content) }, (_, place) => {
      const offer = contentOfAlternative(content, place + 1);
      const title = content.alternatives?.[place]?.title ?? "";
      return {
        title,
        days: words("bidding.own.days", daysSpan(offer.transitDays)),
        check: checkCells(offer, { locale, words }),
      };
    }),
    beside: BESIDE_ROWS.filter((row) => said[row].length > 0).map((row) => ({
      head: words(`bidding.beside.row.${row}`),
      texts: said[row],
    })),
    slips: findings.map((finding) => ({ name: slipName(finding, content), words: slipWords(finding, words) })),
  };
}
