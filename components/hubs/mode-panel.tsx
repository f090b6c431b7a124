import { useLocale, useTranslations } from "next-intl";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import { ARRIVAL_TIMES } from "@/domain/hubs/board/waits-ahead";
import { useTowards, useWaitWords } from "./outlook-panel";
import { BarRow } from "@/components/ui/bar-row";
import { Note, Panel, ScrollBox } from "@/components/ui/blocks";
import type { HubBoard, ModeBoard } from "@/views/hubs";
import { CROSSINGS_DAYS, CROSSINGS_LEAST } from "@/domain/hubs/board/crossing-times";
import { queueMs, throughPerDay } from "@/domain/hubs/board/expected-wait";
import { clauseGapOf, Sentences } from "@/components/ui/words";
import { isFor } from "@/domain/hubs/board/board";
import { isPortMode } from "@/domain/hubs/place";
import { joined } from "@/domain/hubs/board/opening-hours";
import { WaitChart } from "./wait-chart";
import { DAY_MS } from "@/domain/shared/time";

/** The waits to come, a day a row and a time of arrival a column: the queue, and beside it the hours in which the crossing is closed. */
export function ArrivalsTable({ ahead, zone }: { readonly ahead: ModeBoard["ahead"]; readonly zone: string }) {
  const t = useTranslations("hub-board.page");
  const said = useTranslations("hub-board.wait");
  const locale = useLocale();
  const { number } = useWaitWords(zone);
  const days = [...Map.groupBy(ahead, ({ day }) => day)];
  const caption = t("arrivals", { zone: zoneName(ahead[0]?.arrivesAt ?? 0, zone, locale) });
  return (
    <ScrollBox label={caption}>
      <table className="data-table rows-dense">
        <caption>{caption}</caption>
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
              <th scope="row">{formatTime(waits[0]?.arrivesAt ?? 0, { locale, zone, shape: "day" })}</th>
              {ARRIVAL_TIMES.map((time) => {
                const wait = waits.find((one) => one.time === time);
                return (
                  <td key={time} className="num">
                    {wait ? (wait.queueHours === null ? said("none") : number(wait.queueHours)) : t("passed")}
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
    </ScrollBox>
  );
}

/** How long the market's own goods took to cross, in the middle and at the slow end. */
function CrossingsTable({
  of: { crossings, boardRecord },
  zone,
}: {
  readonly of: Pick<ModeBoard, "crossings" | "boardRecord">;
  readonly zone: string;
}) {
  const t = useTranslations("hub-board.page");
  const words = useWaitWords(zone);
  if (crossings === null)
    return <p className="text-sm text-ink-2">{t("tooFew", { least: CROSSINGS_LEAST, days: CROSSINGS_DAYS })}</p>;
  const rows = [
    { key: "half", hours: crossings.halfWithinHours, tone: "c1" },
    { key: "most", hours: crossings.nineInTenWithinHours, tone: "c2" },
  ] as const;
  return (
    <>
      <p className="text-sm text-ink-2">{t("crossingsLead", { days: CROSSINGS_DAYS })}</p>
      <table className="data-table rows-dense board-bars">
        <caption>{t("crossings")}</caption>
        <tbody>
          {rows.map(({ key, hours, tone }) => (
            <tr key={key}>
              <th scope="row">{t(key)}</th>
              <td className="num is-strong">{words.length(hours)}</td>
              <td className="bar-cell">
                <BarRow value={hours} max={crossings.nineInTenWithinHours} tone={tone} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t("count")}</th>
            <td className="num is-strong">{words.number(crossings.orders)}</td>
            <td />
          </tr>
        </tbody>
      </table>
      {boardRecord && <RecordOfBoard record={boardRecord} zone={zone} />}
    </>
  );
}

type RecordProps = { readonly record: NonNullable<ModeBoard["boardRecord"]>; readonly zone: string };

/** What the board said and what was waited, by how much each was off, and by which of them waits are planned. */
function RecordOfBoard({ record, zone }: RecordProps) {
  const t = useTranslations("hub-board.page");
  const words = useWaitWords(zone);
  const { orders, boardHours, ownHours, boardOffHours, ownOffHours, isApart, plannedBy } = record;
  const rows = [
    { key: "recordBoard", by: "board", off: boardOffHours },
    { key: "recordOwn", by: "orders", off: ownOffHours },
  ] as const;
  return (
    <>
      {isApart && <Note tone="warn">{t("recordApart", { by: plannedBy })}</Note>}
      <p className="text-sm text-ink-2">
        {t("recordNote", { count: orders, own: words.length(ownHours), board: words.length(boardHours) })}
      </p>
      <table className="data-table rows-dense">
        <caption>{t("record")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("recordHead.source")}</th>
            <th scope="col" className="num">
              {t("recordHead.off")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, by, off }) => (
            <tr key={key}>
              <th scope="row">{t(key)}</th>
              <td className={by === plannedBy ? "num is-strong" : "num"}>{words.length(off)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

type QueueProps = Pick<ModeBoard, "mode"> & {
  readonly state: NonNullable<ModeBoard["state"]>;
  readonly zone: string;
};

/** What waits against what goes through in a day, to one scale. */
function QueueBars({ mode, state, zone }: QueueProps) {
  const t = useTranslations("hub-board.page");
  const { number } = useWaitWords(zone);
  const { backlog, throughputPerDay, arrivalsPerDay, capacityPerDay } = state;
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
          throughput: number(throughPerDay(state)),
          limit: throughPerDay(state) < throughputPerDay ? "capacity" : "none",
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
  const towards = useTowards();
  const { mode, state, ahead } = of;
  const spans = joined(board.closures.filter((one) => isFor(one, mode)));
  const isPort = isPortMode(mode);
  const hasWaits = ahead.some(({ queueHours, closedHours }) => (queueHours ?? 0) + closedHours > 0);
  return (
    <Panel
      title={t(isPort ? "title" : "titleTowards", { mode, towards: towards(board.countries) })}
      aside={state && t("asOf", { at: words.at(state.asOf) })}
      id={`board-${mode}`}
    >
      {state?.isStale && <Note tone="warn">{t(isPort ? "portStale" : "stale", { days: board.maxAgeDays })}</Note>}
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
                  {!isPort && t("otherDirection")}
                  {of.wait?.basis !== "board" && t("nightsWithin")}
                </Sentences>
              </p>
              <ArrivalsTable ahead={ahead} zone={board.zone} />
              {state && !state.isStale && <p className="text-sm text-ink-3">{t("reach", { days: board.reachDays })}</p>}
            </>
          )}
        </div>
        <div className="stack">
          <Figures board={board} of={of} zone={zone} />
          {state && (
            <section>
              <h3 className="font-medium">{t("queue")}</h3>
              <QueueBars mode={mode} state={state} zone={zone} />
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
  const coming = wait && t(`comingFrom.${wait.comingBasis}`);
  const hours =
    state?.opensAt && state.shutsAt
      ? t("hoursOf", { from: state.opensAt, to: state.shutsAt, zone: zoneName(board.readAt, board.zone, locale) })
      : t("always");
  const rows = [
    { key: "waitNow", ...waits },
    ...(closedUntil === null ? [] : [{ key: "closedMark", value: said("closedUntil", { at: words.at(closedUntil) }) }]),
    ...(state && coming
      ? [
          {
            key: "coming",
            value: state.arrivalsPerDay === null ? t("noArrivals") : counted(state.arrivalsPerDay),
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
