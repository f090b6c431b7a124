import { useTranslations } from "next-intl";
import { ExportsFilters } from "@/components/exports/exports-filters";
import { Segmented } from "@/components/ui/segmented";
import { DEFAULT_DEFINITION, KNOWLEDGE_DEFINITION_IDS } from "@/domain/exports/knowledge";
import { exportsAddress, type ExportsAddress, PERIODS } from "./exports-address";

type ExportsBarProps = {
  readonly base: string;
  readonly address: ExportsAddress;
  readonly countries: readonly string[];
  readonly corridors: readonly string[];
};

/** Months, definition and filters; all of it lives in the address. */
export function ExportsBar({ base, address, countries, corridors }: ExportsBarProps) {
  const t = useTranslations("exports");
  const { question, period, months, month } = address;
  const without = (name: "exporter" | "importer" | "service" | "corridor" | "month") =>
    base + exportsAddress(address, { [name]: null });
  return (
    <div className="traffic-bar">
      <Segmented
        label={t("period.label")}
        items={PERIODS.map((one) => ({
          href: base + exportsAddress(address, { period: one, month: null }),
          label: t(`period.${one}`),
          isCurrent: one === period && month === null,
        }))}
      />
      <Segmented
        label={t("definition.label")}
        items={KNOWLEDGE_DEFINITION_IDS.map((id) => ({
          href: base + exportsAddress(address, { definition: id }),
          label: t(`definition.${id}`),
          isCurrent: id === question.definition,
        }))}
      />
      <ExportsFilters
        action={base}
        {...{ countries, corridors, months, month }}
        exporter={question.exporter}
        importer={question.importer}
        service={question.service}
        corridor={question.corridor}
        kept={{
          ...(period !== "12" && { period }),
          ...(question.definition !== DEFAULT_DEFINITION && { definition: question.definition }),
        }}
        without={without}
      />
    </div>
  );
}
