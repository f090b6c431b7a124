import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BorderWaitText } from "@/components/deals/border-wait-text";
import { HubTitle } from "@/components/hubs/hub-title";
import { hubNameOf } from "@/components/hubs/hub-name-of";
import { useTimeOnWay } from "@/components/hubs/planner/time-on-way";
import { useFigureSource } from "@/components/services/words/country-name";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { Panel } from "@/components/ui/page/panel";
import { BestTag } from "@/components/ui/turn/best-tag";
import type { Hub } from "@/domain/hubs/hub";
import type { Place } from "@/domain/hubs/place";
import type { Way, WayLeg } from "@/domain/hubs/way";
import { ScrollBox } from "@/components/ui/page/scroll-box";

type WayCardProps = {
  readonly way: Way;
  /** From 1. */
  readonly rank: number;
  readonly isFastest: boolean;
  readonly isShortest: boolean;
  readonly hub: Hub | undefined;
  readonly places: ReadonlyMap<string, Place>;
  /** One way on: the posting form with this route. */
  readonly action?: ReactNode;
};

/** One way: its legs with distance, days and source of each figure, the wait at the border, and the sums. */
export function WayCard({ way, rank, isFastest, isShortest, hub, places, action }: WayCardProps) {
  const t = useTranslations("hubs.plan");
  const words = useTranslations("hubs.way");
  const modes = useTranslations("hubs.mode");
  const locale = useLocale();
  const number = numberFormat(locale, { maximumFractionDigits: 1 });
  const days = useTimeOnWay();
  const name = (id: string) => hubNameOf(places.get(id), locale, id);
  const sourceOf = useFigureSource();
  const { borderWait } = way;
  const source = (leg: WayLeg) =>
    leg.isEstimate ? words("estimate") : words("source", { source: sourceOf(leg.source) });
  const title = (
    <>
      {t("rank", { n: rank })} · {hub && <HubTitle hub={hub} />}
    </>
  );
  const tools = (
    <>
      {isFastest && <BestTag>{t("best")}</BestTag>}
      {isShortest && <BestTag>{t("shortest")}</BestTag>}
    </>
  );
  return (
    <Panel title={title} tools={tools} aside={action} id={`way-${rank}`} isFlush>
      <ScrollBox label={t("legCaption", { n: rank })}>
        <table className="data-table rows-dense way-legs">
          <caption>{t("legCaption", { n: rank })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("leg")}</th>
              <th scope="col">{t("mode2")}</th>
              <th scope="col" className="num">
                {t("km")}
              </th>
              <th scope="col" className="num">
                {t("days")}
              </th>
              <th scope="col">{t("source")}</th>
            </tr>
          </thead>
          <tbody>
            {way.legs.map((leg) => (
              <tr key={`${leg.fromId} ${leg.toId} ${leg.mode}`}>
                <th scope="row">{t("legName", { from: name(leg.fromId), to: name(leg.toId) })}</th>
                <td>{modes(leg.mode)}</td>
                <td className="num">{number.format(leg.km)}</td>
                <td className="num">{days(leg.days)}</td>
                <td>{source(leg)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("total")}</th>
              <td>{modes(way.mode)}</td>
              <td className="num">{number.format(way.distanceKm)}</td>
              <td className="num">{days(way.days)}</td>
              <td>
                {borderWait ? (
                  <>
                    <BorderWaitText wait={borderWait} /> {!borderWait.isEstimate && `(${borderWait.source})`}
                  </>
                ) : (
                  words("noBorderWait")
                )}
              </td>
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
    </Panel>
  );
}
