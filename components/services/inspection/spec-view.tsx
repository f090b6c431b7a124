import { useLocale, useTranslations } from "next-intl";
import { packedWished } from "@/domain/services/inspection/check";
import { CountText } from "@/components/ui/number-text";
import { numberFormat } from "@/components/ui/intl-cache";
import { DateText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { SAMPLED_TYPES } from "@/domain/services/inspection/choices";
import { DEFECT_CLASSES, limitsOf } from "@/domain/services/inspection/sampling";
import type { SpecOf } from "@/domain/services/registry";
import type { SpecViewProps } from "../screens";
import { numberedBoxes } from "../numbered-boxes";
import { useTestName } from "./test-name";
import type { Column } from "@/components/ui/table/column";
import type { ReactNode } from "react";
import { ScrollBox } from "@/components/ui/panel";
import { columnLook } from "@/components/ui/table/column";

type RowsTableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
};

/** The rows of a list within a spec or terms. It says no words of its own, since forms take it into the browser with their views. */
function RowsTable<Row>({ caption, columns, rows }: RowsTableProps<Row>) {
  const [head, ...others] = columns;
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
            {columns.map((column) => (
              <th key={column.key} scope="col" {...columnLook(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((row) => (
            <tr key={row.key}>
              <th scope="row" {...columnLook(head)}>
                {row.head}
              </th>
              {row.others.map(({ column, cell }) => (
                <td key={column.key} {...columnLook(column)}>
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
  const boxes = [...useSampleBoxes(spec), ...useReportBoxes(spec)];
  return (
    <>
      <WaybillGrid boxes={numberedBoxes(boxes)} isFlat />
      {products && <ProductTable products={products} />}
      {checklist && <ChecklistTable checklist={checklist} />}
    </>
  );
}

function useSampleBoxes(spec: SpecOf<"inspection">) {
  const t = useTranslations("service-inspection");
  const words = useTranslations("services");
  const number = numberFormat(useLocale(), {});
  const count = (value: number | undefined) => value !== undefined && <CountText value={value} />;
  const percent = (value: number | undefined) => value !== undefined && words("measure.percent", { value });
  // Who watches a loading, audits or sorts draws no sample: a level that the form brought says nothing then.
  const isSampled = SAMPLED_TYPES.includes(spec.type);
  const limits = limitsOf(spec);
  const preset = spec.aql === undefined && spec.aqlPreset ? t(`option.aqlPreset.${spec.aqlPreset}`) : null;
  return [
    { label: t("spec.type.label"), value: t(`option.type.${spec.type}`) },
    { label: t("spec.date.label"), value: <DateText day={spec.date} /> },
    { label: t("spec.alternativeDate.label"), value: spec.alternativeDate && <DateText day={spec.alternativeDate} /> },
    { label: t("spec.loadingDate.label"), value: spec.loadingDate && <DateText day={spec.loadingDate} /> },
    { label: t("spec.manufacturer.label"), value: spec.manufacturer, span: 2 as const },
    { label: t("spec.factoryAddress.label"), value: spec.factoryAddress, span: 2 as const },
    { label: t("spec.standard.label"), value: isSampled && spec.standard && t(`option.standard.${spec.standard}`) },
    { label: t("spec.level.label"), value: isSampled && spec.level },
    {
      label: t("spec.severity.label"),
      value: isSampled && spec.severity && t(`option.severity.${spec.severity}`),
    },
    {
      label: t("spec.aql.label"),
      value: isSampled && (preset ?? (limits && DEFECT_CLASSES.map((name) => number.format(limits[name])).join(" / "))),
    },
    { label: t("spec.lotSize.label"), value: count(spec.lotSize) },
    { label: t("spec.checksPerUnit.label"), value: count(spec.checksPerUnit) },
    { label: t("spec.labTests.label"), value: count(spec.labTests) },
    { label: t("spec.containers.label"), value: count(spec.containers) },
    { label: t("spec.madePercent.label"), value: percent(spec.madePercent) },
    { label: t("spec.packedPercent.label"), value: percent(packedWished(spec) ?? undefined) },
  ];
}

function useReportBoxes(spec: SpecOf<"inspection">) {
  const t = useTranslations("service-inspection");
  const words = useTranslations("services");
  const testName = useTestName();
  const { specialTests = [], siteTests = [], photosWanted = [], hasGoldenSample } = spec;
  const languages = [spec.reportLanguage, spec.secondReportLanguage].flatMap((one) =>
    one ? [words(`language.${one}`)] : [],
  );
  const list = (items: readonly string[]) =>
    items.length > 0 && (
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  return [
    {
      label: t("spec.specialTests.label"),
      value: list(specialTests.map((one) => t("testAtLevel", { test: testName(one), level: one.level }))),
      span: 2 as const,
    },
    { label: t("spec.siteTests.label"), value: list(siteTests.map((test) => t(`option.test.${test}`))) },
    { label: t("spec.packing.label"), value: spec.packing, span: 2 as const },
    { label: t("spec.marks.label"), value: spec.marks, span: 2 as const },
    {
      label: t("spec.hasGoldenSample.label"),
      value: hasGoldenSample !== undefined && words(`answer.${hasGoldenSample ? "yes" : "no"}`),
    },
    { label: t("spec.photosWanted.label"), value: list(photosWanted.map((subject) => t(`option.photo.${subject}`))) },
    { label: t("spec.reportLanguage.label"), value: list(languages) },
    { label: t("spec.holdRule.label"), value: spec.holdRule && t(`option.hold.${spec.holdRule}`) },
    { label: t("spec.remarks.label"), value: spec.remarks, span: "all" as const },
  ];
}
