import { QuietChip } from "@/components/ui/cells";
import { useLocale, useTranslations } from "next-intl";
import type { Option } from "@/components/ui/form/inputs";
import { FilterBar, FilterSelect } from "@/components/ui/table/filter-bar";
import { useSourceName } from "@/components/services/country-name";
import { useRateWords } from "@/components/tariff/rate-words";
import { formatMoney } from "@/components/ui/figures";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { DateText } from "@/components/ui/time/time-text";
import { DUTY_CURRENCY, hasDutyRates } from "@/domain/tariff/duty-rate";
import type { EnteredDutyRate } from "@/views/duties";
import { money } from "@/domain/shared/money";

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
    ...(hs ? [{ label: t("goods"), value: t("code", { code: hs }), removeHref: without("hs") }] : []),
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

/** Dated rates of one country, the latest first: those that were followed by a later one stay below it. */
export function DutyTable({ caption, rows }: { readonly caption: string; readonly rows: readonly EnteredDutyRate[] }) {
  const t = useTranslations("duties");
  const locale = useLocale();
  const rateWords = useRateWords();
  const sourceName = useSourceName("duties");
  const band = ({ country, valueFromMinor }: EnteredDutyRate) =>
    valueFromMinor > 0n && hasDutyRates(country)
      ? t("list.from", { value: formatMoney(money(valueFromMinor, DUTY_CURRENCY[country]), locale) })
      : undefined;
  const goods = (row: EnteredDutyRate) =>
    row.hsPrefix === "" ? t("list.allGoods") : t("list.code", { code: row.hsPrefix });
  const from = (row: EnteredDutyRate) => (
    <>
      <DateText day={row.validFrom} hasYear /> {row.isFuture && <QuietChip icon="clock">{t("list.future")}</QuietChip>}
    </>
  );
  const by = (row: EnteredDutyRate) => (
    <>
      {row.enteredBy ?? t("list.shipped")}{" "}
      {row.differsFromShipped && <QuietChip icon="pencil">{t("list.differsFromShipped")}</QuietChip>}
    </>
  );
  const columns: Column<EnteredDutyRate>[] = [
    {
      key: "goods",
      head: t("list.goods"),
      cell: goods,
      detail: band,
    },
    { key: "charge", card: "facts", head: t("list.charge"), cell: (row) => t(`charge.${row.charge}`) },
    { key: "rate", card: "facts", head: t("list.rate"), cell: rateWords },
    {
      key: "from",
      card: "end",
      head: t("list.validFrom"),
      cell: from,
    },
    { key: "source", card: "route", head: t("list.source"), cell: (row) => sourceName(row.source) },
    { key: "by", card: "facts", head: t("list.enteredBy"), cell: by },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} height="dense" />;
}
