import { useLocale, useTranslations } from "next-intl";
import { HubMapFrame, type MapFlow, type MapHub } from "@/components/hubs/map/hub-map";
import { wayPoints } from "@/components/hubs/map/way-points";
import { numberFormat } from "@/components/ui/format";
import { Panel } from "@/components/ui/blocks";
import { amountOf } from "@/domain/hubs/traffic";
import type { Place } from "@/domain/hubs/place";
import { TERM_OF_MEASURE, TermLinks } from "./definitions";
import type { TrafficFlows, TrafficReview } from "@/views/traffic";
import { placeNamesOf } from "@/domain/shared/place-names";

type FlowMapProps = TrafficFlows & {
  readonly title: string;
  /** The review beside the map: the hubs' shares are its own. */
  readonly view: Pick<TrafficReview, "measure" | "now" | "hubs">;
  readonly onlyHubId?: string;
};

const TOWNS_NAMED = 8;

/** Towns that most orders start from or reach, outside the ports. */
function townsOf(flows: FlowMapProps["flows"], places: FlowMapProps["places"]): Place[] {
  const counts = new Map<string, number>();
  for (const { way, count } of flows) {
    for (const id of [way.legs[0]?.fromId, way.legs.at(-1)?.toId]) {
      if (id) counts.set(id, (counts.get(id) ?? 0) + count);
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .flatMap(([id]) => places.get(id) ?? [])
    .filter((place) => place.hubId === null && place.lon > 55)
    .slice(0, TOWNS_NAMED);
}

/** Where the orders run, with lines as wide as their number; the hubs with their shares of what the review measures. */
export function FlowMap({ title, flows, orders, isLatestOnly, view, places, onlyHubId }: FlowMapProps) {
  const t = useTranslations("admin.traffic");
  const locale = useLocale();
  const { measure, now, hubs } = view;
  const mapHubs = now.hubs.flatMap((share): MapHub[] => {
    const hub = hubs.get(share.hubId);
    const place = places.get(hub?.placeIds[0] ?? "");
    if (!hub || !place) return [];
    const { lon, lat } = place;
    return [
      {
        id: hub.id,
        ...placeNamesOf(hub),
        isBorderHub: hub.isBorderHub,
        count: Number(amountOf(share, measure)),
        shareBps: share.shownBps,
        lon,
        lat,
      },
    ];
  });
  const lines = flows.map(({ way, ...flow }): MapFlow => ({ ...flow, points: wayPoints(way, places) }));
  const ends = flows.flatMap(({ way }) => way.legs.flatMap((leg) => [leg.fromId, leg.toId]));
  const countries = [...new Set(ends.flatMap((id) => places.get(id)?.country ?? []))].filter((code) => code !== "CN");
  const map = { hubs: mapHubs, flows: lines, places: townsOf(flows, places), countries: countries.sort(), onlyHubId };
  const count = numberFormat(locale, {}).format(orders);
  return (
    <Panel
      title={title}
      tools={<TermLinks terms={[...new Set(["order", "borderHub", TERM_OF_MEASURE[measure]] as const)]} />}
      aside={t(isLatestOnly ? "panel.mapLatest" : "panel.mapAside", { measure, orders: count })}
      isFlush
    >
      <HubMapFrame {...map} />
    </Panel>
  );
}
