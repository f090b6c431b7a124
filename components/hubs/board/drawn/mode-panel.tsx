import { clauseGapOf, Sentences } from "@/components/ui/page/sentences";
import { useLocale, useTranslations } from "next-intl";
import { Note } from "@/components/ui/page/note";
import { Panel } from "@/components/ui/page/panel";
import { zoneName } from "@/components/ui/time/format-time";
import type { HubBoard, ModeBoard } from "@/domain/hubs/board/board-view";
import { isFor, spanOf } from "@/domain/hubs/board/closure";
import { isPortMode } from "@/domain/hubs/place";
import { joined } from "@/domain/hubs/board/standing-still";
import { useWaitWords } from "../../outlook/wait-words";
import { ArrivalsTable } from "./arrivals-table";
import { CrossingsTable } from "./crossings-table";
import { WaitChart } from "./wait-chart";
import { BarRow } from "@/components/ui/charts/bar-row";
import { DAY_MS } from "@/domain/shared/instant";
import { queueMs } from "@/domain/hubs/board/expected-wait";
import type { HubState } from "@/domain/hubs/board/hub-state";

/** What waits against what goes through in a day, to one scale. */
function QueueBars({ state, zone }: { readonly state: HubState; readonly zone: string }) {
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

type ModePanelProps = { readonly board: HubBoard; readonly of: ModeBoard; readonly zone: string };

/** One mode of a hub's board: the queue, the waits to come and the market's own crossings, with the figures beside them. */
export function ModePanel({ board, of, zone }: ModePanelProps) {
  const t = useTranslations("hub-board.page");
  const words = useWaitWords(zone);
  const { mode, state, ahead } = of;
  const spans = joined(board.closures.filter((one) => isFor(one, mode)).map(spanOf));
  const isPort = isPortMode(mode);
  const hasWaits = ahead.some(({ queueHours, closedHours }) => queueHours + closedHours > 0);
  return (
    <Panel title={t("title", { mode })} aside={state && t("asOf", { at: words.at(state.asOf) })} id={`board-${mode}`}>
      {of.isStale && <Note tone="warn">{t(isPort ? "portStale" : "stale", { days: board.maxAgeDays })}</Note>}
      {state === null && <p className="text-sm text-ink-2">{t(isPort ? "portNothing" : "nothing")}</p>}
      <div className="board-grid">
        <div>
          {hasWaits && (
            <>
              <h3 className="font-medium">{t("ahead")}</h3>
              <WaitChart ahead={ahead} closed={spans} zone={board.zone} />
              <p className="text-sm text-ink-2">
                <Sentences>
                  {t("aheadLines")}
                  {of.wait?.source !== "board" && t("nightsWithin")}
                </Sentences>
              </p>
              <ArrivalsTable ahead={ahead} zone={board.zone} />
              {state && !of.isStale && <p className="text-sm text-ink-3">{t("reach", { days: board.reachDays })}</p>}
            </>
          )}
        </div>
        <div className="stack">
          <Figures board={board} of={of} zone={zone} />
          {state && (
            <section>
              <h3 className="font-medium">{t("queue")}</h3>
              <QueueBars state={state} zone={zone} />
            </section>
          )}
          <section>
            <h3 className="font-medium">{t("crossings")}</h3>
            {isPort ? (
              <p className="text-sm text-ink-2">{t("portCrossings")}</p>
            ) : (
              <CrossingsTable of={of} zone={zone} />
            )}
          </section>
        </div>
      </div>
    </Panel>
  );
}

function Figures({ board, of, zone }: ModePanelProps) {
  const t = useTranslations("hub-board.page");
  const said = useTranslations("hub-board.wait");
  const locale = useLocale();
  const words = useWaitWords(zone);
  const { wait, state, closedUntil } = of;
  const waits = wait
    ? {
        value: words.length(wait.hours),
        detail: [words.source(wait), words.closed(wait)].filter(Boolean).join(clauseGapOf(locale)),
      }
    : { value: said("none"), detail: "" };
  const counted = (value: number) => t("perMode", { mode: of.mode, value: words.number(value) });
  const coming = wait && t(`comingFrom.${wait.comingSource}`);
  const hours =
    state?.opensAt && state.shutsAt
      ? t("hoursOf", { from: state.opensAt, to: state.shutsAt, zone: zoneName(board.now, board.zone, locale) })
      : t("always");
  const rows = [
    { key: "waitNow", ...waits },
    ...(closedUntil === null ? [] : [{ key: "closedMark", value: said("closedUntil", { at: words.at(closedUntil) }) }]),
    ...(state && coming
      ? [
          {
            key: "coming",
            value: state.arrivalsPerDay == null ? t("noArrivals") : counted(state.arrivalsPerDay),
            detail: coming,
          },
          {
            key: "capacity",
            value: state.capacityPerDay === null ? t("noCapacity") : counted(state.capacityPerDay),
          },
          { key: "opening", value: hours, detail: said("statedBy", { source: state.source }) },
        ]
      : []),
  ] as readonly { key: "waitNow" | "closedMark" | "coming" | "capacity" | "opening"; value: string; detail?: string }[];
  return (
    <table className="data-table rows-regular">
      <caption>{t("caption")}</caption>
      <tbody>
        {rows.map(({ key, value, detail }) => (
          <tr key={key}>
            <th scope="row">{t(key)}</th>
            <td>
              {value}
              {detail ? <small>{detail}</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
