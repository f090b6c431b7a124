import { Sentences } from "@/components/ui/page/sentences";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MoneyText } from "@/components/ui/figures/money-text";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Note } from "@/components/ui/page/note";
import { Panel } from "@/components/ui/page/panel";
import { TimeText } from "@/components/ui/time/time-text";
import type { AmendedSince } from "@/domain/bidding/bid-form";
import type { Instant } from "@/domain/shared/instant";
import type { Money } from "@/domain/shared/money";
import { AmendmentsSince } from "./amendments-since";

type ConfirmPanelProps = {
  readonly closesAt: Instant;
  readonly zone: string;
  /** The amendments since the bid was made, in their order. */
  readonly since: readonly AmendedSince[];
  readonly before: Money;
  /** Null where the bid cannot be confirmed as it is. */
  readonly after: Money | null;
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
  const isSame = after !== null && after.minor === before.minor && after.currency === before.currency;
  return (
    <Panel title={t("confirm.title")} id="confirm">
      <div className="stack">
        <Note tone="warn">
          {t.rich("confirm.until", { time: () => <TimeText at={props.closesAt} zone={props.zone} /> })}
        </Note>
        <AmendmentsSince since={since} />
        {problem === null ? (
          <p>
            {t.rich(isSame || after === null ? "confirm.same" : "confirm.repriced", {
              before: () => <MoneyText {...before} display="code" />,
              after: () => (
                <b>
                  <MoneyText {...(after ?? before)} display="code" />
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
