import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/table/data-table";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import type { CheckEntry } from "@/domain/accounts/organisation-check";

type CheckHistoryProps = { readonly entries: readonly CheckEntry[]; readonly zone: string };

/** All looks at an organisation's registration; what a later one took back stays on record. */
export function CheckHistory({ entries, zone }: CheckHistoryProps) {
  const t = useTranslations("accounts.check");
  const at = (entry: CheckEntry) => <TimeText at={entry.checkedAt} zone={zone} hasYear />;
  const until = ({ expiresOn }: CheckEntry) => (expiresOn === null ? "–" : <DateText day={expiresOn} hasYear />);
  return (
    <DataTable
      caption={t("history")}
      rows={entries}
      rowKey={(entry) => entry.id}
      height="regular"
      columns={[
        { key: "at", head: t("column.at"), cell: at },
        { key: "outcome", card: "top", head: t("column.outcome"), cell: (entry) => t(`outcome.${entry.outcome}`) },
        { key: "number", card: "facts", head: t("column.number"), cell: (entry) => entry.registrationNumber },
        { key: "register", card: "title", head: t("column.register"), cell: (entry) => entry.register || "–" },
        { key: "until", card: "facts", head: t("column.until"), cell: until },
        { key: "by", card: "facts", head: t("column.by"), cell: (entry) => entry.checkedBy },
        {
          ...{ key: "confirmedBy", card: "facts", head: t("column.confirmedBy") },
          cell: (entry) => entry.confirmedBy ?? "–",
        },
        { key: "reason", card: "facts", head: t("column.reason"), cell: (entry) => entry.reason },
      ]}
    />
  );
}
