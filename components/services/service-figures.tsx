import { useLocale, useTranslations } from "next-intl";
import { CountText, MoneyText, VolumeText, WeightText } from "@/components/ui/figures";
import { numberFormat } from "@/components/ui/format";
import type { Figure, FigureValue } from "@/domain/services/kind";
import { formatDay } from "@/components/ui/time/format-time";
import { parseLocalDate } from "@/domain/shared/time";
import { useCountryName } from "./country-name";
import { useDurationWords } from "./service-name";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { SamplingPlanRow } from "@/domain/services/inspection/sampling";
import type { TestPlanRow } from "@/domain/services/inspection/work";
import { useTestName } from "./inspection/test-name";
import { Note } from "@/components/ui/blocks";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { Service } from "@/domain/shared/vocabulary";
import type { IssueValues, SpecWarning } from "@/domain/services/spec-issue";
import { SERVICE_SCREENS } from "./registry";

/** The samples of named tests, beside those of the defect classes. */
function TestPlanTable({ rows }: { readonly rows: readonly TestPlanRow[] }) {
  const t = useTranslations("services.plan");
  const words = useTranslations("service-inspection.testPlan");
  const testName = useTestName();
  const figure = (key: "sampleSize" | "acceptanceNumber" | "rejectionNumber"): Column<TestPlanRow> => ({
    key,
    head: t(key),
    cell: (row) => <CountText value={row[key]} />,
    isNumber: true,
  });
  const columns: Column<TestPlanRow>[] = [
    { key: "test", head: words("test"), cell: testName },
    { key: "level", head: words("level"), cell: (row) => row.level },
    { key: "codeLetter", head: t("codeLetter"), cell: (row) => row.codeLetter },
    figure("sampleSize"),
    figure("acceptanceNumber"),
    figure("rejectionNumber"),
  ];
  return (
    <DataTable
      caption={words("caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.test} ${row.text ?? ""}`}
      height="dense"
    />
  );
}

function SamplingPlanTable({ rows }: { readonly rows: readonly SamplingPlanRow[] }) {
  const t = useTranslations("services.plan");
  const figure = (key: "sampleSize" | "acceptanceNumber" | "rejectionNumber"): Column<SamplingPlanRow> => ({
    key,
    head: t(key),
    cell: (row) => <CountText value={row[key]} />,
    isNumber: true,
  });
  const columns: Column<SamplingPlanRow>[] = [
    { key: "defectClass", head: t("defectClass"), cell: (row) => t(row.defectClass) },
    { key: "codeLetter", head: t("codeLetter"), cell: (row) => row.codeLetter },
    figure("sampleSize"),
    figure("acceptanceNumber"),
    figure("rejectionNumber"),
  ];
  return (
    <DataTable caption={t("caption")} columns={columns} rows={rows} rowKey={(row) => row.defectClass} height="dense" />
  );
}

/** A computed figure in the reader's digits and units. */
function FigureText({ value }: { readonly value: Exclude<FigureValue, { kind: "note" }> }) {
  switch (value.kind) {
    case "weight":
      return <WeightText grams={value.weightGrams} />;
    case "volume":
      return <VolumeText cm3={value.volumeCm3} />;
    case "count":
      return <CountText value={value.count} />;
    case "money":
      return <MoneyText {...value.money} display="code" />;
    case "duration":
      return <DurationText minutes={value.minutes} />;
    case "quantity":
      return <QuantityText {...value} />;
    case "plan":
      return (
        <>
          <SamplingPlanTable rows={value.rows} />
          {value.tests.length > 0 && <TestPlanTable rows={value.tests} />}
        </>
      );
    case "text":
      return value.text;
  }
}

function DurationText({ minutes }: { readonly minutes: number }) {
  return useDurationWords()(minutes);
}

function QuantityText({ unit, quantityMilli }: Extract<FigureValue, { kind: "quantity" }>) {
  const measure = useTranslations("services.measure");
  const count = quantityMilli / 1000;
  return measure(unit, { value: numberFormat(useLocale(), { maximumFractionDigits: 1 }).format(count), count });
}

const COUNTRY_VALUES: ReadonlySet<string> = new Set(["country", "destination"]);

/** What fills a sentence, days and countries as the page writes them. */
function useValuesInWords() {
  const locale = useLocale();
  const country = useCountryName();
  const wordOf = (name: string, value: string): string => {
    const day = parseLocalDate(value);
    if (day !== null) return formatDay(day, locale, true);
    return COUNTRY_VALUES.has(name) ? country(value) : value;
  };
  return (values: IssueValues = {}) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? wordOf(name, value) : value]),
    );
}

type ServiceFiguresProps = { readonly service: Service; readonly figures: readonly Figure[] };

type Shown<Kind extends FigureValue["kind"]> = Omit<Figure, "value"> & {
  readonly value: Extract<FigureValue, { kind: Kind }>;
};

const isPlan = (figure: Figure): figure is Shown<"plan"> => figure.value.kind === "plan";
const isNote = (figure: Figure): figure is Shown<"note"> => figure.value.kind === "note";
const isSingle = (figure: Figure): figure is Shown<Exclude<FigureValue["kind"], "plan" | "note">> =>
  !isPlan(figure) && !isNote(figure);

/** What follows from a request: single figures in boxes, a sampling plan as a table below, and what is to be said of them. */
export function ServiceFigures({ service, figures }: ServiceFiguresProps) {
  const t = useTranslations(`service-${service}`);
  const inWords = useValuesInWords();
  const boxes = figures.filter(isSingle).map(({ key, value, named }, index) => ({
    number: index + 1,
    label: t(`figure.${key}`, named),
    value: <FigureText value={value} />,
  }));
  return (
    <>
      {boxes.length > 0 && <WaybillGrid boxes={boxes} hasFigures isFlat />}
      {figures.filter(isPlan).map(({ key, value }) => (
        <FigureText key={key} value={value} />
      ))}
      {figures.filter(isNote).map(({ key, value }) => (
        <Note key={key} tone={value.isWarning ? "warn" : "info"}>
          {t(`note.${value.code}`, inWords(value.values))}
        </Note>
      ))}
    </>
  );
}

type SpecWarningsProps = { readonly service: Service; readonly warnings: readonly SpecWarning[] };

/** What in a request is allowed and mostly a slip. */
export function SpecWarnings({ service, warnings }: SpecWarningsProps) {
  const t = useTranslations(`service-${service}`);
  const inWords = useValuesInWords();
  if (warnings.length === 0) return null;
  return (
    <Note tone="warn">
      {warnings.map(({ key, values }) => (
        <span key={key} className="block">
          {t(`warning.${key}`, inWords(values))}
        </span>
      ))}
    </Note>
  );
}

type ServiceBriefProps = { readonly service: Service; readonly spec: unknown };

/** Whether a service carries no goods, so that their weight and mode say nothing of it. */
export const isApartFromGoods = (service: Service): boolean => SERVICE_SCREENS[service].BriefText !== undefined;

/** What a service that carries no goods moves, in one line; nothing of the others, or where the reader may not know it. */
export function ServiceBrief({ service, spec }: ServiceBriefProps) {
  const { BriefText } = SERVICE_SCREENS[service];
  return BriefText === undefined || spec === null ? null : <BriefText spec={spec} />;
}
