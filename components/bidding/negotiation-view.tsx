import { useLocale, useTranslations } from "next-intl";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import { type BidContent, resultDays } from "@/domain/bidding/bid";
import { hoursForDays, kindOf } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import { GateList } from "@/components/requests/request-terms";
import { answerTo } from "@/domain/bidding/gate-answers";
import type { Gate } from "@/domain/requests/request";
import { LinesTable, SaidList } from "./offer-lines";
import { COMMERCIAL_TERMS_ROWS, type CommercialTermsRow, commercialTermsWords, type Said } from "./commercial-terms";
import { alternativeCount, contentOfAlternative } from "@/domain/bidding/bid-content";
import { countedFrom, promisedFigure, promisedTime } from "@/components/services/promised-time";
import { checkCells } from "./bid-check";
import type { Instant } from "@/domain/shared/time";
import type { ReactNode } from "react";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TurnBar, TurnDeadline } from "@/components/ui/turn-bar";
import type { CounterOffer, Negotiation } from "@/views/bids";
import { MoneyText } from "@/components/ui/figures";
import { Panel } from "@/components/ui/blocks";
import { DataTable } from "@/components/ui/table/data-table";

type OfferFactsProps = { readonly content: BidContent; readonly service: Service };

/** The provider's own number of its quote, from when its days are counted, and between which days the result is there, where that is known. */
export function OfferFacts({ content, service }: OfferFactsProps) {
  const t = useTranslations("bidding.own");
  const words = useTranslations();
  // Where the days also wait for another service, or hours count, the bid's own first day says nothing of when the result is there.
  const hasDays = !kindOf(service).daysAlsoFrom && hoursForDays(service, content.terms) === null;
  const result = hasDays ? resultDays(content) : null;
  return (
    <p className="flow px-4 py-2 text-sm">
      {content.quoteNumber && <span>{t("quoteNumber", { number: content.quoteNumber })}</span>}
      <span>{countedFrom(service, content.terms, (key, values) => words(key, values))}</span>
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
          {promisedTime(service, offer, (key, values) => words(key, values))}
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

type NegotiationTurnProps = {
  readonly page: Negotiation;
  readonly now: Instant;
  readonly zone: string;
  readonly hubName: string;
  readonly action?: ReactNode;
};

/** Whose turn it is at the table, what follows, and by when. */
export function NegotiationTurn({ page, now, zone, hubName, action }: NegotiationTurnProps) {
  const t = useTranslations("negotiation.turn");
  const { pending, side, steps, rounds, decideBy, orderId } = page;
  const isMine = pending ? pending.by !== side : steps.includes("counter");
  const by = pending ? pending.expiresAt : decideBy;
  const state = orderId ? "agreed" : pending ? "answer" : steps.includes("counter") ? "counter" : "over";
  const who = state === "agreed" || (state === "over" && side === "buyer") ? "done" : isMine ? "you" : "other";
  const holder = pending ? (pending.by === "buyer" ? "provider" : "buyer") : "buyer";
  return (
    <TurnBar
      who={who}
      whoLabel={who === "done" ? t("who.nobody") : t(isMine ? "who.you" : `who.${holder}`)}
      sentence={t(`${state}.${isMine ? "you" : "other"}`)}
      next={state === "over" || state === "agreed" ? undefined : t("next", { used: rounds.used, most: rounds.most })}
      deadline={
        orderId === null && (
          <TurnDeadline label={<TimeText at={by} zone={zone} hub={{ name: hubName, zone: page.hubZone }} />}>
            <TimeLeft until={by} now={now} />
          </TurnDeadline>
        )
      }
      action={action}
    />
  );
}

type OfferHistoryProps = { readonly page: Negotiation; readonly zone: string };

type Row = { readonly key: string; readonly offer: CounterOffer | null; readonly content: BidContent };

/** Everything that was offered, the bid first and the last word last; each opens to its lines. */
export function OfferHistory({ page, zone }: OfferHistoryProps) {
  const t = useTranslations("negotiation.history");
  const words = useTranslations();
  const locale = useLocale();
  const rows: Row[] = [
    { key: "bid", offer: null, content: page.opened },
    ...page.offers.map((offer) => ({ key: offer.id, offer, content: offer.content })),
  ];
  const nameOf = ({ offer }: Row) =>
    offer ? t("offer", { round: offer.round, who: t(offer.by === page.side ? "you" : offer.by) }) : t("bid");
  const amount = ({ content }: Row) => ({ minor: BigInt(content.totalMinor), currency: content.currency });
  return (
    <Panel title={t("title")} id="history" isFlush>
      <DataTable
        caption={t("caption")}
        rows={rows}
        rowKey={(row) => row.key}
        height="regular"
        columns={[
          { key: "what", head: t("what"), cell: nameOf },
          { key: "state", head: t("state"), cell: ({ offer }) => (offer ? t(`states.${offer.state}`) : "") },
          {
            key: "at",
            head: t("at"),
            cell: ({ offer }) => (offer ? <TimeText at={offer.madeAt} zone={zone} /> : ""),
          },
          {
            key: "days",
            head: t("days"),
            isNumber: true,
            cell: ({ content }) => promisedFigure(page.service, content, (key, values) => words(key, values)),
          },
          {
            key: "total",
            head: t("total"),
            isNumber: true,
            cell: (row) => <MoneyText {...amount(row)} display="code" />,
          },
        ]}
      />
      {rows.map((row) => (
        <details key={row.key} className="border-t border-line">
          <summary className="px-4 py-2">{t("linesOf", { name: nameOf(row) })}</summary>
          <LinesTable
            check={checkCells(row.content, { locale, words: (key, values) => words(key, values) })}
            caption={nameOf(row)}
          />
          {row.offer && row.offer.note !== "" && <p className="px-4 py-2 text-sm">{row.offer.note}</p>}
        </details>
      ))}
    </Panel>
  );
}
