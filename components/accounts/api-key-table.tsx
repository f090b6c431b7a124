import type { ApiKey } from "@/views/accounts";
import { useNameList } from "@/components/ui/sentences";
import { useTranslations } from "next-intl";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import type { FormAction } from "@/domain/shared/form-state";

type KeyTableProps = { readonly rows: readonly ApiKey[]; readonly zone: string; readonly revoke: FormAction };

export function KeyTable({ rows, zone, revoke }: KeyTableProps) {
  const t = useTranslations("accounts.keys");
  const nameList = useNameList();
  const maker = (row: ApiKey) => `${t("madeBy")}: ${row.madeByName}`;
  const used = (row: ApiKey) => (row.lastUsedAt === null ? t("never") : <TimeText at={row.lastUsedAt} zone={zone} />);
  const expires = (row: ApiKey) =>
    row.expiresAt === null ? t("noExpiry") : <TimeText at={row.expiresAt} zone={zone} hasYear />;
  const standing = (row: ApiKey) =>
    row.state === "active" ? (
      <OneButtonForm action={revoke} fields={{ keyId: row.id }} size="small" variant="danger">
        {t("revoke")}
      </OneButtonForm>
    ) : (
      t(`state.${row.state}`)
    );
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "name", head: t("name"), cell: (row) => row.name, detail: maker },
        { key: "scopes", head: t("scopes"), cell: (row) => nameList(row.scopes) },
        { key: "used", head: t("used"), cell: used },
        { key: "expires", head: t("expires"), cell: expires },
        { key: "state", head: t("revoke"), isHeadHidden: true, cell: standing },
      ]}
      card={(row) => (
        <RowCard
          number={row.name}
          title={maker(row)}
          route={nameList(row.scopes)}
          end={expires(row)}
          facts={standing(row)}
        />
      )}
    />
  );
}
