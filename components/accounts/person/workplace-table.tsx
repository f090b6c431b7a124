import { useTranslations } from "next-intl";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { DataTable } from "@/components/ui/table/data-table";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import type { Role } from "@/domain/access/role";
import type { FormAction } from "@/domain/shared/form-state";

export type Workplace = {
  readonly organisationId: string;
  readonly name: string;
  readonly role: Role;
  readonly isSuspended: boolean;
};

type WorkplaceTableProps = {
  readonly rows: readonly Workplace[];
  readonly currentId: string | null;
  readonly switchTo: FormAction;
};

/** The organisations of a person, and which one they act for. */
export function WorkplaceTable({ rows, currentId, switchTo }: WorkplaceTableProps) {
  const t = useTranslations("accounts.account");
  const role = useTranslations("accounts.role");
  const head = useTranslations("accounts.review")("name");
  const state = (row: Workplace) => {
    if (row.isSuspended) return <QuietChip icon="lock-keyhole">{t("suspended")}</QuietChip>;
    if (row.organisationId === currentId) return t("current");
    return (
      <OneButtonForm action={switchTo} fields={{ organisationId: row.organisationId }} size="small">
        {t("switchTo")}
      </OneButtonForm>
    );
  };
  return (
    <DataTable
      caption={t("organisations")}
      rows={rows}
      rowKey={(row) => row.organisationId}
      columns={[
        { key: "name", head, cell: (row) => row.name, detail: (row) => role(row.role) },
        { key: "state", head: t("switchTo"), isHeadHidden: true, cell: state },
      ]}
    />
  );
}
