import { useTranslations } from "next-intl";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import type { Role } from "@/domain/access/role";
import type { FormAction } from "@/domain/shared/form-state";

export type InvitationRow = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: number;
};

type InvitationTableProps = {
  readonly rows: readonly InvitationRow[];
  readonly zone: string;
  readonly withdraw: FormAction;
};

export function InvitationTable({ rows, zone, withdraw }: InvitationTableProps) {
  const t = useTranslations("accounts.members");
  const role = useTranslations("accounts.role");
  const until = (row: InvitationRow) => <TimeText at={row.expiresAt} zone={zone} />;
  const back = (row: InvitationRow) => (
    <OneButtonForm action={withdraw} fields={{ invitationId: row.id }} size="small">
      {t("withdraw")}
    </OneButtonForm>
  );
  return (
    <DataTable
      caption={t("openCaption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "email", head: t("email"), cell: (row) => row.email, detail: (row) => role(row.role) },
        { key: "until", head: t("until"), cell: until },
        { key: "withdraw", head: t("withdraw"), isHeadHidden: true, cell: back },
      ]}
      card={(row) => <RowCard number={row.email} title={role(row.role)} route={until(row)} facts={back(row)} />}
    />
  );
}
