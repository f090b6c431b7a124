import { useServiceName } from "@/components/services/words/service-words";
import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { FilterBar } from "@/components/ui/table/filter-bar";
import { FilterSelect } from "@/components/ui/table/filter-select";
import { ORDER_STATES } from "@/domain/shared/states";
import type { NamedHub } from "@/domain/shared/named";
import { SERVICES } from "@/domain/shared/service";

export type OrderFilterValues = Readonly<Record<"state" | "service" | "hub" | "side" | "q", string>>;

type OrderFiltersProps = {
  readonly action: string;
  readonly values: OrderFilterValues;
  readonly hubs: readonly NamedHub[];
  /** The same list without one of its filters. */
  readonly without: (name: keyof OrderFilterValues) => string;
};

const NAMES = ["side", "state", "service", "hub"] as const;

export function OrderFilters({ action, values, hubs, without }: OrderFiltersProps) {
  const t = useTranslations("orders");
  const service = useServiceName();
  const locale = useLocale();
  const options = {
    side: (["buyer", "provider"] as const).map((value) => ({ value, label: t(`side.${value}`) })),
    state: ORDER_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
    service: SERVICES.map((value) => ({ value, label: service(value) })),
    hub: hubs.map((hub) => ({ value: hub.id, label: placeName(hub, locale) })),
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
