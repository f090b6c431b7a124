import { useServiceName } from "@/components/services/words/service-words";
import { useTranslations } from "next-intl";
import type { Option } from "@/components/ui/form/select";
import { FilterBar } from "@/components/ui/table/filter-bar";
import { FilterSelect } from "@/components/ui/table/filter-select";
import { LANGUAGES } from "@/domain/catalogue/listing";
import { SERVICES } from "@/domain/shared/service";
import { useCorridorName } from "./corridor-text";

export type ProviderFilterValues = Readonly<Record<"q" | "service" | "hub" | "corridor" | "language", string>>;

type ProviderFiltersProps = {
  readonly action: string;
  readonly values: ProviderFilterValues;
  readonly hubs: readonly Option[];
  /** Corridors that the market serves, as codes such as CN-KZ. */
  readonly corridors: readonly string[];
  readonly without: (name: keyof ProviderFilterValues) => string;
};

const NAMES = ["service", "hub", "corridor", "language"] as const;

export function ProviderFilters({ action, values, hubs, corridors, without }: ProviderFiltersProps) {
  const t = useTranslations("catalogue");
  const service = useServiceName();
  const corridorName = useCorridorName();
  const options: Record<(typeof NAMES)[number], readonly Option[]> = {
    service: SERVICES.map((value) => ({ value, label: service(value) })),
    hub: hubs,
    corridor: corridors.map((value) => ({ value, label: corridorName(value) })),
    language: LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) })),
  };
  const set = [
    ...NAMES.filter((name) => values[name]).map((name) => ({
      label: t(`filter.${name}`),
      value: options[name].find((option) => option.value === values[name])?.label ?? values[name],
      removeHref: without(name),
    })),
    ...(values.q ? [{ label: t("filter.q"), value: values.q, removeHref: without("q") }] : []),
  ];
  return (
    <FilterBar action={action} set={set}>
      <label className="filter">
        {t("filter.q")}
        <input type="search" name="q" defaultValue={values.q} maxLength={100} />
      </label>
      {NAMES.map((name) => (
        <FilterSelect
          key={name}
          name={name}
          label={t(`filter.${name}`)}
          value={values[name]}
          options={options[name]}
          removeHref={without(name)}
        />
      ))}
    </FilterBar>
  );
}
