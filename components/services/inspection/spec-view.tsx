import { useLocale, useTranslations } from "next-intl";
import { packedWished } from "@/domain/services/inspection/kind";
import { CountText } from "@/components/ui/figures";
import { numberFormat } from "@/components/ui/format";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { SAMPLED_TYPES } from "@/domain/services/inspection/choices";
import { inspectionFields } from "@/domain/services/inspection/spec";
import { DEFECT_CLASSES, limitsOf } from "@/domain/services/inspection/sampling";
import type { SpecOf } from "@/domain/services/registry";
import type { SpecViewProps } from "../screens";
import { useListedBoxes } from "../listed-boxes";
import { useTestName } from "./test-name";
import type { Column } from "@/components/ui/table/column";
import type { ReactNode } from "react";
import { ScrollBox } from "@/components/ui/blocks";
import { columnLooks } from "@/components/ui/table/column";

type RowsTableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
};

/** The rows of a list within a spec or terms. It says no words of its own, since forms take it into the browser with their views. */
function RowsTable<Row>({ caption, columns, rows }: RowsTableProps<Row>) {
  const [head, ...others] = columns;
  const looks = columnLooks(columns);
  const cells = rows.map((row, place) => ({
    key: `row-${place.toString()}`,
    head: head.cell(row),
    others: others.map((column): { column: Column<Row>; cell: ReactNode } => ({ column, cell: column.cell(row) })),
  }));
  return (
    <ScrollBox label={caption}>
      <table className="data-table rows-dense">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column.key} scope="col" className={looks[at]?.className}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((row) => (
            <tr key={row.key}>
              <th scope="row" className={looks[0]?.className}>
                {row.head}
              </th>
              {row.others.map(({ column, cell }, at) => (
                <td key={column.key} className={looks[at + 1]?.className}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

type Spec = SpecOf<"inspection">;
type Products = NonNullable<Spec["products"]>;
type Checklist = NonNullable<Spec["checklist"]>;
type ChecklistItem = Checklist[number];

/** Product lines with their ordered pieces. */
function ProductTable({ products }: { readonly products: Products }) {
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
function ChecklistTable({ checklist }: { readonly checklist: Checklist }) {
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

export function InspectionSpecView({ spec }: SpecViewProps<SpecOf<"inspection">>) {
  const { products, checklist } = spec;
  const boxes = useListedBoxes("inspection", {
    group: "spec",
    list: inspectionFields,
    of: shownOf(spec),
    instead: {
      aql: { value: useLimits(spec) },
      specialTests: { value: useSpecialTests(spec) },
      reportLanguage: { value: useLanguages(spec) },
    },
  });
  return (
    <>
      <WaybillGrid boxes={boxes} isFlat />
      {products && <ProductTable products={products} />}
      {checklist && <ChecklistTable checklist={checklist} />}
    </>
  );
}

const isSampled = ({ type }: Spec): boolean => SAMPLED_TYPES.includes(type);

/** Who watches a loading, audits or sorts draws no sample: a level that the form brought says nothing then. */
const shownOf = (spec: Spec): Partial<Spec> => ({
  ...spec,
  ...(!isSampled(spec) && { standard: undefined, level: undefined, severity: undefined }),
  packedPercent: packedWished(spec) ?? undefined,
});

function useLimits(spec: Spec) {
  const t = useTranslations("service-inspection.option.aqlPreset");
  const number = numberFormat(useLocale(), {});
  if (!isSampled(spec)) return null;
  if (spec.aql === undefined && spec.aqlPreset) return t(spec.aqlPreset);
  const limits = limitsOf(spec);
  return limits && DEFECT_CLASSES.map((name) => number.format(limits[name])).join(" / ");
}

const listOf = (items: readonly string[]) =>
  items.length > 0 && (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );

function useSpecialTests({ specialTests = [] }: Spec) {
  const t = useTranslations("service-inspection");
  const testName = useTestName();
  return listOf(specialTests.map((one) => t("testAtLevel", { test: testName(one), level: one.level })));
}

function useLanguages({ reportLanguage, secondReportLanguage }: Spec) {
  const words = useTranslations("services.language");
  return listOf([reportLanguage, secondReportLanguage].flatMap((one) => (one ? [words(one)] : [])));
}
