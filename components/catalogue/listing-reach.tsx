import { useTranslations } from "next-intl";
import { FormSection } from "@/components/ui/form/form-section";
import type { Option } from "@/components/ui/form/select";
import { type FormValues, valuesOf } from "@/domain/shared/form-state";
import { Checkbox } from "@/components/ui/form/choice/checkbox";
import { FieldError } from "@/components/ui/form/field";

type CheckGroupProps = {
  readonly id: string;
  readonly name: string;
  readonly legend: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly error: string | undefined;
};

/** Many of many. The first box carries the id that an error leads to. */
function CheckGroup({ id, name, legend, options, chosen, error }: CheckGroupProps) {
  return (
    <fieldset className="field span-12" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">{legend}</legend>
      <div className="check-columns">
        {options.map((option, index) => (
          <Checkbox
            key={option.value}
            id={index === 0 ? id : undefined}
            name={name}
            value={option.value}
            label={option.label}
            defaultChecked={chosen.includes(option.value)}
          />
        ))}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}

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
