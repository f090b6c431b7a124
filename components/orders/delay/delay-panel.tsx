import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { EmptyState } from "@/components/ui/page/empty-state";
import { Panel } from "@/components/ui/page/panel";
import { Note } from "@/components/ui/page/note";
import { RulingText } from "../charges/order-sum";
import { TimeText } from "@/components/ui/time/time-text";
import type { Ruling } from "@/domain/orders/ruling";
import type { DelayView } from "@/domain/orders/delay/delay-view";
import { GivenReasons } from "./given-reasons";
import { WaitView } from "./wait-view";

type DelayPanelProps = {
  readonly view: DelayView;
  readonly here: string;
  readonly zone: string;
  /** How disputes about the order have ended. */
  readonly rulings: readonly Ruling[];
  /** The form that the address asks for. */
  readonly form: ReactNode;
};

/** The waits of an order: how long, why, and who pays what of it as of now. */
export function DelayPanel({ view, here, zone, rulings, form }: DelayPanelProps) {
  const t = useTranslations("delay");
  if (view.waits.length === 0)
    return (
      <Panel title={t("panel.title")} id="delay" isFlush>
        <EmptyState reason={t("panel.empty")} detail={t("panel.emptyDetail", { mode: view.mode })} />
      </Panel>
    );
  return (
    <Panel
      title={t("panel.title")}
      id="delay"
      aside={
        <>
          {t("panel.asOf")} <TimeText at={view.now} zone={zone} />
        </>
      }
    >
      <div className="form-stack">
        {view.waits.map((wait) => (
          <WaitView key={wait.interval.place} wait={wait} mode={view.mode} zone={zone} />
        ))}
        {rulings.map((ruling) => (
          <Note key={ruling.disputeId}>
            <RulingText ruling={ruling} zone={zone} orderId={view.orderId} />
          </Note>
        ))}
        <GivenReasons segments={view.segments} here={here} zone={zone} />
        {form}
        {view.mayReport && !form && (
          <div className="flow">
            <ButtonLink href={`${here}?delay=report#delay-form`} icon="clock">
              {t("form.report")}
            </ButtonLink>
          </div>
        )}
      </div>
    </Panel>
  );
}
