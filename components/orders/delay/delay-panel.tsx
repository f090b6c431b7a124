import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { EmptyState } from "@/components/ui/page/empty-state";
import { Panel } from "@/components/ui/page/panel";
import { TimeText } from "@/components/ui/time/time-text";
import type { DelayView } from "@/domain/orders/delay/delay-view";
import { GivenReasons } from "./given-reasons";
import { WaitView } from "./wait-view";

type DelayPanelProps = {
  readonly view: DelayView;
  readonly here: string;
  readonly zone: string;
  /** The form that the address asks for. */
  readonly form: ReactNode;
};

/** The waits of an order: how long, why, and who pays what of it as of now. */
export function DelayPanel({ view, here, zone, form }: DelayPanelProps) {
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
