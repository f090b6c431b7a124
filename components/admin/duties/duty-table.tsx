import { useSourceName } from "@/components/services/words/country-name";
import { useLocale, useTranslations } from "next-intl";
import { useRateWords } from "@/components/tariff/duties/rate-words";
import { formatMoney } from "@/components/ui/figures/format-money";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { DateText } from "@/components/ui/time/date-text";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import { DUTY_CURRENCY, type DutyRate, hasDutyRates } from "@/domain/tariff/duties/duty-rate";
import { money } from "@/domain/shared/money";

export type DutyRow = DutyRate & {
  readonly id: string;
  readonly enteredBy: string | null;
  readonly isFuture: boolean;
};

/** Dated rates of one country, the latest first: those that were followed by a later one stay below it. */
export function DutyTable({ caption, rows }: { readonly caption: string; readonly rows: readonly DutyRow[] }) {
  const t = useTranslations("duties");
  const locale = useLocale();
  const rateWords = useRateWords();
  const sourceName = useSourceName("duties");
  const band = ({ country, valueFromMinor }: DutyRow) =>
    valueFromMinor > 0n && hasDutyRates(country)
      ? t("list.from", { value: formatMoney(money(valueFromMinor, DUTY_CURRENCY[country]), locale) })
      : undefined;
  const goods = (row: DutyRow) => (row.hsPrefix === "" ? t("list.allGoods") : `HS ${row.hsPrefix}`);
  const from = (row: DutyRow) => (
    <>
      <DateText day={row.validFrom} hasYear /> {row.isFuture && <QuietChip icon="clock">{t("list.future")}</QuietChip>}
    </>
  );
  const columns: Column<DutyRow>[] = [
    {
      key: "goods",
      head: t("list.goods"),
      cell: goods,
      detail: band,
    },
    { key: "charge", head: t("list.charge"), cell: (row) => t(`charge.${row.charge}`) },
    { key: "rate", head: t("list.rate"), cell: rateWords },
    {
      key: "from",
      head: t("list.validFrom"),
      cell: from,
    },
    { key: "source", head: t("list.source"), cell: (row) => sourceName(row.source) },
    { key: "by", head: t("list.enteredBy"), cell: (row) => row.enteredBy ?? t("list.shipped") },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      height="dense"
      card={(row) => (
        <RowCard
          number={goods(row)}
          end={from(row)}
          title={
            <>
              {t(`charge.${row.charge}`)} <b>{rateWords(row)}</b> {band(row)}
            </>
          }
          route={sourceName(row.source)}
          facts={<span>{row.enteredBy ?? t("list.shipped")}</span>}
        />
      )}
    />
  );
}
