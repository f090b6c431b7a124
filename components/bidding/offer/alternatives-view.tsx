import { useLocale, useTranslations } from "next-intl";
import { alternativeCount, contentOfAlternative } from "@/domain/bidding/offer/alternatives/choose-alternative";
import type { BidContent } from "@/domain/bidding/bid";
import { checkCells } from "../form/check-cells";
import type { Service } from "@/domain/shared/service";
import { daysSpan } from "@/domain/shared/days-span";
import { LinesTable } from "./lines-table";
import { OfferFacts } from "./offer-facts";

type AlternativesProps = { readonly content: BidContent; readonly service: Service };

/** Each alternative of a bid with its days and its own priced lines; nothing where there is none. */
export function AlternativesView({ content, service }: AlternativesProps) {
  const t = useTranslations("bidding");
  const words = useTranslations();
  const locale = useLocale();
  return Array.from({ length: alternativeCount(content) }, (_, place) => {
    const offer = contentOfAlternative(content, place + 1);
    const { title = "", note = "" } = content.alternatives?.[place] ?? {};
    return (
      <section key={`alternative-${place.toString()}`} className="border-t border-line">
        <h3 className="px-4 pt-2 font-medium">{t("line.ofAlternative", { title })}</h3>
        <p className="px-4 pb-2 text-sm text-ink-2">
          {t("own.days", daysSpan(offer.transitDays))}
          {note !== "" && <span className="block break-words">{note}</span>}
        </p>
        <OfferFacts content={{ ...offer, quoteNumber: "" }} service={service} />
        <LinesTable
          check={checkCells(offer, { locale, words: (key, values) => words(key, values) })}
          caption={t("line.ofAlternative", { title })}
        />
      </section>
    );
  });
}
