import { useTranslations } from "next-intl";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { DeadLetter } from "@/views/notices";
import type { FormAction } from "@/domain/shared/form-state";

type DeadLetterTableProps = {
  readonly rows: readonly DeadLetter[];
  readonly zone: string;
  readonly retry: FormAction;
};

/** Kinds and ids stand by their codes, as in the audit log and in the API. */
export function DeadLetterTable({ rows, zone, retry }: DeadLetterTableProps) {
  const t = useTranslations("admin.deliveries");
  const kind = (row: DeadLetter) => <code>{row.type}</code>;
  const time = (row: DeadLetter) => <TimeText at={row.occurredAt} zone={zone} hasYear hasSeconds />;
  const subjects = (row: DeadLetter) => (
    <ul>
      {row.subjects.map(({ name, id }) => (
        <li key={name}>
          <code className="break-all">{`${name} ${id}`}</code>
        </li>
      ))}
    </ul>
  );
  const reason = (row: DeadLetter) => <span className="break-words">{row.reason}</span>;
  const again = (row: DeadLetter) => (
    <OneButtonForm action={retry} fields={{ eventId: row.id }} size="small">
      {t("retry")}
    </OneButtonForm>
  );
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "kind", head: t("kind"), cell: kind, detail: time },
        { key: "subjects", card: "route", head: t("subjects"), cell: subjects },
        {
          key: "reason",
          card: "title",
          head: t("reason"),
          cell: reason,
          detail: (row) => t("attempts", { count: row.attempts }),
        },
        { key: "retry", card: "facts", head: t("retry"), isHeadHidden: true, cell: again },
      ]}
    />
  );
}
