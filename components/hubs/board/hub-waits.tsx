import { useLocale, useTranslations } from "next-intl";
import { BarRow } from "@/components/ui/charts/bar-row";
import { dateFormat, numberFormat } from "@/components/ui/figures/intl-cache";
import type { BorderWait } from "@/domain/hubs/network/network";
import type { Mode } from "@/domain/hubs/place";

type HubWaitsProps = {
  readonly waitsByMode: readonly { readonly mode: Mode; readonly months: readonly BorderWait[] }[];
  /** 1 to 12: the month that runs. */
  readonly month: number;
};

const TONES = { road: "c1", rail: "c2", sea: "c3", air: "c4" } as const;

/** Expected waits over the year: the figures are the table, the bars their picture. */
export function HubWaits({ waitsByMode, month }: HubWaitsProps) {
  const t = useTranslations("hubs.page");
  const modes = useTranslations("hubs.mode");
  const locale = useLocale();
  const max = Math.max(1, ...waitsByMode.flatMap(({ months }) => months.map((wait) => wait.hours)));
  const number = numberFormat(locale, { maximumFractionDigits: 1 });
  const name = (of: number) =>
    dateFormat(locale, { month: "short", timeZone: "UTC" }).format(Date.UTC(2026, of - 1, 1));
  return (
    <table className="data-table rows-dense hub-waits">
      <caption>{t("waitsCaption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("month")}</th>
          {waitsByMode.map(({ mode }) => (
            <th key={mode} scope="col" colSpan={2}>
              {t("hours", { mode: modes(mode) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: 12 }, (_, index) => index + 1).map((of) => (
          <tr key={of} className={of === month ? "is-now" : undefined}>
            <th scope="row">
              {name(of)}
              {of === month && <small>{t("thisMonth")}</small>}
            </th>
            {waitsByMode.flatMap(({ mode, months }) => {
              const hours = months.find((wait) => wait.month === of)?.hours ?? 0;
              return [
                <td key={mode} className="num is-strong">
                  {number.format(hours)}
                </td>,
                <td key={`${mode} bar`} className="bar-cell">
                  <BarRow value={hours} max={max} tone={TONES[mode]} />
                </td>,
              ];
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
