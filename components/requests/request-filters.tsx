import { useCountryName } from "@/components/services/words/country-name";
import { useServiceName } from "@/components/services/words/service-words";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { placeName } from "@/components/ui/party-name";
import { Icon } from "@/components/ui/icons/icon";
import { FilterBar } from "@/components/ui/table/filter-bar";
import { FilterSelect } from "@/components/ui/table/filter-select";
import type { NamedHub } from "@/domain/shared/named";
import { REQUEST_STATES } from "@/domain/requests/request";
import { CLOSE_SPAN_NAMES, type RequestFilter } from "@/domain/requests/request-filter";
import { SERVICES } from "@/domain/shared/service";

export type RequestFilterName = Exclude<keyof RequestFilter, "cursor" | "sort">;

type RequestFiltersProps = {
  readonly action: string;
  readonly filter: RequestFilter;
  readonly hubs: readonly NamedHub[];
  /** Corridors that the market serves, as codes such as CN-KZ. */
  readonly corridors: readonly string[];
  readonly isMember: boolean;
  readonly count: ReactNode;
  /** The same list without one of its filters. */
  readonly without: (name: RequestFilterName) => string;
};

const SELECTS = ["service", "hub", "corridor", "closes"] as const;

export function RequestFilters(props: RequestFiltersProps) {
  const t = useTranslations("requests");
  const service = useServiceName();
  const country = useCountryName();
  const locale = useLocale();
  const { filter, without } = props;
  const corridorName = (code: string) => code.split("-").map(country).join(" → ");
  const options = {
    service: SERVICES.map((value) => ({ value, label: service(value) })),
    hub: props.hubs.map((hub) => ({ value: hub.id, label: placeName(hub, locale) })),
    corridor: props.corridors.map((value) => ({ value, label: corridorName(value) })),
    closes: CLOSE_SPAN_NAMES.map((value) => ({ value, label: t(`closes.${value}`) })),
  };
  const labelOf = (name: (typeof SELECTS)[number]) =>
    options[name].find((option) => option.value === filter[name])?.label ?? filter[name] ?? "";
  const set = [
    ...SELECTS.filter((name) => filter[name]).map((name) => ({
      label: t(`filter.${name}`),
      value: labelOf(name),
      removeHref: without(name),
    })),
    ...(filter.state
      ? [{ label: t("filter.state"), value: t(`state.${filter.state}`), removeHref: without("state") }]
      : []),
    ...(filter.q ? [{ label: t("filter.q"), value: filter.q, removeHref: without("q") }] : []),
    ...(filter.mine ? [{ label: t("filter.mine"), value: "", removeHref: without("mine") }] : []),
  ];
  return (
    <FilterBar
      action={props.action}
      set={set}
      count={props.count}
      {...(filter.sort ? { kept: { sort: filter.sort } } : {})}
    >
      <label className="filter">
        {t("filter.q")}
        <input type="search" name="q" defaultValue={filter.q} maxLength={100} />
      </label>
      {SELECTS.map((name) => (
        <FilterSelect
          key={name}
          name={name}
          label={t(`filter.${name}`)}
          value={filter[name] ?? ""}
          options={options[name]}
          removeHref={without(name)}
        />
      ))}
      <StateFilter filter={filter} />
      {props.isMember && (
        <label className={filter.mine ? "filter is-set" : "filter"}>
          <input type="checkbox" name="mine" value="1" defaultChecked={filter.mine === "1"} />
          {t("filter.mine")}
        </label>
      )}
    </FilterBar>
  );
}

function StateFilter({ filter }: Pick<RequestFiltersProps, "filter">) {
  const t = useTranslations("requests");
  return (
    <label className={filter.state ? "filter is-set" : "filter"}>
      {t("filter.state")}
      {/* Its own default is a state, so it has no "any" that would say otherwise. */}
      <select name="state" defaultValue={filter.state ?? (filter.mine ? "any" : "open")}>
        {[...REQUEST_STATES, "any" as const].map((value) => (
          <option key={value} value={value}>
            {t(`state.${value}`)}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" />
    </label>
  );
}
