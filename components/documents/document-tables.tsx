import { useLocale, useTranslations } from "next-intl";
import { Anchor, Button, Note, Panel } from "@/components/ui/blocks";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import type { DealDocumentsPage, DocumentVersion, LeftOutDocument, PackProof } from "@/views/documents";
import type { DocumentKind } from "@/domain/services/document-kind";
import { SourceText } from "./readiness";
import { Field, Select, TextInput } from "@/components/ui/form/inputs";

type VersionTableProps = { readonly view: DealDocumentsPage; readonly zone: string };

/** Every version that was entered, with what may be done to the one that counts. */
export function VersionTable({ view, zone }: VersionTableProps) {
  const t = useTranslations("documents");
  const href = `/${useLocale()}/deals/${view.deal.id}/documents`;
  const newest = new Map<string, number>();
  for (const { id, version } of view.versions) newest.set(id, Math.max(version, newest.get(id) ?? 0));
  const isNewest = (one: DocumentVersion) => newest.get(one.id) === one.version;
  const columns: Column<DocumentVersion>[] = [
    {
      key: "paper",
      head: t("readiness.paper"),
      cell: (one) => t(`kind.${one.kind}`),
      detail: (one) => t("entered.number", { number: one.number }),
    },
    { key: "date", head: t("entered.date"), cell: (one) => <DateText day={one.date} hasYear /> },
    { key: "version", head: t("entered.version"), isNumber: true, cell: (one) => one.version },
    {
      key: "state",
      head: t("readiness.stateHead"),
      cell: (one) =>
        one.isWithdrawn ? t("entered.withdrawn") : isNewest(one) ? t("entered.current") : t("entered.older"),
    },
    {
      key: "by",
      head: t("entered.by"),
      cell: (one) => (
        <>
          {t("entered.as", { party: t(`party.${one.enteredAs}`) })}
          <TimeText at={one.enteredAt} zone={zone} hasYear />
        </>
      ),
    },
    {
      key: "actions",
      head: t("entered.actions"),
      cell: (one) =>
        isNewest(one) && view.ownIds.includes(one.id) ? (
          <>
            <Anchor href={`${href}?revise=${one.id}#enter`}>{t("entered.revise")}</Anchor>{" "}
            <Anchor href={`${href}?withdraw=${one.id}#withdraw`}>{t("entered.withdraw")}</Anchor>
          </>
        ) : null,
    },
  ];
  const rows = [...view.versions].sort((a, b) => b.enteredAt - a.enteredAt || b.version - a.version);
  return (
    <DataTable
      caption={t("entered.caption")}
      columns={columns}
      rows={rows}
      rowKey={(one) => `${one.id}.${one.version}`}
    />
  );
}

type LeftOutTableProps = {
  readonly leftOut: readonly LeftOutDocument[];
  /** What another rule asks for all the same. */
  readonly needed: readonly DocumentKind[];
};

/** Papers that other deals need and this one does not, with the condition that does not hold. */
export function LeftOutTable({ leftOut, needed }: LeftOutTableProps) {
  const t = useTranslations("documents");
  const because = (row: LeftOutDocument) => row.because.map((reason) => t(`left.reason.${reason}`)).join(" · ");
  const columns: Column<LeftOutDocument>[] = [
    { key: "paper", head: t("readiness.paper"), cell: (row) => t(`kind.${row.document}`) },
    {
      key: "because",
      card: "title",
      head: t("left.because"),
      className: "whitespace-normal",
      cell: because,
    },
    {
      key: "source",
      card: "route",
      head: t("rules.source"),
      className: "whitespace-normal",
      cell: (row) => <SourceText source={row.source} />,
    },
  ];
  return (
    <DataTable
      caption={t("left.caption")}
      columns={columns}
      rows={leftOut.filter(({ document }) => !needed.includes(document))}
      rowKey={(row) => row.ruleId}
      height="dense"
    />
  );
}

type ChoosePaperProps = { readonly action: string; readonly kinds: readonly DocumentKind[] };

/** Leads to the form of any paper that the viewer may enter: a question by GET, so it works unscripted. */
export function ChoosePaper({ action, kinds }: ChoosePaperProps) {
  const t = useTranslations("documents");
  return (
    <Panel title={t("choose.title")} id="choose">
      <form method="get" action={`${action}#enter`} className="form-stack">
        <Field id="choose-paper" label={t("choose.label")} isRequired>
          {(wired) => (
            <Select
              {...wired}
              name="enter"
              options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            />
          )}
        </Field>
        <div>
          <Button>{t("choose.send")}</Button>
        </div>
      </form>
    </Panel>
  );
}

type PackProofViewProps = {
  readonly proof: PackProof;
  /** What was asked about; empty where nothing was. */
  readonly hash: string;
  readonly zone: string;
};

type Entry = PackProof["entries"][number];

/** The hash of each part of a pack, and whether one that somebody holds is among them. */
export function PackProofView({ proof, hash, zone }: PackProofViewProps) {
  const t = useTranslations("packs.proof");
  const found = proof.entries.find(({ sha256 }) => sha256 === hash);
  const columns: Column<Entry>[] = [
    { key: "number", head: t("number"), isNumber: true, cell: ({ number }) => number },
    { key: "sha256", head: t("hash"), cell: ({ sha256 }) => <code className="break-all text-xs">{sha256}</code> },
    { key: "bytes", head: t("bytes"), isNumber: true, cell: ({ bytes }) => bytes },
  ];
  return (
    <>
      <Panel title={t("one")} id="one">
        <form method="get" action="#one" className="form-stack">
          <Field id="hash" label={t("hash")} help={t("oneHelp")} isRequired>
            {(wired) => (
              <TextInput
                {...wired}
                name="hash"
                defaultValue={hash}
                maxLength={64}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
          <div>
            <Button>{t("ask")}</Button>
          </div>
          {hash !== "" && (
            <Note tone={found ? "ok" : "warn"} isLive>
              {found ? t("found", { number: found.number }) : t("notFound")}
            </Note>
          )}
        </form>
      </Panel>
      <Panel title={t("list")} aside={<TimeText at={proof.madeAt} zone={zone} />} isFlush>
        <p className="panel-body">
          {t("root")} <code className="break-all">{proof.root}</code>
        </p>
        <DataTable
          caption={t("list")}
          columns={columns}
          rows={proof.entries}
          rowKey={({ number }) => String(number)}
          height="dense"
        />
      </Panel>
    </>
  );
}
