import { useNameList } from "@/components/ui/page/sentences";
import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/actions/anchor";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import type { DocumentsView } from "@/domain/documents/document-view";
import type { ReadinessRow } from "@/domain/documents/readiness";
import { FindingList } from "./finding-list";
import { PaperStateChip } from "./paper-state-chip";
import { formatDay } from "@/components/ui/time/format-time";
import { provesOrigin } from "@/domain/services/document-kind";
import { SourceText } from "./source-text";

/** Why a paper is needed: what the rule says, since when, and where it can be read. */
function ReasonText({ kind, reasons }: Pick<ReadinessRow, "kind" | "reasons">) {
  const t = useTranslations("documents.readiness");
  const locale = useLocale();
  if (reasons.length === 0) return t(provesOrigin(kind) ? "unaskedOrigin" : "unasked");
  return reasons.map((reason) => (
    <div key={reason.ruleId}>
      {locale === "zh-CN" ? reason.noteZh : reason.noteEn}
      <br />
      <small>
        {t("source")} <SourceText source={reason.source} /> ·{" "}
        {[
          t("since", { day: formatDay(reason.fromDay, locale, true) }),
          ...(reason.daysAhead > 0 ? [t("ahead", { days: reason.daysAhead })] : []),
        ].join(" · ")}
      </small>
    </div>
  ));
}

type NextStepProps = { readonly row: ReadinessRow; readonly view: DocumentsView; readonly href: string };

/** What is to be done about a paper, as a link where the viewer may do it. */
function NextStep({ row, view, href }: NextStepProps) {
  const t = useTranslations("documents");
  if (row.state === "missing" || row.state === "optional") {
    if (view.enterable.includes(row.kind))
      return (
        <Anchor href={`${href}?enter=${row.kind}#enter`} aria-label={t("form.title", { kind: t(`kind.${row.kind}`) })}>
          {t("next.enter")}
        </Anchor>
      );
    if (row.state === "optional") return t("next.optional");
    return t("next.wait", { party: row.provider ? t(`party.${row.provider}`) : "" });
  }
  if (row.state === "not_entered") return t("next.past");
  const own = row.documents.find(({ id }) => view.ownIds.includes(id));
  const words = row.state === "blocked" ? t("next.mend") : row.state === "entered" ? t("next.look") : t("next.nothing");
  if (!own || row.state === "ready") return words;
  return <Anchor href={`${href}?revise=${own.id}#enter`}>{words}</Anchor>;
}

type ReadinessTableProps = { readonly view: DocumentsView };

/** Every paper that a deal needs or has: its state, who provides it, why, what contradicts it, and what to do next. */
export function ReadinessTable({ view }: ReadinessTableProps) {
  const t = useTranslations("documents");
  const href = `/${useLocale()}/deals/${view.deal.id}/documents`;
  const nameList = useNameList();
  const numbers = ({ documents, filed }: ReadinessRow) =>
    nameList([...new Set([...documents, ...filed].map(({ number }) => number))]);
  const provider = (row: ReadinessRow) => (row.provider ? t(`party.${row.provider}`) : null);
  const next = (row: ReadinessRow) => (
    <>
      {row.findings.length > 0 && <FindingList findings={row.findings} />}
      <NextStep row={row} view={view} href={href} />
    </>
  );
  const columns: Column<ReadinessRow>[] = [
    {
      key: "paper",
      head: t("readiness.paper"),
      cell: (row) => t(`kind.${row.kind}`),
      detail: numbers,
    },
    { key: "state", head: t("readiness.stateHead"), cell: (row) => <PaperStateChip state={row.state} /> },
    { key: "provider", head: t("readiness.provider"), cell: provider },
    {
      key: "why",
      head: t("readiness.why"),
      className: "min-w-56 whitespace-normal",
      cell: (row) => <ReasonText kind={row.kind} reasons={row.reasons} />,
    },
    { key: "next", head: t("readiness.next"), className: "min-w-48 whitespace-normal", cell: next },
  ];
  return (
    <DataTable
      caption={t("readiness.caption")}
      columns={columns}
      rows={view.readiness.rows}
      rowKey={(row) => row.kind}
      card={(row) => (
        <RowCard
          number={t(`kind.${row.kind}`)}
          chip={<PaperStateChip state={row.state} />}
          end={provider(row)}
          title={<ReasonText kind={row.kind} reasons={row.reasons} />}
          route={numbers(row)}
          facts={<div>{next(row)}</div>}
        />
      )}
    />
  );
}
