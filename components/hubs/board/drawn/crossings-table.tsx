import { useTranslations } from "next-intl";
import { BarRow } from "@/components/ui/charts/bar-row";
import { CROSSINGS_DAYS, CROSSINGS_LEAST, type CrossingTimes } from "@/domain/hubs/board/crossing-times";
import { hoursOf } from "@/domain/hubs/board/expected-wait";
import { useWaitWords } from "../../outlook/wait-words";

/** How long the market's own goods took to cross, in the middle and at the slow end. */
export function CrossingsTable({
  crossings,
  zone,
}: {
  readonly crossings: CrossingTimes | null;
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
    </>
  );
}
