import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { useServiceName } from "@/components/services/words/service-words";
import { FilterBar } from "@/components/ui/table/filter-bar";
import { FilterSelect } from "@/components/ui/table/filter-select";
import type { NamedHub } from "@/domain/shared/named";
import { SERVICES } from "@/domain/shared/service";

const NAMES = ["service", "hub"] as const;
export type WorkFilterName = (typeof NAMES)[number];

type WorkFiltersProps = {
  readonly action: string;
  readonly values: Readonly<Record<WorkFilterName, string>>;
  /** The part of the list that is shown, which a new filter leaves as it is. */
  readonly turn: string;
  readonly hubs: readonly NamedHub[];
  /** The same list without one of its filters. */
  readonly without: (name: WorkFilterName) => string;
};

export function WorkFilters({ action, values, turn, hubs, without }: WorkFiltersProps) {
  const t = useTranslations("work.filter");
  const service = useServiceName();
  const locale = useLocale();
  const options = {
    service: SERVICES.map((value) => ({ value, label: service(value) })),
    hub: hubs.map((hub) => ({ value: hub.id, label: placeName(hub, locale) })),
  };
  const set = NAMES.filter((name) => values[name]).map((name) => ({
    label: t(name),
    value: options[name].find((option) => option.value === values[name])?.label ?? values[name],
    removeHref: without(name),
  }));
  return (
    <FilterBar action={action} set={set} kept={turn ? { turn } : {}}>
      {NAMES.map((name) => (
        <FilterSelect
          key={name}
          name={name}
          label={t(name)}
          value={values[name]}
          options={options[name]}
          removeHref={without(name)}
        />
      ))}
    </FilterBar>
  );
}
