import { asWritten, type ShowText } from "@/components/ui/translated-text";
import type { WrittenAt } from "@/domain/translations/written-text";
import { QuietChip } from "@/components/ui/cells";
import { partyName, Sentences } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import type { NamedPlace, Service } from "@/domain/shared/vocabulary";
import type { ReactNode } from "react";
import { StoredTerms, termsIn } from "@/components/services/stored-terms";
import { Anchor, ButtonLink, Note, Panel } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import type { OwnBid, OwnVersion, ShownBid } from "@/views/bids";
import type { Gate } from "@/domain/requests/request";
import { AlternativesView, CommercialTermsView, GateAnswers, OfferFacts } from "./negotiation-view";
import { checkCells } from "./bid-check";
import { promisedFigure, promisedTime } from "@/components/services/promised-time";
import { LinesTable } from "./offer-lines";
import { OnTimeText } from "@/components/catalogue/bidder-records";
import { BidChannel } from "@/components/remittance/corridor-health";
import { MoneyText } from "@/components/ui/figures";
import { DataTable } from "@/components/ui/table/data-table";
import type { BidderRecord } from "@/domain/catalogue/track-record";
import type { OwnCorridor } from "@/domain/remittance/corridor-health";

type OwnBidPanelProps = {
  readonly bid: OwnBid;
  readonly service: Service;
  /** What was asked for, as the kind's schema reads it. */
  readonly spec: unknown;
  readonly zone: string;
  /** The places that the market knows, whose names the reader is shown. */
  readonly places: readonly NamedPlace[];
  /** What each version had to answer. */
  readonly gates: readonly Gate[];
  readonly isSealed: boolean;
  /** Below the latest version: what it is held against. */
  readonly beside?: ReactNode;
  /** Change and withdraw, while that may be. */
  readonly tools?: ReactNode;
  /** Where each receipt is looked up. */
  readonly proofHref: string;
  /** Whether a new version may still be sent. */
  readonly mayRevise: boolean;
};

