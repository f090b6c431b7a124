import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import { TurnBar, TurnDeadline } from "@/components/ui/turn-bar";
import type { Negotiation, CounterOffer } from "@/views/negotiation";
import type { Instant } from "@/domain/shared/instant";
import { checkCells } from "@/components/bidding/bid-check";
import { LinesTable } from "@/components/bidding/offer-lines";
import { MoneyText } from "@/components/ui/money-text";
import { Panel } from "@/components/ui/panel";
import { DataTable } from "@/components/ui/table/data-table";
import type { BidContent } from "@/domain/bidding/bid";
import { daysFigure } from "@/domain/shared/days-span";

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
            cell: ({ content }) => daysFigure(content.transitDays),
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
