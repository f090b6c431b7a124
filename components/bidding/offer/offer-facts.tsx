import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/time/date-text";
import { type BidContent, resultDays } from "@/domain/bidding/bid";

/** The provider's own number of its quote, and between which days the result is there; nothing where neither is said. */
export function OfferFacts({ content }: { readonly content: BidContent }) {
  const t = useTranslations("bidding.own");
  const result = resultDays(content);
  if (!result && !content.quoteNumber) return null;
  return (
    <p className="flow px-4 py-2 text-sm">
      {content.quoteNumber && <span>{t("quoteNumber", { number: content.quoteNumber })}</span>}
      {result && (
        <span>
          {t("resultBetween")} <DateText day={result.earliest} /> – <DateText day={result.latest} />
        </span>
      )}
    </p>
  );
}
