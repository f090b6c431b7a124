import { useTranslations } from "next-intl";
import type { Option } from "@/components/ui/form/select";
import { FilterBar } from "@/components/ui/table/filter-bar";
import { FilterSelect } from "@/components/ui/table/filter-select";

type DutyFiltersProps = {
  readonly action: string;
  readonly values: { readonly country: string; readonly charge: string; readonly hs: string };
  readonly countries: readonly Option[];
  readonly charges: readonly Option[];
  readonly without: (name: "charge" | "hs") => string;
};

/** Which country's rates, of which charge, of which goods. */
export function DutyFilters({ action, values, countries, charges, without }: DutyFiltersProps) {
  const t = useTranslations("duties.list");
  const { country, charge, hs } = values;
  const chargeName = charges.find(({ value }) => value === charge)?.label ?? charge;
  const set = [
    ...(charge ? [{ label: t("charge"), value: chargeName, removeHref: without("charge") }] : []),
    ...(hs ? [{ label: t("goods"), value: `HS ${hs}`, removeHref: without("hs") }] : []),
  ];
  return (
    <FilterBar action={action} set={set} kept={{}}>
      <label className="filter">
        {t("country")}
        <select name="country" defaultValue={country}>
          {countries.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <FilterSelect name="charge" label={t("charge")} value={charge} options={charges} removeHref={without("charge")} />
      <label className="filter">
        {t("goods")}
        <input type="search" name="hs" defaultValue={hs} maxLength={14} placeholder="8482" />
      </label>
    </FilterBar>
  );
}
