import { useTranslations } from "next-intl";
import type { Option } from "@/components/ui/form/select";
import { FilterBar } from "@/components/ui/table/filter-bar";
import { FilterSelect } from "@/components/ui/table/filter-select";

export type OrganisationFilterValues = Readonly<Record<"q" | "state" | "country", string>>;

type OrganisationFiltersProps = {
  readonly action: string;
  readonly values: OrganisationFilterValues;
  readonly countries: readonly Option[];
  readonly without: (name: keyof OrganisationFilterValues) => string;
};

export function OrganisationFilters({ action, values, countries, without }: OrganisationFiltersProps) {
  const t = useTranslations("accounts.review");
  const states = (["active", "suspended"] as const).map((value) => ({ value, label: t(value) }));
  const selects = [
    { name: "state", label: t("state"), options: states },
    { name: "country", label: t("country"), options: countries },
  ] as const;
  const set = [
    ...(values.q ? [{ label: t("search"), value: values.q, removeHref: without("q") }] : []),
    ...selects
      .filter(({ name }) => values[name])
      .map(({ name, label, options }) => ({
        label,
        value: options.find((option) => option.value === values[name])?.label ?? values[name],
        removeHref: without(name),
      })),
  ];
  return (
    <FilterBar action={action} set={set}>
      <label className="filter">
        {t("search")}
        <input type="search" name="q" defaultValue={values.q} maxLength={80} />
      </label>
      {selects.map(({ name, label, options }) => (
        <FilterSelect
          key={name}
          name={name}
          label={label}
          value={values[name]}
          options={options}
          removeHref={without(name)}
        />
      ))}
    </FilterBar>
  );
}
