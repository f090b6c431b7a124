import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/time/date-text";
import { type BidContent, resultDays } from "@/domain/bidding/bid";
import { kindOf } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/service";

type OfferFactsProps = { readonly content: BidContent; readonly service: Service };

/** The provider's own number of its quote, from when its days are counted, and between which days the result is there, where that is known. */
export function OfferFacts({ content, service }: OfferFactsProps) {
  const t = useTranslations("bidding.own");
  const words = useTranslations();
  // Where the days also wait for another service, the bid's own first day says nothing of when they begin.
  const result = kindOf(service).daysAlsoFrom ? null : resultDays(content);
  return (
    <p className="flow px-4 py-2 text-sm">
      {content.quoteNumber && <span>{t("quoteNumber", { number: content.quoteNumber })}</span>}
      <span>{t("daysFrom", { from: words(`service-${service}.daysFrom`) })}</span>
      {result && (
        <span>
          {t("resultBetween")} <DateText day={result.earliest} /> – <DateText day={result.latest} />
        </span>
      )}
    </p>
  );
}
