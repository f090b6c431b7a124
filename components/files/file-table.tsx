import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/actions/anchor";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { Icon } from "@/components/ui/icons/icon";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import type { ShownFile } from "@/domain/files/file-view";
import type { FormAction } from "@/domain/shared/form-state";
import { useLocale } from "next-intl";
import { numberFormat } from "@/components/ui/figures/intl-cache";

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
  readonly remove: FormAction;
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
export function FileTable({ files, zone, caption, remove, purpose }: FileTableProps) {
  const t = useTranslations("files");
  const state = (file: ShownFile) => t(`state.${file.state}`);
  const kind = (file: ShownFile) => t(`kind.${file.kind}`);
  const size = (file: ShownFile) => <FileSizeText bytes={file.sizeBytes} />;
  const taking = (file: ShownFile) =>
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
        { key: "kind", head: t("panel.kind"), cell: kind, detail: size },
        { key: "state", head: t("panel.state"), cell: state },
        { key: "added", head: t("panel.added"), cell: (file) => <TimeText at={file.createdAt} zone={zone} /> },
        { key: "remove", head: t("panel.remove"), isHeadHidden: true, cell: taking },
      ]}
      card={(file) => (
        <RowCard
          number={<NameCell file={file} />}
          title={
            <>
              {kind(file)} · {size(file)}
            </>
          }
          route={state(file)}
          facts={
            <>
              {purpose?.(file)} {taking(file)}
            </>
          }
        />
      )}
    />
  );
}
