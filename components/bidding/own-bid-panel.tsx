import { Sentences } from "@/components/ui/sentences";
import { useLocale, useTranslations } from "next-intl";
import type { NamedPlace } from "@/domain/shared/named";
import type { ReactNode } from "react";
import { StoredTerms, termsIn } from "@/components/services/stored-terms";
import { Anchor } from "@/components/ui/anchor";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { TimeText } from "@/components/ui/time/time-text";
import { QuietChip } from "@/components/ui/state-chip";
import type { OwnBid, OwnVersion } from "@/views/bids";
import type { Gate } from "@/domain/requests/terms";
import type { Service } from "@/domain/shared/service";
import { AlternativesView, CommercialTermsView, GateAnswers, OfferFacts } from "./offer-view";
import { checkCells } from "./bid-check";
import { daysSpan } from "@/domain/shared/days-span";
import { LinesTable } from "./offer-lines";

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
      aside={
        <QuietChip icon={isSealed ? "lock-keyhole" : "circle-dashed"}>
          {t(`state.${bid.isExpired ? "expired" : bid.state}`)}
        </QuietChip>
      }
      tools={tools}
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
          {t("days", daysSpan(content.transitDays))} · {t("validUntil")}{" "}
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
