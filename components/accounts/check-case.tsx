import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor, Panel } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { OwnLanguage } from "@/components/ui/own-language";
import { DataTable } from "@/components/ui/table/data-table";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import type { FormAction } from "@/domain/shared/form-state";
import type { LocalDate } from "@/domain/shared/time";
import type { CaseEntry, CasePaper } from "@/views/checks";

type PaperTableProps = {
  readonly papers: readonly CasePaper[];
  /** The name of a paper's file as its reader may have it; null where it is not theirs to open, or not yet. */
  readonly fileName: (fileId: string) => string | null;
  /** Null where none may be taken out. */
  readonly remove: FormAction | null;
};

/** The papers of a case, each with the file that is its picture. */
export function PaperTable({ papers, fileName, remove }: PaperTableProps) {
  const t = useTranslations("accounts.check.papers");
  const kind = useTranslations("accounts.check.paper");
  const until = ({ expiresOn }: CasePaper) =>
    expiresOn === null ? t("endless") : <DateText day={expiresOn as LocalDate} hasYear />;
  const file = ({ fileId }: CasePaper) => {
    const name = fileName(fileId);
    return name === null ? (
      "–"
    ) : (
      <Anchor className="break-anywhere" href={`/api/files/${fileId}`} download>
        {name}
      </Anchor>
    );
  };
  const taking = ({ id }: CasePaper) =>
    remove && (
      <OneButtonForm action={remove} fields={{ paperId: id }} size="small">
        {t("remove")}
      </OneButtonForm>
    );
  return (
    <DataTable
      caption={t("title")}
      rows={papers}
      rowKey={(paper) => paper.id}
      columns={[
        { key: "kind", head: t("kind"), cell: (paper) => kind(paper.kind), detail: (paper) => paper.number },
        { key: "issuer", card: "route", head: t("issuer"), cell: (paper) => <OwnLanguage>{paper.issuer}</OwnLanguage> },
        {
          ...{ key: "issuedOn", card: "facts", head: t("issuedOn") },
          cell: (paper) => <DateText day={paper.issuedOn as LocalDate} hasYear />,
        },
        { key: "expiresOn", card: "facts", head: t("expiresOn"), cell: until },
        { key: "file", card: "turn", head: t("file"), cell: file },
        { key: "remove", card: "facts", head: t("remove"), isHeadHidden: true, cell: taking },
      ]}
    />
  );
}

type CaseTalkProps = {
  readonly entries: readonly CaseEntry[];
  readonly zone: string;
  readonly children?: ReactNode;
};

/** What happened in a case and what was said, in order; `children` is where its reader answers. */
export function CaseTalk({ entries, zone, children }: CaseTalkProps) {
  const t = useTranslations("accounts.check");
  return (
    <Panel title={t("talk.title")} id="talk" isFlush>
      <DataTable
        caption={t("talk.title")}
        rows={entries}
        rowKey={(entry) => entry.id}
        height="regular"
        columns={[
          { key: "event", head: t("column.event"), cell: (entry) => t(`event.${entry.event}`) },
          {
            ...{ key: "words", card: "title", head: t("column.words") },
            cell: (entry) => (entry.words ? <OwnLanguage>{entry.words}</OwnLanguage> : "–"),
          },
          { key: "by", card: "facts", head: t("column.by"), cell: (entry) => entry.by ?? t("talk.market") },
          {
            ...{ key: "at", card: "facts", head: t("column.at") },
            cell: (entry) => <TimeText at={entry.at} zone={zone} hasYear />,
          },
        ]}
      />
      {children && <div className="panel-body">{children}</div>}
    </Panel>
  );
}
