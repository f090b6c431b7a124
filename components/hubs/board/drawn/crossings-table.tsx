import { useTranslations } from "next-intl";
import { BarRow } from "@/components/ui/charts/bar-row";
import { Note } from "@/components/ui/page/note";
import type { ModeBoard } from "@/domain/hubs/board/board-view";
import { CROSSINGS_DAYS, CROSSINGS_LEAST } from "@/domain/hubs/board/crossing-times";
import { hoursOf } from "@/domain/hubs/board/expected-wait";
import type { BoardRecord } from "@/domain/hubs/board/reconcile";
import { useWaitWords } from "../../outlook/wait-words";

/** How long the market's own goods took to cross, in the middle and at the slow end. */
export function CrossingsTable({
  of: { crossings, record },
  zone,
}: {
  readonly of: Pick<ModeBoard, "crossings" | "record">;
  readonly zone: string;
}) {
  const t = useTranslations("hub-board.page");
  const words = useWaitWords(zone);
  if (crossings === null)
    return <p className="text-sm text-ink-2">{t("tooFew", { least: CROSSINGS_LEAST, days: CROSSINGS_DAYS })}</p>;
  const rows = [
    { key: "half", ms: crossings.p50Ms, tone: "c1" },
    { key: "most", ms: crossings.p90Ms, tone: "c2" },
  ] as const;
  return (
    <>
      <p className="text-sm text-ink-2">{t("crossingsLead", { days: CROSSINGS_DAYS })}</p>
      <table className="data-table rows-dense board-bars">
        <caption>{t("crossings")}</caption>
        <tbody>
          {rows.map(({ key, ms, tone }) => (
            <tr key={key}>
              <th scope="row">{t(key)}</th>
              <td className="num is-strong">{words.length(hoursOf(ms))}</td>
              <td className="bar-cell">
                <BarRow value={ms} max={crossings.p90Ms} tone={tone} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t("count")}</th>
            <td className="num is-strong">{words.number(crossings.n)}</td>
            <td />
          </tr>
        </tbody>
      </table>
      {record && <RecordOfBoard record={record} zone={zone} />}
    </>
  );
}

/** What the board said and what was waited, by how much each was off, and by which of them waits are planned. */
function RecordOfBoard({ record, zone }: { readonly record: BoardRecord; readonly zone: string }) {
  const t = useTranslations("hub-board.page");
  const words = useWaitWords(zone);
  const length = (ms: number) => words.length(hoursOf(ms));
  const { n, boardMs, ownMs, boardOffMs, ownOffMs, isApart, plannedBy } = record;
  const rows = [
    { key: "recordBoard", by: "board", off: boardOffMs },
    { key: "recordOwn", by: "orders", off: ownOffMs },
  ] as const;
  return (
    <>
      {isApart && <Note tone="warn">{t("recordApart", { by: plannedBy })}</Note>}
      <p className="text-sm text-ink-2">{t("recordNote", { count: n, own: length(ownMs), board: length(boardMs) })}</p>
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
              <td className={by === plannedBy ? "num is-strong" : "num"}>{length(off)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
