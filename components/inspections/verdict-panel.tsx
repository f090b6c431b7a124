import { useTranslations } from "next-intl";
import { CountText } from "@/components/ui/number-text";
import { Panel } from "@/components/ui/panel";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { InspectionRound } from "@/views/inspections";
import { type ClassResult, type TestResult, verdictBasis } from "@/domain/inspections/judge";
import { usePlanWords } from "./inspection-words";
import { VerdictChip } from "./inspection-panel";
import { TimeText } from "@/components/ui/time/time-text";

function useWithin() {
  const t = useTranslations("inspections.sum");
  return (isWithin: boolean) => t(isWithin ? "yes" : "no");
}

function ClassTable({ rows }: { readonly rows: readonly ClassResult[] }) {
  const t = useTranslations("inspections");
  const within = useWithin();
  const figure = (
    key: "sampleSize" | "found" | "acceptanceNumber" | "rejectionNumber",
    head: string,
  ): Column<ClassResult> => ({
    key,
    head,
    isNumber: true,
    cell: (row) => <CountText value={row[key]} />,
  });
  return (
    <DataTable
      caption={t("sum.caption")}
      rows={rows}
      rowKey={(row) => row.defectClass}
      height="dense"
      columns={[
        { key: "class", head: t("sum.class"), cell: (row) => t(`class.${row.defectClass}`) },
        { key: "letter", head: t("sum.letter"), cell: (row) => row.codeLetter },
        figure("sampleSize", t("sum.sample")),
        figure("found", t("sum.found")),
        figure("acceptanceNumber", t("sum.limit")),
        figure("rejectionNumber", t("sum.rejected")),
        { key: "within", head: t("sum.within"), cell: (row) => within(row.isWithin) },
      ]}
    />
  );
}

type TestTableProps = { readonly rows: readonly TestResult[]; readonly nameOf: (at: number) => string };

function TestTable({ rows, nameOf }: TestTableProps) {
  const t = useTranslations("inspections.sum");
  const within = useWithin();
  const placed = rows.map((row, at) => ({ ...row, name: nameOf(at) }));
  return (
    <DataTable
      caption={t("tests")}
      rows={placed}
      rowKey={(row) => row.name}
      height="dense"
      columns={[
        { key: "test", head: t("test"), cell: (row) => row.name },
        { key: "sample", head: t("sample"), isNumber: true, cell: (row) => <CountText value={row.unitsTested} /> },
        { key: "failed", head: t("failed"), isNumber: true, cell: (row) => <CountText value={row.failed} /> },
        { key: "limit", head: t("limit"), isNumber: true, cell: (row) => <CountText value={row.acceptanceNumber} /> },
        { key: "within", head: t("within"), cell: (row) => within(row.isWithin) },
      ]}
    />
  );
}

/** The verdict with its sum: what was found against what is accepted, and why it fails or what waits. */
export function VerdictPanel({ round }: { readonly round: InspectionRound }) {
  const t = useTranslations("inspections");
  const words = usePlanWords(round.plan, round.results);
  const { judgement } = round;
  if (!judgement) return null;
  const isPreview = round.issuedAt === null;
  return (
    <Panel
      title={t("sum.title")}
      id={`verdict-${round.round}`}
      tools={<VerdictChip verdict={judgement.kind} />}
      aside={isPreview ? t("sum.preview") : undefined}
      isFlush
    >
      <div className="panel-body form-stack">
        <p>
          <b>{t(`verdictSay.${judgement.kind}`, { basis: verdictBasis(round.plan) })}</b> {t("sum.computed")}
        </p>
        {judgement.fails.length > 0 && (
          <div>
            <h3 className="field-label">{t("sum.fails")}</h3>
            <ul className="plain-list">
              {judgement.fails.map((reason) => (
                <li key={words.why(reason)}>{words.why(reason)}</li>
              ))}
            </ul>
          </div>
        )}
        {judgement.pending.length > 0 && (
          <div>
            <h3 className="field-label">{t("sum.pending")}</h3>
            <ul className="plain-list">
              {judgement.pending.map((reason) => (
                <li key={words.why(reason)}>{words.why(reason)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {judgement.classes.length > 0 && <ClassTable rows={judgement.classes} />}
      {judgement.tests.length > 0 && <TestTable rows={judgement.tests} nameOf={words.test} />}
    </Panel>
  );
}

/** What was decided on a report, whose word it was and why: the buyer's, or nobody's of it where a dispute has ended so. */
export function DecisionPanel({ round, zone }: { readonly round: InspectionRound; readonly zone: string }) {
  const t = useTranslations("inspections.decide");
  const { decision } = round;
  if (!decision) return null;
  return (
    <Panel title={t(decision.by === null ? "titleSettled" : "title2")} id={`decision-${round.round}`}>
      <p>
        <b>{t(`done.${decision.decision}`)}</b> <TimeText at={decision.at} zone={zone} />
        {decision.by && <> {t("by", { name: decision.by })}</>}
      </p>
      {decision.reason && <p className="break-anywhere">{decision.reason}</p>}
    </Panel>
  );
}
