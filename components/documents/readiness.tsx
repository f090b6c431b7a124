import { noteIn } from "@/domain/shared/locale";
import { type LookState, QuietChip } from "@/components/ui/cells";
import { useSourceName } from "@/components/services/country-name";
import { useLocale, useTranslations } from "next-intl";
import { StateChip } from "@/components/ui/state-chip";
import type { GoodsAct, PaperState } from "@/domain/documents/readiness";
import { Icon } from "@/components/ui/icons/icon";
import { useNameList } from "@/components/ui/words";
import { CountText, MoneyText } from "@/components/ui/figures";
import { numberFormat } from "@/components/ui/format";
import { DateText } from "@/components/ui/time/time-text";
import { Anchor, Panel } from "@/components/ui/blocks";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { DealDocuments, DealDocumentsPage, DocumentFinding, NeededDocument } from "@/views/documents";
import { formatDay } from "@/components/ui/time/format-time";
import { provesOrigin } from "@/domain/services/document-kind";

/** Where a rule can be read, in the reader's language where the market knows its name. */
export function SourceText({ source }: { readonly source: string }) {
  return useSourceName("documents")(source);
}

const LOOKS: Readonly<Record<Exclude<PaperState, "missing" | "optional" | "not_entered">, LookState>> = {
  entered: "held",
  blocked: "disputed",
  ready: "completed",
};

function PaperStateChip({ state }: { readonly state: PaperState }) {
  const t = useTranslations("documents.state");
  if (state === "not_entered") return <QuietChip icon="file-text">{t(state)}</QuietChip>;
  if (state === "missing" || state === "optional") return <QuietChip icon="circle-dashed">{t(state)}</QuietChip>;
  return <StateChip state={LOOKS[state]}>{t(state)}</StateChip>;
}

/** The papers of a deal in one chip: ready, how many are missing or blocked, or that they have done their work. */
export function ReadinessChip({ readiness }: { readonly readiness: DealDocuments["readiness"] }) {
  const t = useTranslations("documents.readiness");
  const { state, missing, blocked } = readiness;
  if (state === "blocked") return <StateChip state="disputed">{t("blocked", { count: blocked })}</StateChip>;
  if (state === "missing") return <QuietChip icon="circle-dashed">{t("missing", { count: missing })}</QuietChip>;
  if (state === "past") return <QuietChip icon="file-text">{t("past")}</QuietChip>;
  return <StateChip state="completed">{t("ready")}</StateChip>;
}

type Side = DocumentFinding["left"];

const GRAMS_PER_KG = 1_000;

/** To the gram: two weights that differ must not look alike. */
function ExactWeight({ grams }: { readonly grams: number }) {
  const t = useTranslations("documents.findings");
  const format = numberFormat(useLocale(), { maximumFractionDigits: 3 });
  return t("kilograms", { value: format.format(grams / GRAMS_PER_KG) });
}

function StatedText({ stated }: { readonly stated: Side["stated"] }) {
  const nameList = useNameList();
  switch (stated.as) {
    case "weight":
      return <ExactWeight grams={stated.grams} />;
    case "count":
      return <CountText value={stated.count} />;
    case "codes":
      return nameList(stated.codes);
    case "money":
      return <MoneyText {...stated.money} display="code" />;
    case "day":
      return <DateText day={stated.day} hasYear />;
    case "text":
      return stated.text;
  }
}

/** One side of a contradiction: which paper, and what it says. */
function SideText({ side }: { readonly side: Side }) {
  const t = useTranslations("documents");
  const { source } = side;
  const name =
    source === "deal" || source === "lines" || source === "border" ? t(`findings.${source}`) : t(`kind.${source}`);
  return (
    <>
      {t("findings.side", { source: name })} <b>{<StatedText stated={side.stated} />}</b>
    </>
  );
}

const BPS_PER_PERCENT = 100;

