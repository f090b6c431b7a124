import { colonOf } from "@/components/ui/page/sentences";
import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/actions/anchor";
import { Panel } from "@/components/ui/page/panel";
import type { InspectionView } from "@/domain/inspections/inspection-view";
import { InspectionTurnBar } from "./inspection-turn-bar";
import { RoundStateChip } from "./round-state-chip";
import { VerdictChip } from "./verdict-chip";
import { VisitsTable } from "./visits-table";

/** The inspection on site on the page of its order, with the way to the whole record. */
export function InspectionPanel({ view, zone }: { readonly view: InspectionView; readonly zone: string }) {
  const t = useTranslations("inspections");
  const locale = useLocale();
  const last = view.rounds.at(-1);
  const reported = view.rounds.findLast(({ issuedAt }) => issuedAt !== null);
  return (
    <Panel
      title={t("panel.title")}
      id="inspection"
      tools={<RoundStateChip state={last?.state ?? view.noVisit} />}
      aside={<Anchor href={`/${locale}/orders/${view.orderId}/inspection`}>{t("panel.open")}</Anchor>}
    >
      <div className="form-stack">
        <InspectionTurnBar view={view} zone={zone} of={t("panel.title")} />
        {view.rounds.length > 0 && <VisitsTable rounds={view.rounds} zone={zone} />}
        {view.rounds.length === 0 && !view.noVisit && <p className="field-help">{t("panel.none")}</p>}
        {reported?.judgement && (
          <p>
            {t("panel.verdict") + colonOf(locale)}
            <VerdictChip verdict={reported.judgement.kind} />
            {reported.decision && (
              <>
                {" "}
                · {t("panel.decision") + colonOf(locale)}
                {t(`decide.done.${reported.decision.kind}`)}
              </>
            )}
          </p>
        )}
      </div>
    </Panel>
  );
}
