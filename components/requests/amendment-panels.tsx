import { useTranslations } from "next-intl";
import { ButtonLink, Note, Panel } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import type { Amendment } from "@/views/amendments";
import { AmendmentsSince, ChangeList } from "./amendment-changes";
import type { WordedChange } from "./amendment-words";
import { Sentences } from "@/components/ui/words";
import type { ReactNode } from "react";
import { MoneyText } from "@/components/ui/figures";
import type { RepriceCause } from "@/domain/bidding/bid-content";
import type { AmendedSince } from "@/domain/bidding/bid-form";
import type { Instant } from "@/domain/shared/time";
import type { Money } from "@/domain/shared/money";

/** An amendment with its changes in the reader's words; of those that a visitor is shown, the times. */
export type WordedAmendment = Omit<Amendment, "changes"> & {
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

type ConfirmPanelProps = {
  readonly closesAt: Instant;
  readonly zone: string;
  /** The amendments since the bid was made, in their order. */
  readonly since: readonly AmendedSince[];
  readonly before: Money;
  /** Null where the bid cannot be confirmed as it is. */
  readonly after: { readonly total: Money; readonly because: RepriceCause } | null;
  readonly problem: string | null;
  readonly here: string;
  readonly mayAct: boolean;
  /** The button that confirms. */
  readonly children: ReactNode;
};

/** What happened to the bidder's bid, the difference in view, the old and the new total, and what can be done until when. */
export function ConfirmPanel(props: ConfirmPanelProps) {
  const t = useTranslations("requests.amend");
  const { before, after, problem, since } = props;
  const total = after?.total ?? before;
  const isSame = total.minor === before.minor && total.currency === before.currency;
  return (
    <Panel title={t("confirm.title")} id="confirm">
      <div className="stack">
        <Note tone="warn">
          {t.rich("confirm.until", { time: () => <TimeText at={props.closesAt} zone={props.zone} /> })}
        </Note>
        <AmendmentsSince since={since} />
        {problem === null ? (
          <p>
            {t.rich(isSame ? "confirm.same" : "confirm.repriced", {
              because: after?.because ?? "quantities",
              before: () => <MoneyText {...before} display="code" />,
              after: () => (
                <b>
                  <MoneyText {...total} display="code" />
                </b>
              ),
            })}
          </p>
        ) : (
          <Note tone="warn">
            <Sentences>
              {t("confirm.cannot")}
              {problem}
            </Sentences>
          </Note>
        )}
        {props.mayAct && (
          <div className="flex flex-wrap items-center gap-2">
            {props.children}
            <ButtonLink href={`${props.here}#bid`}>{t("confirm.revise")}</ButtonLink>
            <ButtonLink variant="quiet" href={`${props.here}?step=withdraw#withdraw`}>
              {t("confirm.withdraw")}
            </ButtonLink>
          </div>
        )}
      </div>
    </Panel>
  );
}