/** What does not agree, each with both papers and both values. */
export function FindingList({ findings }: { readonly findings: readonly DocumentFinding[] }) {
  const t = useTranslations("documents");
  return (
    <ul className="form-stack">
      {findings.map((finding) => (
        <li key={JSON.stringify([finding.rule, finding.left, finding.right], plain)}>
          <Icon name={finding.severity === "blocked" ? "triangle-alert" : "info"} />{" "}
          <span className="sr-only">{t(`findings.${finding.severity}`)}</span> {t(`check.${finding.rule}`)}
          <br />
          <SideText side={finding.left} />
          {finding.right && (
            <>
              <br />
              <SideText side={finding.right} />
            </>
          )}
          {finding.toleranceBps > 0 && (
            <>
              <br />
              {t("findings.tolerance", { percent: finding.toleranceBps / BPS_PER_PERCENT })}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

const plain = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

/** Why a paper is needed: what the rule says, since when, and where it can be read. */
function ReasonText({ kind, reasons }: Pick<NeededDocument, "kind" | "reasons">) {
  const t = useTranslations("documents.readiness");
  const locale = useLocale();
  if (reasons.length === 0) return t(provesOrigin(kind) ? "unaskedOrigin" : "unasked");
  return reasons.map((reason) => (
    <div key={reason.ruleId}>
      {noteIn({ ...reason, noteEn: reason.note }, locale)}
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

const PAST = {
  left: "next.left",
  entered: "next.released",
  cleared: "next.released",
  delivered: "next.delivered",
  over: "next.over",
} as const satisfies Readonly<Record<GoodsAct, string>>;

type NextStepProps = { readonly row: NeededDocument; readonly view: DealDocumentsPage; readonly href: string };

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
  if (row.doneBy) return t(PAST[row.doneBy]);
  const own = row.entries.find(({ id }) => view.ownIds.includes(id));
  const words = row.state === "blocked" ? t("next.mend") : row.state === "entered" ? t("next.look") : t("next.nothing");
  if (!own || row.state === "ready") return words;
  return <Anchor href={`${href}?revise=${own.id}#enter`}>{words}</Anchor>;
}

type ReadinessTableProps = { readonly view: DealDocumentsPage };

/** Every paper that a deal needs or has: its state, who provides it, why, what contradicts it, and what to do next. */
export function ReadinessTable({ view }: ReadinessTableProps) {
  const t = useTranslations("documents");
  const href = `/${useLocale()}/deals/${view.deal.id}/documents`;
  const nameList = useNameList();
  const numbers = ({ entries, filed }: NeededDocument) =>
    nameList([...new Set([...entries, ...filed].map(({ number }) => number))]);
  const provider = (row: NeededDocument) => (row.provider ? t(`party.${row.provider}`) : null);
  const next = (row: NeededDocument) => (
    <>
      {row.findings.length > 0 && <FindingList findings={row.findings} />}
      <NextStep row={row} view={view} href={href} />
    </>
  );
  const columns: Column<NeededDocument>[] = [
    {
      key: "paper",
      head: t("readiness.paper"),
      cell: (row) => t(`kind.${row.kind}`),
      detail: numbers,
    },
    { key: "state", card: "top", head: t("readiness.stateHead"), cell: (row) => <PaperStateChip state={row.state} /> },
    { key: "provider", card: "end", head: t("readiness.provider"), cell: provider },
    {
      key: "why",
      card: "title",
      head: t("readiness.why"),
      className: "min-w-56 whitespace-normal",
      cell: (row) => <ReasonText kind={row.kind} reasons={row.reasons} />,
    },
    { key: "next", card: "facts", head: t("readiness.next"), className: "min-w-48 whitespace-normal", cell: next },
  ];
  return (
    <DataTable caption={t("readiness.caption")} columns={columns} rows={view.documents} rowKey={(row) => row.kind} />
  );
}

/** The papers on the page of a deal or an order, with the way to all of them. */
export function ReadinessPanel({ view }: { readonly view: DealDocumentsPage }) {
  const t = useTranslations("documents.readiness");
  const locale = useLocale();
  return (
    <Panel title={t("title")} id="papers" isFlush fold="closed" tools={<ReadinessChip readiness={view.readiness} />}>
      <ReadinessTable view={view} />
      <p className="panel-body">
        <Anchor href={`/${locale}/deals/${view.deal.id}/documents`}>{t("open")}</Anchor>
      </p>
    </Panel>
  );
}
