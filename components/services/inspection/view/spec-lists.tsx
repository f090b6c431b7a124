import { useTranslations } from "next-intl";
import { CountText } from "@/components/ui/figures/count-text";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { SpecOf } from "@/domain/services/registry";

type Spec = SpecOf<"inspection">;
type Product = NonNullable<Spec["products"]>[number];
type ChecklistItem = NonNullable<Spec["checklist"]>[number] & { readonly number: number };

/** Product lines with their ordered pieces. */
export function ProductTable({ products }: { readonly products: readonly Product[] }) {
  const t = useTranslations("service-inspection.spec.products");
  const rows = products.map((product, at) => ({ ...product, number: at + 1 }));
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "name", head: t("part.name.label"), cell: ({ name }) => name },
    {
      key: "quantity",
      head: t("part.quantity.label"),
      cell: ({ quantity }) => <CountText value={quantity} />,
      isNumber: true,
    },
  ];
  return (
    <DataTable caption={t("label")} columns={columns} rows={rows} rowKey={(row) => String(row.number)} height="dense" />
  );
}

/** The checklist as the inspector will go through it. */
export function ChecklistTable({ checklist }: { readonly checklist: NonNullable<Spec["checklist"]> }) {
  const t = useTranslations("service-inspection");
  const head = (part: string) => t(`spec.checklist.part.${part}.label`);
  const pointOf = ({ code, text }: ChecklistItem) => [code && t(`option.checkpoint.${code}`), text].filter(Boolean);
  const plain = (part: "method" | "tolerance" | "tool"): Column<ChecklistItem> => ({
    key: part,
    head: head(part),
    cell: (item) => item[part] ?? "–",
  });
  const columns: Column<ChecklistItem>[] = [
    { key: "point", head: t("checklist.point"), cell: (item) => pointOf(item).join(" · ") },
    plain("method"),
    plain("tolerance"),
    plain("tool"),
    { key: "level", head: head("level"), cell: ({ level }) => level ?? t("checklist.everyUnit") },
    {
      key: "isCritical",
      head: t("checklist.weight"),
      cell: ({ isCritical }) => t(isCritical ? "checklist.critical" : "checklist.ordinary"),
    },
  ];
  return (
    <DataTable
      caption={t("spec.checklist.label")}
      columns={columns}
      rows={checklist.map((item, at) => ({ ...item, number: at + 1 }))}
      rowKey={(item) => String(item.number)}
      height="dense"
    />
  );
}
