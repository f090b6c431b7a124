import { useLocale, useTranslations } from "next-intl";
import { monthName } from "@/components/hubs/share-figures";
import { FilterBar, FilterSelect, type SetFilter } from "@/components/ui/table/filter-bar";
import { SERVICES } from "@/domain/shared/vocabulary";
import { useTradeNames } from "./trade-names";

type Name = "exporter" | "importer" | "service" | "corridor" | "month";

type ExportsFiltersProps = Readonly<Record<Name, string | null>> & {
  readonly action: string;
  readonly countries: readonly string[];
  readonly corridors: readonly string[];
  readonly months: readonly string[];
  readonly kept: Readonly<Record<string, string>>;
  /** The same view without one of its filters. */
  readonly without: (name: Name) => string;
};

/** Both countries, kind, corridor and one month, as one form that lives in the address. */
export function ExportsFilters(props: ExportsFiltersProps) {
  const { countries, corridors, months, without } = props;
  const t = useTranslations("exports.filter");
  const locale = useLocale();
  const names = useTradeNames();
  const month = (one: string) => monthName(one, locale);
  const fields: readonly (readonly [Name, readonly string[], (value: string) => string])[] = [
    ["exporter", countries, names.country],
    ["importer", countries, names.country],
    ["service", SERVICES, names.kind],
    ["corridor", corridors, names.corridor],
    ["month", months, month],
  ];
  const set = fields.flatMap(([name, , nameOf]): SetFilter[] => {
    const value = props[name];
    return value ? [{ label: t(name), value: nameOf(value), removeHref: without(name) }] : [];
  });
  return (
    <FilterBar action={props.action} set={set} kept={props.kept}>
      {fields.map(([name, options, nameOf]) => (
        <FilterSelect
          key={name}
          name={name}
          label={t(name)}
          value={props[name] ?? ""}
          options={options.map((value) => ({ value, label: nameOf(value) }))}
          removeHref={without(name)}
        />
      ))}
    </FilterBar>
  );
}
