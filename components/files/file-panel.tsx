import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor, ErrorNote, Note, Panel } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { Icon } from "@/components/ui/icons/icon";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { ShownFile } from "@/domain/files/file";
import type { FormAction } from "@/domain/shared/form-state";
import { numberFormat } from "@/components/ui/format";
import type { UploadFormProps } from "./upload-form";
import { UploadFormOnDemand } from "./upload-form-on-demand";
import type { FileDifference } from "@/domain/files/bid-files";

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** Kilobytes, megabytes from one on; nothing that is there has none. */
function FileSizeText({ bytes }: { readonly bytes: number }) {
  const t = useTranslations("files.size");
  const locale = useLocale();
  const isLarge = bytes >= MEGABYTE;
  const value = isLarge ? bytes / MEGABYTE : Math.max(1, Math.round(bytes / KILOBYTE));
  const words = numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return t(isLarge ? "megabytes" : "kilobytes", { value: words });
}

type FileTableProps = {
  readonly files: readonly ShownFile[];
  readonly zone: string;
  readonly caption: string;
  readonly remove: FormAction | null;
  /** What a file is for, where its subject has parts. */
  readonly purpose?: (file: ShownFile) => ReactNode;
};

function NameCell({ file }: { readonly file: ShownFile }) {
  if (!file.mayRead) return <span className="break-anywhere">{file.name}</span>;
  return (
    <Anchor className="break-anywhere" href={`/api/files/${file.id}`} download>
      <Icon name="download" /> {file.name}
    </Anchor>
  );
}

/** What is attached, with what is known of each file. */
function FileTable({ files, zone, caption, remove, purpose }: FileTableProps) {
  const t = useTranslations("files");
  const state = (file: ShownFile) => t(`state.${file.state}`);
  const kind = (file: ShownFile) => t(`kind.${file.kind}`);
  const size = (file: ShownFile) => <FileSizeText bytes={file.sizeBytes} />;
  const taking = (file: ShownFile) =>
    remove &&
    file.mayRemove && (
      <OneButtonForm action={remove} fields={{ fileId: file.id }} size="small">
        {t("panel.remove")}
      </OneButtonForm>
    );
  return (
    <DataTable
      caption={caption}
      rows={files}
      rowKey={(file) => file.id}
      columns={[
        {
          key: "name",
          head: t("panel.name"),
          cell: (file) => <NameCell file={file} />,
          detail: (file) => purpose?.(file) ?? (file.isOwn ? t("panel.own") : ""),
        },
        { key: "kind", card: "title", head: t("panel.kind"), cell: kind, detail: size },
        { key: "state", card: "route", head: t("panel.state"), cell: state },
        { key: "added", head: t("panel.added"), cell: (file) => <TimeText at={file.createdAt} zone={zone} /> },
        { key: "remove", card: "facts", head: t("panel.remove"), isHeadHidden: true, cell: taking },
      ]}
    />
  );
}

type FilePanelProps = {
  readonly id: string;
  readonly title: ReactNode;
  readonly files: readonly ShownFile[];
  readonly zone: string;
  /** Null where the reader only reads. */
  readonly remove: FormAction | null;
  /** Where the viewer may add some now. */
  readonly upload: UploadFormProps | null;
  /** How the upload went that led here: a code. */
  readonly outcome: string | null;
  readonly purpose?: (file: ShownFile) => ReactNode;
  /** What is to be said of the files together. */
  readonly children?: ReactNode;
};

/** How the last upload went; a code that has no words came from nobody's form. */
export function UploadOutcome({ code }: { readonly code: string }) {
  const t = useTranslations("files");
  const common = useTranslations("common.refusal");
  if (code === "kept") return <Note tone="ok">{t("outcome.kept")}</Note>;
  if (code === "sent") return <Note tone="ok">{t("outcome.sent")}</Note>;
  if (code === "none") return <ErrorNote what={t("outcome.none")} />;
  if (!/^[a-z_]{1,40}$/.test(code)) return null;
  if (t.has(`refusal.${code}`)) return <ErrorNote what={t(`refusal.${code}`)} />;
  return common.has(code) ? <ErrorNote what={common(code, { seconds: 1 })} /> : null;
}

/** What is attached to a request, a bid or an order, and the form that adds to it. */
export function FilePanel({ id, title, files, zone, remove, upload, outcome, purpose, children }: FilePanelProps) {
  const t = useTranslations("files");
  const isUnscanned = files.some((file) => file.state === "unscanned");
  return (
    <Panel
      title={title}
      id={id}
      aside={t("panel.count", { count: files.length })}
      isFlush
      fold={outcome ? "open" : "closed"}
    >
      {files.length > 0 ? (
        <FileTable files={files} zone={zone} caption={t("panel.caption")} remove={remove} purpose={purpose} />
      ) : (
        <p className="p-4">{t("panel.none")}</p>
      )}
      {isUnscanned && <Note tone="warn">{t("notice.unscanned")}</Note>}
      {children}
      {(upload || outcome) && (
        <div className="panel-body form-stack">
          {outcome && <UploadOutcome code={outcome} />}
          {upload && <UploadFormOnDemand {...upload} />}
        </div>
      )}
    </Panel>
  );
}

type BidFilesNoteProps = {
  readonly difference: FileDifference;
  /** Sends the bid once more with the files as they are; for its bidder, while that may be. */
  readonly send: { readonly action: FormAction; readonly fields: Readonly<Record<string, string>> } | null;
};

/** How the files differ from those that the sent version names, and to the bidder the button that sends them. */
export function BidFilesNote({ difference, send }: BidFilesNoteProps) {
  const t = useTranslations("files.bid");
  const { added, missing, exchanged } = difference;
  if (added.length + missing.length + exchanged.length === 0) return null;
  return (
    <div className="p-4">
      <Note tone="warn">
        {exchanged.length > 0 && <p>{t("exchanged", { count: exchanged.length })}</p>}
        {missing.length > 0 && <p>{t("missing", { count: missing.length })}</p>}
        {added.length > 0 && <p>{t("added", { count: added.length })}</p>}
        {send && (
          <div className="pt-2">
            <OneButtonForm action={send.action} fields={send.fields} size="small">
              {t("send")}
            </OneButtonForm>
          </div>
        )}
      </Note>
    </div>
  );
}
