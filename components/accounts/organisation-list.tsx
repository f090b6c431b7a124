import { QuietChip } from "@/components/ui/cells";
import type { CountedOrganisation } from "@/views/accounts";
import { useLocale, useTranslations } from "next-intl";
import type { Option } from "@/components/ui/form/inputs";
import { FilterBar, FilterSelect } from "@/components/ui/table/filter-bar";
import { CountText } from "@/components/ui/figures";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { CheckText } from "./check-text";
import { TimeText } from "@/components/ui/time/time-text";
import { CHECK_ENDING_DAYS, CHECK_ENDS } from "@/domain/accounts/organisation-check";
import { regionNames } from "@/components/ui/format";

export type OrganisationFilterValues = Readonly<Record<"q" | "state" | "country" | "check", string>>;

type OrganisationFiltersProps = {
  readonly action: string;
  readonly values: OrganisationFilterValues;
  readonly countries: readonly Option[];
  readonly without: (name: keyof OrganisationFilterValues) => string;
};

export function OrganisationFilters({ action, values, countries, without }: OrganisationFiltersProps) {
  const t = useTranslations("accounts.review");
  const states = (["active", "restricted", "suspended"] as const).map((value) => ({ value, label: t(value) }));
  const ends = [
    { value: "asked", label: t("checkAsked") },
    ...CHECK_ENDS.map((value) => ({ value, label: t(`checkEnds.${value}`, { days: CHECK_ENDING_DAYS }) })),
  ];
  const selects = [
    { name: "state", label: t("state"), options: states },
    { name: "country", label: t("country"), options: countries },
    { name: "check", label: t("check"), options: ends },
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

type OrganisationTableProps = {
  readonly rows: readonly CountedOrganisation[];
  readonly zone: string;
  readonly hrefOf: (row: CountedOrganisation) => string;
};

export function OrganisationTable({ rows, zone, hrefOf }: OrganisationTableProps) {
  const t = useTranslations("accounts.review");
  const countries = regionNames(useLocale());
  const place = (row: CountedOrganisation) => [countries.of(row.country), row.city].filter(Boolean).join(" · ");
  const state = (row: CountedOrganisation) => {
    if (row.suspendedAt !== null) return <QuietChip icon="lock-keyhole">{t("suspended")}</QuietChip>;
    if (row.restrictedAt !== null) return <QuietChip icon="lock-keyhole">{t("restricted")}</QuietChip>;
    return <QuietChip icon="circle-check">{t("active")}</QuietChip>;
  };
  const columns: readonly Column<CountedOrganisation>[] = [
    { key: "name", head: t("name"), cell: (row) => row.nameLatin, detail: (row) => row.nameOwn },
    { key: "place", card: "route", head: t("place"), cell: place },
    { key: "registration", card: "facts", head: t("registration"), cell: (row) => row.registrationNumber },
    { key: "people", head: t("people"), isNumber: true, cell: (row) => <CountText value={row.memberCount} /> },
    {
      key: "entered",
      head: t("entered"),
      cell: (row) => <TimeText at={row.createdAt} zone={zone} shape="day" hasYear />,
    },
    { key: "check", card: "facts", head: t("check"), cell: (row) => <CheckText check={row.check} zone={zone} /> },
    { key: "state", card: "top", head: t("state"), cell: state },
  ];
  return (
    <DataTable caption={t("caption")} rows={rows} rowKey={(row) => row.id} rowHref={hrefOf} hasKeys columns={columns} />
  );
}
