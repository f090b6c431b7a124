import { useLocale, useTranslations } from "next-intl";
import { DateText } from "@/components/ui/time/time-text";
import { type BidContent, resultDays } from "@/domain/bidding/bid";
import { kindOf } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/service";
import { GateList } from "@/components/requests/request-terms";
import { answerTo } from "@/domain/bidding/gate-answers";
import type { Gate } from "@/domain/requests/terms";
import { LinesTable, SaidList } from "./offer-lines";
import { COMMERCIAL_TERMS_ROWS, type CommercialTermsRow, type Said, commercialTermsWords } from "./commercial-terms";
import { alternativeCount, contentOfAlternative } from "@/domain/bidding/bid-content";
import { checkCells } from "./bid-check";
import { daysSpan } from "@/domain/shared/days-span";

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

type GateAnswersProps = { readonly gates: readonly Gate[]; readonly content: BidContent };

/** What a bid says to the gates of its request; nothing where it has none. */
export function GateAnswers({ gates, content }: GateAnswersProps) {
  const t = useTranslations("requests.terms");
  if (gates.length === 0) return null;
  return (
    <section className="px-4 py-2">
      <h3 className="text-sm font-medium">{t("gateAnswers")}</h3>
      <GateList gates={gates} answerOf={(gate) => answerTo(content.gateAnswers, gate)} />
    </section>
  );
}

type CommercialTermsViewProps = {
  readonly content: Said;
  /** What is asked of the bid here; a package that was reached, say, an order tells with its price. */
  readonly rows?: readonly CommercialTermsRow[];
};

/** What a bid says beside its price, and in a line what it says nothing of. */
export function CommercialTermsView({ content, rows = COMMERCIAL_TERMS_ROWS }: CommercialTermsViewProps) {
  const t = useTranslations("bidding.beside");
  const words = useTranslations();
  const locale = useLocale();
  const said = commercialTermsWords(content, { locale, words: (key, values) => words(key, values) });
  const silent = rows.filter((row) => said[row].length === 0);
  return (
    <div className="px-4 py-2 text-sm">
      {silent.length < rows.length && (
        <SaidList
          rows={rows
            .filter((row) => said[row].length > 0)
            .map((row) => ({
              head: t(`row.${row}`),
              texts: said[row],
            }))}
        />
      )}
      {silent.length > 0 && (
        <p className="text-ink-3">{t("notSaid", { what: silent.map((row) => t(`row.${row}`)).join(t("said.and")) })}</p>
      )}
    </div>
  );
}

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
