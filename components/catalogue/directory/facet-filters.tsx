import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { numberFormat } from "@/components/ui/format";
import { Icon } from "@/components/ui/icons/icon";
import type { Option } from "@/components/ui/form/inputs";
import { FilterBar, FilterSelect, SortSelect } from "@/components/ui/table/filter-bar";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { type Chosen, type Facet, FACETS, YES } from "@/domain/catalogue/directory/facets";

type Counts = ReadonlyMap<Facet, ReadonlyMap<string, number>>;

type FacetProps = {
  readonly facet: Facet;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
};

/** The values of a facet with how many each would leave; those that would leave nobody are left out unless they are chosen. */
function FacetFold({ facet, options, chosen, counts }: FacetProps) {
  const t = useTranslations("catalogue.filter");
  const locale = useLocale();
  const number = numberFormat(locale, {});
  const shown = options.filter(({ value }) => chosen.includes(value) || (counts.get(value) ?? 0) > 0);
  if (shown.length === 0) return null;
  return (
    <details className="facet" name="facet">
      <summary className={chosen.length > 0 ? "filter is-set" : "filter"}>
        {t(facet)} {chosen.length > 0 && <b>{number.format(chosen.length)}</b>}
        <Icon name="chevron-down" />
      </summary>
      <div className="facet-values">
        {shown.map(({ value, label }) => (
          <label key={value}>
            <input type="checkbox" name={facet} value={value} defaultChecked={chosen.includes(value)} />
            <span>{label}</span>
            <small>{number.format(counts.get(value) ?? 0)}</small>
          </label>
        ))}
      </div>
    </details>
  );
}

/** A facet that is so or not: one box. */
function FacetBox({ facet, options: [option], chosen, counts }: FacetProps) {
  const locale = useLocale();
  return (
    <label className={chosen.length > 0 ? "filter facet-box is-set" : "filter facet-box"}>
      <input type="checkbox" name={facet} value={YES} defaultChecked={chosen.length > 0} />
      {option?.label} <small>{numberFormat(locale, {}).format(counts.get(YES) ?? 0)}</small>
    </label>
  );
}

type FacetFiltersProps = {
  readonly action: string;
  readonly q: string;
  readonly chosen: Chosen;
  readonly options: Readonly<Record<Facet, readonly Option[]>>;
  readonly counts: Counts;
  readonly total: number;
  readonly without: (facet: Facet, value: string) => string;
  readonly withoutWords: string;
  /** Of a member: the requests that providers may be asked to fit. */
  readonly fit: { readonly value: string; readonly options: readonly Option[]; readonly removeHref: string } | null;
  readonly sort: { readonly value: string; readonly options: readonly Option[] };
};

/** What the directory is narrowed by: one form by GET, whose facets are folds beside one another, and on a phone in a sheet. */
export function FacetFilters(props: FacetFiltersProps) {
  const { action, q, chosen, options, counts, total, without, withoutWords, fit, sort } = props;
  const t = useTranslations("catalogue");
  const locale = useLocale();
  const labelOf = (facet: Facet, value: string) =>
    options[facet].find((option) => option.value === value)?.label ?? value;
  const set = [
    ...FACETS.flatMap((facet) =>
      chosen[facet].map((value) => ({
        label: t(`filter.${facet}`),
        value: labelOf(facet, value),
        removeHref: without(facet, value),
      })),
    ),
    ...(q ? [{ label: t("filter.q"), value: q, removeHref: withoutWords }] : []),
  ];
  const facets: ReactNode = FACETS.map((facet) => {
    const of = { facet, options: options[facet], chosen: chosen[facet], counts: counts.get(facet) ?? new Map() };
    return options[facet].length === 1 ? <FacetBox key={facet} {...of} /> : <FacetFold key={facet} {...of} />;
  });
  return (
    <FilterBar
      action={action}
      set={set}
      count={t("directory.count", { count: total, shown: numberFormat(locale, {}).format(total) })}
    >
      <label className="filter">
        {t("filter.q")}
        <input type="search" name="q" defaultValue={q} maxLength={100} />
      </label>
      <AsMarkup>
        <div className="facets">{facets}</div>
      </AsMarkup>
      {fit && (
        <FilterSelect
          name="for"
          label={t("filter.fit")}
          value={fit.value}
          options={fit.options}
          removeHref={fit.removeHref}
        />
      )}
      <SortSelect label={t("filter.sort")} value={sort.value} options={sort.options} />
    </FilterBar>
  );
}
