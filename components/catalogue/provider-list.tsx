import { ServiceSlots, useServiceName } from "@/components/services/service-name";
import { useLocale, useTranslations } from "next-intl";
import type { Option } from "@/components/ui/form/inputs";
import { FilterBar, FilterSelect } from "@/components/ui/table/filter-bar";
import { LANGUAGES } from "@/domain/catalogue/listing";
import { SERVICES } from "@/domain/shared/vocabulary";
import { useCorridorName } from "./corridor-text";
import { listFormat } from "@/components/ui/format";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { ProviderRow } from "@/views/providers";
import { partyName } from "../ui/words";

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

const HUBS_SHOWN = 3;

type ProviderTableProps = {
  readonly rows: readonly ProviderRow[];
  /** Names of hubs in the reader's script. */
  readonly hubName: (id: string) => string;
  readonly countryName: (code: string) => string;
  /** A city as it was typed, by its name in the reader's script. */
  readonly cityOf: (typed: string) => string;
};

/** Who offers what, at which hubs and in which languages. */
export function ProviderTable({ rows, hubName, countryName, cityOf }: ProviderTableProps) {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  const list = (names: readonly string[]) => listFormat(locale).format([...names]);
  const seat = ({ city, country }: ProviderRow) =>
    city === "" ? countryName(country) : t("seat", { city: cityOf(city), country: countryName(country) });
  const hubs = (row: ProviderRow) => {
    const more = row.hubIds.length - HUBS_SHOWN;
    const shown = list(row.hubIds.slice(0, HUBS_SHOWN).map(hubName));
    return more > 0 ? t("hubsAndMore", { shown, more }) : shown;
  };
  const languages = (row: ProviderRow) => list(row.languages.map((language) => t(`language.${language}`)));
  const columns: Column<ProviderRow>[] = [
    { key: "name", head: t("column.provider"), cell: (row) => partyName(row, locale), detail: seat },
    {
      key: "services",
      card: "facts",
      head: t("column.services"),
      cell: (row) => <ServiceSlots services={row.services} />,
    },
    { key: "hubs", card: "route", head: t("column.hubs"), cell: hubs },
    { key: "languages", card: "facts", head: t("column.languages"), cell: languages },
  ];
  return (
    <DataTable
      caption={t("directory.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/${locale}/providers/${row.id}`}
      hasKeys
    />
  );
}
