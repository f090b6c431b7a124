import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/page/panel";
import { TimeText } from "@/components/ui/time/time-text";
import type { RoundView } from "@/domain/inspections/inspection-view";

/** What was decided on a report, whose word it was and why: the buyer's, or nobody's of it where a dispute has ended so. */
export function DecisionPanel({ round, zone }: { readonly round: RoundView; readonly zone: string }) {
  const t = useTranslations("inspections.decide");
  const { decision } = round;
  if (!decision) return null;
  return (
    <Panel title={t(decision.by === null ? "titleSettled" : "title2")} id={`decision-${round.number}`}>
      <p>
        <b>{t(`done.${decision.kind}`)}</b> <TimeText at={decision.at} zone={zone} />
        {decision.by && <> {t("by", { name: decision.by })}</>}
      </p>
      {decision.reason && <p className="break-anywhere">{decision.reason}</p>}
    </Panel>
  );
}
