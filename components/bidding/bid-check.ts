import { formatMoney } from "@/components/ui/figures";
import { numberFormat } from "@/components/ui/format";
import { figureSource } from "@/components/services/country-name";
import { type BidContent, isPassedThrough, splitTotal } from "@/domain/bidding/bid";
import type { BidCheck } from "@/domain/bidding/bid-form";
import { appliedUnitPrice, type PricedLine } from "@/domain/bidding/price-charges";
import type { ExchangeRate } from "@/domain/shared/exchange-rate";

/** A translator over all rooms. */
type Words = (key: string, values?: Record<string, string>) => string;

type Reader = { readonly locale: string; readonly words: Words };

const BPS_PER_WHOLE = 10_000;
const MILLI = 1000;

/** "USD 1 = CNY 7.1642, 24 Nov 2026, source": the rate with its day and where it comes from. */
export const rateWords = ({ base, quote, rate, day, source }: ExchangeRate, words: Words): string =>
  words("bidding.rate", { base, quote, rate, day, source: figureSource(source, (key) => words(`services.${key}`)) });

function priceText(line: PricedLine, { currency }: BidContent, { locale, words }: Reader): string {
  if (line.rateBps === null)
    return formatMoney({ minor: appliedUnitPrice(line) ?? "0", currency }, locale, { display: "none" });
  const rate = numberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(
    line.rateBps / BPS_PER_WHOLE,
  );
  if (line.minimumMinor === undefined) return rate;
  const minimum = formatMoney({ minor: line.minimumMinor, currency }, locale, { display: "none" });
  return words("bidding.line.atLeast", { rate, minimum });
}

function quantityText(line: PricedLine, { locale, words }: Reader): string {
  if (line.quantityMilli !== null)
    return numberFormat(locale, { maximumFractionDigits: 3 }).format(line.quantityMilli / MILLI);
  return line.rateBps === null ? words("bidding.line.onUse") : "";
}

/** What stands under a line's name: that it is paid at cost, and its prices by quantity, the first one as typed. */
function detailsOf(line: PricedLine, { currency }: BidContent, { locale, words }: Reader): string[] {
  const tiers = (line.tiers ?? []).map(({ from, unitPriceMinor }) =>
    words("bidding.line.tier", {
      from: numberFormat(locale, {}).format(from),
      price: formatMoney({ minor: unitPriceMinor, currency }, locale, { display: "none" }),
    }),
  );
  return [...(isPassedThrough(line) ? [words("bidding.line.atCost")] : []), ...tiers];
}

/** The priced lines of a bid in the reader's writing. */
export function checkCells(content: BidContent, reader: Reader): BidCheck {
  const { locale, words } = reader;
  const { currency } = content;
  const { own, passThrough } = splitTotal(content);
  return {
    lines: content.lines.map((line) => ({
      name: `${line.code} ${words(`services.charge.${line.code}`)}`,
      details: detailsOf(line, content, reader),
      basis: words(`services.basis.${line.basis}`),
      quantity: quantityText(line, reader),
      price: priceText(line, content, reader),
      amount:
        line.amountMinor === null
          ? words("bidding.line.onUse")
          : formatMoney({ minor: line.amountMinor, currency }, locale, { display: "none" }),
    })),
    total: formatMoney({ minor: content.totalMinor, currency }, locale),
    split:
      passThrough.minor === 0n
        ? null
        : { own: formatMoney(own, locale), passThrough: formatMoney(passThrough, locale) },
    rates: content.rates.map((rate) => rateWords(rate, words)),
  };
}
