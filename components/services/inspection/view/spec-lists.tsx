import { useTranslations } from "next-intl";
import { CountText } from "@/components/ui/figures/count-text";
import type { Column } from "@/components/ui/table/column";
import type { SpecOf } from "@/domain/services/registry";
import { RowsTable } from "../../view/rows-table";

type Spec = SpecOf<"inspection">;
type Products = NonNullable<Spec["products"]>;
type Checklist = NonNullable<Spec["checklist"]>;
type ChecklistItem = Checklist[number];

/** Product lines with their ordered pieces. */
export function ProductTable({ products }: { readonly products: Products }) {
  const t = useTranslations("service-inspection.spec.products");
  return (
    <RowsTable
      caption={t("label")}
      rows={products}
      columns={[
        { key: "name", head: t("part.name.label"), cell: ({ name }) => name },
        {
          key: "quantity",
          head: t("part.quantity.label"),
          cell: ({ quantity }) => <CountText value={quantity} />,
          isNumber: true,
        },
      ]}
    />
  );
}

/** The checklist as the inspector will go through it. */
export function ChecklistTable({ checklist }: { readonly checklist: Checklist }) {
  const t = useTranslations("service-inspection");
  const head = (part: string) => t(`spec.checklist.part.${part}.label`);
  const pointOf = ({ code, text }: ChecklistItem) => [code && t(`option.checkpoint.${code}`), text].filter(Boolean);
  const plain = (part: "method" | "tolerance" | "tool"): Column<ChecklistItem> => ({
    key: part,
    head: head(part),
    cell: (item) => item[part] ?? "–",
  });
  return (
    <RowsTable
      caption={t("spec.checklist.label")}
      rows={checklist}
      columns={[
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
      ]}
    />
  );
}
