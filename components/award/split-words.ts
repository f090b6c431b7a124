import { formatMoney } from "@/components/ui/figures/format-money";
import type { BidContent } from "@/domain/bidding/bid";
import { splitTotal } from "@/domain/award/split-total";

type Reader = {
  readonly locale: string;
  /** A translator of `award`. */
  readonly words: (key: string, values?: Record<string, string | number>) => string;
};

/** The two parts of a total as quoted; null where nothing is passed through. The comparison goes by the total. */
export function splitWords(content: BidContent, { locale, words }: Reader): string | null {
  const { own, passThrough } = splitTotal(content);
  if (passThrough.minor === 0n) return null;
  return words("cell.split", {
    own: formatMoney(own, locale, { display: "code" }),
    passThrough: formatMoney(passThrough, locale, { display: "code" }),
  });
}
