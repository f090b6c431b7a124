import { useTranslations } from "next-intl";
import { Anchor, Button } from "../blocks";
import type { Option } from "../form/inputs";
import { Icon } from "../icons/icon";
import type { ReactNode } from "react";
import { SelectFilter } from "./select-filter";

type FilterSelectProps = {
  readonly name: string;
  readonly label: string;
  /** Empty when not set. */
  readonly value: string;
  readonly options: readonly Option[];
  /** More of them under headings. */
  readonly groups?: readonly { readonly label: string; readonly options: readonly Option[] }[];
  /** The same view without this filter; shown as × once it is set. */
  readonly removeHref: string;
};

const pairOf = ({ value, label }: Option) => [value, label] as const;

export function FilterSelect({ name, label, value, options, groups = [], removeHref }: FilterSelectProps) {
  const t = useTranslations("ui.filter");
  return (
    <SelectFilter
      {...{ name, label, value, anyWord: t("any"), options: options.map(pairOf) }}
      {...(groups.length > 0 && { groups: groups.map((group) => [group.label, group.options.map(pairOf)] as const) })}
      {...(value && { remove: [removeHref, t("remove", { filter: label })] as const })}
    />
  );
}

type SortSelectProps = { readonly label: string; readonly value: string; readonly options: readonly Option[] };

/** The order of a list among its filters, for a phone, whose cards have no heads to press; its first option is the list's own order. In a wide window it is sent along unseen. */
export const SortSelect = ({ label, value, options }: SortSelectProps) => (
  <label className="filter desk:hidden">
    {label}
    <select name="sort" defaultValue={value}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
    <Icon name="chevron-down" />
  </label>
);

export type SetFilter = { readonly label: string; readonly value: string; readonly removeHref: string };

type FilterBarProps = {
  /** The list's own address; the form sends its fields there by GET. */
  readonly action: string;
  /** What is set now: removable chips on a phone, and their number on its button. */
  readonly set: readonly SetFilter[];
  /** "31 of 64" */
  readonly count?: ReactNode;
  /** What must survive a new filter, such as the order: sent along. */
  readonly kept?: Readonly<Record<string, string>>;
  /** `FilterSelect`s and checks. */
  readonly children: ReactNode;
};

/** Filters as one GET form: they live in the address, so the view can be sent to a colleague and works unscripted. */
export function FilterBar({ action, set, count, kept = {}, children }: FilterBarProps) {
  const t = useTranslations("ui.filter");
  return (
    <div className="filter-bar">
      <button type="button" className="filter filter-open" popoverTarget="filter-form">
        <Icon name="sliders-horizontal" />
        {t("open")} {set.length > 0 && <b>{set.length}</b>}
      </button>
      <form
        className="filter-form"
        id="filter-form"
        method="get"
        action={action}
        popover="auto"
        aria-label={t("open")}
        data-filters
      >
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <Button size="small">{t("apply")}</Button>
      </form>
      <span className="filter-chips">
        {set.map((filter) => (
          <Anchor key={filter.removeHref} className="filter filter-chip" href={filter.removeHref}>
            <span className="sr-only">{t("remove", { filter: filter.label })}</span>
            <span aria-hidden="true">
              {filter.label} <b>{filter.value}</b>
            </span>
            <Icon name="x" />
          </Anchor>
        ))}
      </span>
      {count && <span className="filter-count">{count}</span>}
    </div>
  );
}

type ListFiltersProps<Name extends string> = {
  readonly action: string;
  /** In the order in which they stand. */
  readonly names: readonly Name[];
  readonly values: Readonly<Record<Name | "q" | "sort", string>>;
  readonly options: Readonly<Record<Name, readonly Option[]>>;
  readonly labelOf: (name: Name | "q") => string;
  /** The same list without one of its filters. */
  readonly without: (name: Name | "q") => string;
  readonly sort: { readonly label: string; readonly options: readonly Option[] };
  /** How many rows they leave. */
  readonly count: ReactNode;
};

/** What a list of one's own is asked: words, its filters, and for a phone its order. */
export function ListFilters<Name extends string>(props: ListFiltersProps<Name>) {
  const { action, names, values, options, labelOf, without, sort, count } = props;
  const valueOf = (name: Name | "q" | "sort"): string => values[name];
  const set = [
    ...names.filter(valueOf).map((name) => ({
      label: labelOf(name),
      value: options[name].find((option) => option.value === valueOf(name))?.label ?? valueOf(name),
      removeHref: without(name),
    })),
    ...(valueOf("q") ? [{ label: labelOf("q"), value: valueOf("q"), removeHref: without("q") }] : []),
  ];
  return (
    <FilterBar action={action} set={set} count={count}>
      <label className="filter">
        {labelOf("q")}
        <input type="search" name="q" defaultValue={valueOf("q")} maxLength={100} />
      </label>
      {names.map((name) => (
        <FilterSelect
          key={name}
          name={name}
          label={labelOf(name)}
          value={valueOf(name)}
          options={options[name]}
          removeHref={without(name)}
        />
      ))}
      <SortSelect label={sort.label} value={valueOf("sort") || (sort.options[0]?.value ?? "")} options={sort.options} />
    </FilterBar>
  );
}
