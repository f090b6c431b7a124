import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/page/panel";
import { TimeText } from "@/components/ui/time/time-text";
import type { AmendmentView } from "@/domain/requests/amend/amendment-view";
import { ChangeList } from "./change-list";
import type { WordedChange } from "./word-changes";

/** An amendment with its changes in the reader's words; of those that a visitor is shown, the times. */
export type WordedAmendment = Omit<AmendmentView, "changes" | "times"> & {
  readonly changes: readonly WordedChange[];
  /** Whether the spec changed in ways that this reader is not shown. */
  readonly isPartial: boolean;
};

type AmendmentLogProps = {
  readonly amendments: readonly WordedAmendment[];
  readonly zone: string;
  /** Bids that were out at the close, since nobody had confirmed them. */
  readonly unconfirmed: number;
};

/** What has changed since the request was published, the latest first, for everybody who sees it. */
export function AmendmentLog({ amendments, zone, unconfirmed }: AmendmentLogProps) {
  const t = useTranslations("requests.amend");
  return (
    <Panel title={t("log")} id="changes" isFlush aside={t("count", { count: amendments.length })}>
      {unconfirmed > 0 && <p className="px-4 py-2">{t("unconfirmed", { count: unconfirmed })}</p>}
      <ol className="amendment-log">
        {amendments.map((amendment) => (
          <li key={amendment.number}>
            <h3>
              {t("number", { number: amendment.number })} <TimeText at={amendment.at} zone={zone} hasYear />
              {amendment.by && <span> {t("by", { name: amendment.by })}</span>}
            </h3>
            {amendment.reason !== "" && <p>{t("reason", { reason: amendment.reason })}</p>}
            <ChangeList changes={amendment.changes} />
            {amendment.isPartial && <p>{t("signInForChanges")}</p>}
            {amendment.isExtended && <p>{t("extended")}</p>}
            {amendment.staleCount > 0 && <p>{t("stale", { count: amendment.staleCount })}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
