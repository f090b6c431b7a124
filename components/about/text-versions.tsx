import { useTranslations } from "next-intl";
import { QuietChip } from "@/components/ui/cells";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import { instant } from "@/domain/shared/time";

type Version = {
  readonly id: string;
  readonly version: number;
  readonly enteredBy: string | null;
  readonly enteredAt: number;
  readonly publishedAt: number | null;
};

/** All versions of a text with who wrote them and since when they were published. */
export function TextVersions({ rows, zone }: { readonly rows: readonly Version[]; readonly zone: string }) {
  const t = useTranslations("about.texts");
  const columns: Column<Version>[] = [
    { key: "version", head: t("version"), cell: ({ version }) => t("number", { version }) },
    {
      key: "by",
      card: "facts",
      head: t("writtenBy"),
      cell: ({ enteredBy, enteredAt }) => (
        <>
          {enteredBy} <TimeText at={instant(enteredAt)} zone={zone} hasYear />
        </>
      ),
    },
    {
      key: "published",
      card: "end",
      head: t("published"),
      cell: ({ publishedAt }) =>
        publishedAt === null ? (
          <QuietChip icon="pencil">{t("draft")}</QuietChip>
        ) : (
          <TimeText at={instant(publishedAt)} zone={zone} hasYear />
        ),
    },
  ];
  return <DataTable caption={t("versions")} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
