import { useTranslations } from "next-intl";
import { FormSection } from "@/components/ui/form/form-section";
import type { Option } from "@/components/ui/form/select";
import { type FormValues, valuesOf } from "@/domain/shared/form-state";
import { CheckGroup } from "./check-group";

export type ReachOptions = {
  readonly hubs: readonly (Option & { readonly group: string })[];
  readonly corridors: readonly Option[];
  readonly languages: readonly Option[];
};

type ListingReachProps = ReachOptions & {
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly fieldId: (name: string) => string;
};

/** Where a provider works and in which languages. */
export function ListingReach({ values, errors, hubs, corridors, languages, fieldId }: ListingReachProps) {
  const t = useTranslations("catalogue.form");
  const groups = [...new Set(hubs.map((hub) => hub.group))];
  const of = (name: string) => ({ name, chosen: valuesOf(values, name) });
  return (
    <>
      <FormSection number={2} title={t("where")} lead={t("whereLead")}>
        {groups.map((group, index) => (
          <CheckGroup
            key={group}
            {...of("hubIds")}
            id={fieldId(index === 0 ? "hubIds" : `hubIds-${index}`)}
            legend={t("hubs", { group })}
            options={hubs.filter((hub) => hub.group === group)}
            error={index === 0 ? errors.hubIds : undefined}
          />
        ))}
        <CheckGroup
          {...of("corridors")}
          id={fieldId("corridors")}
          legend={t("corridors")}
          options={corridors}
          error={errors.corridors}
        />
      </FormSection>
      <FormSection number={3} title={t("languages")}>
        <CheckGroup
          {...of("languages")}
          id={fieldId("languages")}
          legend={t("languagesLegend")}
          options={languages}
          error={errors.languages}
        />
      </FormSection>
    </>
  );
}
