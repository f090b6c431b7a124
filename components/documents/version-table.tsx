import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/actions/anchor";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { DateText } from "@/components/ui/time/date-text";
import { TimeText } from "@/components/ui/time/time-text";
import type { DocumentsView, DocumentVersion } from "@/domain/documents/document-view";

type VersionTableProps = { readonly view: DocumentsView; readonly zone: string };

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
