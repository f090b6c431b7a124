import { useNameList } from "@/components/ui/words";
import { useTranslations } from "next-intl";
import { CountText } from "@/components/ui/figures";
import { Note, Panel, ScrollBox } from "@/components/ui/blocks";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { recomputeScript } from "@/domain/inspections/carton-draw";
import type { InspectionRound } from "@/views/inspections";
import { drawsCartons } from "@/domain/inspections/round-plan";

/** How the cartons came about, with the means to draw them anew without this market. */
export function DrawPanel({ round }: { readonly round: InspectionRound }) {
  const t = useTranslations("inspections.draw");
  const nameList = useNameList();
  const { commitment, seed, cartons, drawn, check } = round.draw;
  if (commitment === null) return null;
  if (!drawsCartons(round.plan))
    return (
      <Panel title={t("title")} id={`draw-${round.round}`}>
        <p>{t("noDraw")}</p>
      </Panel>
    );
  const isFitting = check !== null && check.isSeedCommitted && check.isSameDraw;
  return (
    <Panel title={t("title")} id={`draw-${round.round}`} isFlush>
      <WaybillGrid
        isFlat
        columns={2}
        boxes={[
          {
            number: 1,
            label: t("commitment"),
            value: <code className="break-anywhere">{commitment}</code>,
            span: "all",
          },
          {
            number: 2,
            label: t("seed"),
            value: seed === null ? t("seedLater") : <code className="break-anywhere">{seed}</code>,
            span: "all",
          },
          ...(cartons === null
            ? []
            : [
                { number: 3, label: t("cartons"), value: <CountText value={cartons} /> },
                { number: 4, label: t("drawn"), value: t("drawnCount", { count: drawn.length, all: cartons }) },
                { number: 5, label: t("numbers"), value: nameList(drawn.map(String)), span: "all" as const },
              ]),
        ]}
      />
      {check && seed !== null && cartons !== null && (
        <div className="panel-body form-stack">
          <Note tone={isFitting ? "ok" : "warn"}>{t(isFitting ? "fits" : "broken")}</Note>
          <details className="fold">
            <summary>
              <span />
              <span className="fold-title">{t("anybody")}</span>
            </summary>
            <div>
              <p>{t("anybodyHelp")}</p>
              <ScrollBox label={t("anybody")}>
                <pre>
                  <code>{recomputeScript({ seed, cartons, count: drawn.length })}</code>
                </pre>
              </ScrollBox>
            </div>
          </details>
        </div>
      )}
    </Panel>
  );
}
