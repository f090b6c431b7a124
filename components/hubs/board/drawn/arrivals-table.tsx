import { useLocale, useTranslations } from "next-intl";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import { ARRIVAL_TIMES, type WaitAhead } from "@/domain/hubs/board/waits-ahead";
import { useWaitWords } from "../../outlook/wait-words";

/** The waits to come, a day a row and a time of arrival a column: the queue, and beside it the hours in which the crossing is closed. */
export function ArrivalsTable({ ahead, zone }: { readonly ahead: readonly WaitAhead[]; readonly zone: string }) {
  const t = useTranslations("hub-board.page");
  const locale = useLocale();
  const { number } = useWaitWords(zone);
  const days = [...Map.groupBy(ahead, ({ day }) => day)];
  return (
    <table className="data-table rows-dense">
      <caption>{t("arrivals", { zone: zoneName(ahead[0]?.arrival ?? 0, zone, locale) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("arrival")}</th>
          {ARRIVAL_TIMES.map((time) => (
            <th key={time} scope="col" className="num">
              {time}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map(([day, waits]) => (
          <tr key={day}>
            <th scope="row">{formatTime(waits[0]?.arrival ?? 0, { locale, zone, shape: "day" })}</th>
            {ARRIVAL_TIMES.map((time) => {
              const wait = waits.find((one) => one.time === time);
              return (
                <td key={time} className="num">
                  {wait ? number(wait.queueHours) : t("passed")}
                  {wait && wait.closedHours > 0 && (
                    <small>{t("closedPart", { hours: number(wait.closedHours) })}</small>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
