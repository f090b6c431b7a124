import { useTranslations } from "next-intl";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { FormAction } from "@/domain/shared/form-state";
import { deviceOf } from "./device-of";

export type SessionRow = {
  readonly idHash: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly ip: string | null;
  readonly userAgent: string | null;
};

type SessionListProps = {
  readonly rows: readonly SessionRow[];
  readonly currentIdHash: string;
  readonly zone: string;
  readonly end: FormAction;
};

export function SessionList({ rows, currentIdHash, zone, end }: SessionListProps) {
  const t = useTranslations("accounts.account");
  const deviceText = (row: SessionRow) => {
    const device = deviceOf(row.userAgent);
    return device ? t("deviceOn", device) : t("unknownDevice");
  };
  return (
    <DataTable
      caption={t("sessionsCaption")}
      rows={rows}
      rowKey={(row) => row.idHash}
      columns={[
        { key: "device", head: t("device"), cell: deviceText, detail: (row) => row.ip ?? "" },
        { key: "seen", head: t("seen"), cell: (row) => <TimeText at={row.lastSeenAt} zone={zone} /> },
        {
          key: "since",
          head: t("since"),
          cell: (row) => <TimeText at={row.createdAt} zone={zone} />,
          className: "max-desk:hidden",
        },
        {
          key: "end",
          head: t("end"),
          isHeadHidden: true,
          cell: (row) =>
            row.idHash === currentIdHash ? (
              t("thisSession")
            ) : (
              <OneButtonForm action={end} fields={{ idHash: row.idHash }} size="small">
                {t("end")}
              </OneButtonForm>
            ),
        },
      ]}
    />
  );
}
