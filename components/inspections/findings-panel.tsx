import { useDefectNames, usePlanWords } from "@/components/inspections/inspection-words";
import { useTranslations } from "next-intl";
import { CountText } from "@/components/ui/figures";
import { Note, Panel } from "@/components/ui/blocks";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { InspectionRound } from "@/views/inspections";
import { packedPercentOf, type Results } from "@/domain/inspections/results/results";

type PartProps = { readonly round: InspectionRound; readonly results: Results };

function Quantities({ round, results }: PartProps) {
  const t = useTranslations("inspections.findings");
  const words = usePlanWords(round.plan, results);
  const rows = round.plan.lines.map(({ ordered }, at) => ({
    ...{ at, ordered, name: words.line(at) },
    told: results.quantities.find(({ line }) => line === at),
  }));
  const percent = packedPercentOf(round.plan, results);
  const figure = (value: number | undefined) => (value === undefined ? t("notCounted") : <CountText value={value} />);
  return (
    <Panel title={t("quantities")} aside={percent === null ? undefined : t("packedPercent", { percent })} isFlush>
      <DataTable
        caption={t("quantities")}
        rows={rows}
        rowKey={({ at }) => String(at)}
        height="dense"
        columns={[
          { key: "line", head: t("line"), cell: ({ name }) => name },
          { key: "ordered", head: t("ordered"), isNumber: true, cell: ({ ordered }) => figure(ordered) },
          { key: "presented", head: t("presented"), isNumber: true, cell: ({ told }) => figure(told?.presented) },
          { key: "packed", head: t("packed"), isNumber: true, cell: ({ told }) => figure(told?.packed) },
        ]}
      />
    </Panel>
  );
}

function Defects({ round: { plan }, results }: PartProps) {
  const t = useTranslations("inspections.findings");
  const classes = useTranslations("inspections.class");
  const { defectName } = useDefectNames();
  const rows = results.defects.map((defect, at) => ({ ...defect, at }));
  // Where no sample is drawn units are looked at only if somebody says so.
  const hasUnits = plan.units > 0 || results.unitsInspected > 0;
  return (
    <Panel title={t("defects")} aside={hasUnits ? `${t("units")}: ${results.unitsInspected}` : undefined} isFlush>
      {rows.length === 0 ? (
        <p className="p-4">{t("none")}</p>
      ) : (
        <DataTable
          caption={t("defects")}
          rows={rows}
          rowKey={({ at }) => String(at)}
          height="dense"
          columns={[
            { key: "defect", head: t("defect"), cell: ({ code }) => defectName(code) },
            { key: "class", head: t("class"), cell: ({ defectClass }) => classes(defectClass) },
            { key: "count", head: t("count"), isNumber: true, cell: ({ count }) => <CountText value={count} /> },
            { key: "detail", head: t("detail"), cell: ({ words }) => words ?? "" },
          ]}
        />
      )}
    </Panel>
  );
}

function Checklist({ round, results }: PartProps) {
  const t = useTranslations("inspections");
  const words = usePlanWords(round.plan, results);
  const rows = round.plan.points.map(({ isCritical, tolerance = "" }, at) => ({
    ...{ at, isCritical, tolerance, name: words.point(at) },
    told: results.checklist.find(({ point }) => point === at),
  }));
  return (
    <Panel title={t("findings.checklist")} isFlush>
      <DataTable
        caption={t("findings.checklist")}
        rows={rows}
        rowKey={({ at }) => String(at)}
        height="dense"
        columns={[
          {
            key: "point",
            head: t("findings.point"),
            cell: ({ name, isCritical }) => (isCritical ? `${name} (${t("site.critical")})` : name),
          },
          { key: "result", head: t("findings.result"), cell: ({ told }) => (told ? t(`outcome.${told.outcome}`) : "") },
          { key: "tolerance", head: t("findings.tolerance"), cell: ({ tolerance }) => tolerance },
          { key: "measured", head: t("findings.measured"), cell: ({ told }) => told?.measured ?? "" },
        ]}
      />
    </Panel>
  );
}

/** What was found on a visit, part by part. */
export function FindingsPanels({ round, zone }: { readonly round: InspectionRound; readonly zone: string }) {
  const t = useTranslations("inspections");
  const { results, resultsAt } = round;
  if (!results) return null;
  return (
    <>
      {round.isWrittenLater && resultsAt !== null && (
        <Note tone="warn">{t.rich("page.later", { at: () => <TimeText at={resultsAt} zone={zone} /> })}</Note>
      )}
      <Defects round={round} results={results} />
      {round.plan.lines.length > 0 && <Quantities round={round} results={results} />}
      {round.plan.points.length > 0 && <Checklist round={round} results={results} />}
      {results.remarks && (
        <Panel title={t("findings.remarks")}>
          <p className="break-anywhere">{results.remarks}</p>
        </Panel>
      )}
    </>
  );
}