/** The bidder's own bid with every version it sent, each with its receipt; nobody else is shown this. */
export function OwnBidPanel({ bid, isSealed, beside, tools, mayRevise, ...asked }: OwnBidPanelProps) {
  const { zone } = asked;
  const t = useTranslations("bidding.own");
  const [latest, ...earlier] = bid.versions;
  return (
    <Panel
      title={t("title")}
      id="own-bid"
      isFlush
      fold={bid.isExpired ? "open" : "closed"}
      aside={
        <span className="flow">
          <MoneyText minor={BigInt(latest.content.totalMinor)} currency={latest.content.currency} display="code" />
          <QuietChip icon={isSealed ? "lock-keyhole" : "circle-dashed"}>
            {t(`state.${bid.isExpired ? "expired" : bid.state}`)}
          </QuietChip>
        </span>
      }
    >
      {bid.isExpired && (
        <div className="p-4">
          <Note tone="warn">
            <Sentences>
              {t.rich("expiredAt", { time: () => <TimeText at={bid.expiresAt} zone={zone} /> })}
              {t(mayRevise ? "renew" : "renewLater")}
            </Sentences>
          </Note>
        </div>
      )}
      <Version version={latest} {...asked} />
      {beside}
      {earlier.length > 0 && (
        <details className="border-t border-line">
          <summary className="px-4 py-2">{t("earlier", { count: earlier.length })}</summary>
          <ul className="version-list">
            {earlier.map((version) => (
              <li key={version.version}>
                <Version version={version} {...asked} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {tools && <div className="flow border-t border-line px-4 py-2">{tools}</div>}
    </Panel>
  );
}

type VersionProps = Pick<OwnBidPanelProps, "service" | "spec" | "zone" | "places" | "gates" | "proofHref"> & {
  readonly version: OwnVersion;
};

function Version({ version, service, spec, zone, places, gates, proofHref }: VersionProps) {
  const t = useTranslations("bidding.own");
  const words = useTranslations();
  const locale = useLocale();
  const { content } = version;
  const check = checkCells(content, { locale, words: (key, values) => words(key, values) });
  return (
    <>
      <div className="version-head">
        <b>{t("version", { number: version.version })}</b>
        <TimeText at={version.submittedAt} zone={zone} hasSeconds />
        <span>
          {promisedTime(service, content, (key, values) => words(key, values))} · {t("validUntil")}{" "}
          <TimeText at={content.validUntil} zone={zone} />
        </span>
        <span className="receipt">
          {t("receipt")} <Anchor href={`${proofHref}?receipt=${version.receipt}#check`}>{version.receipt}</Anchor>
        </span>
        {version.doesReceiptHold === true && <span>{t("receiptHolds", { count: content.files?.length ?? 0 })}</span>}
      </div>
      {version.doesReceiptHold === false && (
        <div className="p-4">
          <Note tone="warn">{t("receiptBroken")}</Note>
        </div>
      )}
      <OfferFacts content={content} service={service} />
      <LinesTable check={check} caption={t("lines")} />
      <AlternativesView content={content} service={service} />
      <StoredTerms service={service} {...termsIn(content)} spec={spec} zone={zone} places={places} />
      <GateAnswers gates={gates} content={content} />
      <CommercialTermsView content={content} />
      {content.exclusions.length > 0 && (
        <p className="px-4 py-2 text-sm">
          {t("exclusions")} {content.exclusions.map((code) => words(`services.charge.${code}`)).join(" · ")}
        </p>
      )}
      {content.remarks !== "" && <p className="px-4 py-2 text-sm">{content.remarks}</p>}
    </>
  );
}

type RemarksProps = { readonly at: WrittenAt; readonly text: string; readonly show: ShowText };

const Remarks = ({ at, text, show }: RemarksProps) =>
  text !== "" && <div className="px-4 py-2 text-sm">{show({ ...at, text })}</div>;

type ShownBidsProps = {
  readonly bids: readonly ShownBid[];
  readonly service: Service;
  /** What was asked for, as the kind's schema reads it. */
  readonly spec: unknown;
  readonly zone: string;
  /** The places that the market knows, whose names the reader is shown. */
  readonly places: readonly NamedPlace[];
  /** What the market has seen of the bidders, to the buyer that is told who they are. */
  readonly records: readonly BidderRecord[];
  /** What each bid had to answer. */
  readonly gates: readonly Gate[];
  /** How payments like the one asked for have fared, by channel; null for other services. */
  readonly corridor: OwnCorridor | null;
  /** Where a bid is negotiated; null where no round was published or none can be begun. */
  readonly negotiationHref: ((bidId: string) => string) | null;
  readonly requestId: string;
  readonly show?: ShowText;
};

/** Bids that may be read: to the buyer with their lines, to rivals of open bidding as letters with a total. */
export function ShownBids({
  bids,
  service,
  spec,
  records,
  gates,
  corridor,
  negotiationHref,
  requestId,
  show = asWritten,
  ...shown
}: ShownBidsProps) {
  const { zone } = shown;
  const t = useTranslations("bidding.bids");
  const words = useTranslations();
  const locale = useLocale();
  const nameOf = (bid: ShownBid) => {
    if (bid.provider) return `${bid.letter} ${partyName(bid.provider, locale)}`;
    return bid.isOwn ? t("you", { letter: bid.letter }) : t("bidder", { letter: bid.letter });
  };
  const linesOf = (bid: ShownBid) =>
    bid.isOwn && !bid.provider ? t("ownLines", { letter: bid.letter }) : t("linesOf", { name: nameOf(bid) });
  const nameWithLink = (bid: ShownBid) =>
    bid.provider ? <Anchor href={`/${locale}/providers/${bid.provider.id}`}>{nameOf(bid)}</Anchor> : nameOf(bid);
  const onTimeOf = (bid: ShownBid) => {
    const record = records.find(({ id }) => id === bid.provider?.id);
    return record && <OnTimeText onTime={record.onTime} />;
  };
  const stateOf = (bid: ShownBid) => words(`bidding.own.state.${bid.isExpired ? "expired" : bid.state}`);
  // Where nothing is paid at cost the total is the own price.
  const hasAtCost = bids.some((bid) => bid.ownPrice.minor !== bid.total.minor);
  const daysOf = ({ content, transitDays }: ShownBid) =>
    promisedFigure(service, { terms: content?.terms, transitDays }, (key, values) => words(key, values));
  return (
    <Panel title={t("title", { count: bids.length })} id="bids" isFlush>
      <DataTable
        caption={t("caption")}
        rows={bids}
        rowKey={(bid) => bid.id}
        height="regular"
        columns={[
          { key: "who", head: t("who"), cell: nameWithLink },
          { key: "state", card: "facts", head: t("state"), cell: stateOf },
          { key: "days", card: "facts", isNamedOnCard: true, head: t("days"), isNumber: true, cell: daysOf },
          ...(records.length > 0
            ? [
                {
                  key: "onTime",
                  card: "facts" as const,
                  isNamedOnCard: true,
                  head: words("catalogue.bidders.onTime"),
                  cell: onTimeOf,
                },
              ]
            : []),
          {
            key: "valid",
            card: "facts",
            head: t("valid"),
            cell: (bid) => <TimeText at={bid.validUntil} zone={zone} />,
          },
          ...(hasAtCost
            ? [
                {
                  key: "ownPrice",
                  card: "facts" as const,
                  isNamedOnCard: true,
                  head: t("ownPrice"),
                  isNumber: true,
                  cell: (bid: ShownBid) => <MoneyText {...bid.ownPrice} display="code" />,
                },
              ]
            : []),
          {
            key: "total",
            card: "end",
            head: t("total"),
            isNumber: true,
            cell: (bid) => <MoneyText {...bid.total} display="code" />,
          },
        ]}
      />
      {bids.map(
        (bid) =>
          bid.content && (
            <details key={bid.id} className="border-t border-line">
              <summary className="px-4 py-2">{linesOf(bid)}</summary>
              {negotiationHref && (
                <p className="px-4 py-2">
                  <ButtonLink size="small" href={negotiationHref(bid.id)}>
                    {words("negotiation.link.buyer")}
                  </ButtonLink>
                </p>
              )}
              <OfferFacts content={bid.content} service={service} />
              <LinesTable
                check={checkCells(bid.content, { locale, words: (key, values) => words(key, values) })}
                caption={nameOf(bid)}
              />
              <AlternativesView content={bid.content} service={service} />
              <StoredTerms service={service} {...termsIn(bid.content)} spec={spec} {...shown} />
              <BidChannel corridor={corridor} terms={bid.content.terms} />
              <GateAnswers gates={gates} content={bid.content} />
              <CommercialTermsView content={bid.content} />
              <Remarks at={{ kind: "bid", id: requestId, part: bid.id }} text={bid.content.remarks} show={show} />
            </details>
          ),
      )}
    </Panel>
  );
}
