import { useTranslations } from "next-intl";
import { BarRow } from "@/components/ui/charts/bar-row";
import { DAY_MS } from "@/domain/shared/instant";
import { queueMs } from "@/domain/hubs/board/expected-wait";
import type { HubState } from "@/domain/hubs/board/hub-state";
import { useWaitWords } from "../../outlook/wait-words";

/** What waits against what goes through in a day, to one scale. */
export function QueueBars({ state, zone }: { readonly state: HubState; readonly zone: string }) {
  const t = useTranslations("hub-board.page");
  const { number } = useWaitWords(zone);
  const { mode, backlog, throughputPerDay, arrivalsPerDay = null, capacityPerDay } = state;
  const bars = [
    { key: "backlog", value: backlog, tone: "c1" },
    { key: "throughput", value: throughputPerDay, tone: "c2" },
    ...(arrivalsPerDay === null ? [] : [{ key: "arrivals", value: arrivalsPerDay, tone: "c4" } as const]),
    ...(capacityPerDay === null ? [] : [{ key: "capacity", value: capacityPerDay, tone: "c3" } as const]),
  ] as const;
  const max = Math.max(...bars.map(({ value }) => value));
  return (
    <>
      <p className="text-sm text-ink-2">
        {t("queueName", {
          mode,
          backlog: number(backlog),
          throughput: number(throughputPerDay),
          days: number(queueMs(state, null) / DAY_MS),
        })}
      </p>
      <table className="data-table rows-dense board-bars">
        <caption>{t("queue")}</caption>
        <tbody>
          {bars.map(({ key, value, tone }) => (
            <tr key={key}>
              <th scope="row">{t(`bars.${key}`)}</th>
              <td className="num is-strong">{t("perMode", { mode, value: number(value) })}</td>
              <td className="bar-cell">
                <BarRow value={value} max={max} tone={tone} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
