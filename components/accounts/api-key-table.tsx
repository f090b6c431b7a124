import { useNameList } from "@/components/ui/sentences";
import { useTranslations } from "next-intl";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import type { FormAction } from "@/domain/shared/form-state";

export type KeyRow = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly madeByName: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  readonly expiresAt: number | null;
  readonly state: "active" | "expired" | "revoked";
};

type KeyTableProps = { readonly rows: readonly KeyRow[]; readonly zone: string; readonly revoke: FormAction };

export function KeyTable({ rows, zone, revoke }: KeyTableProps) {
  const t = useTranslations("accounts.keys");
  const nameList = useNameList();
  const maker = (row: KeyRow) => `${t("madeBy")}: ${row.madeByName}`;
  const used = (row: KeyRow) => (row.lastUsedAt === null ? t("never") : <TimeText at={row.lastUsedAt} zone={zone} />);
  const expires = (row: KeyRow) =>
    row.expiresAt === null ? t("noExpiry") : <TimeText at={row.expiresAt} zone={zone} hasYear />;
  const standing = (row: KeyRow) =>
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
