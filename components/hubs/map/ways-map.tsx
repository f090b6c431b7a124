import { useTranslations } from "next-intl";
import { HubMapFrame, type MapHub } from "@/components/hubs/map/hub-map";
import { wayPoints } from "@/components/hubs/map/way-points";
import { Panel } from "@/components/ui/blocks";
import type { Hub, Place } from "@/domain/hubs/place";
import type { Way } from "@/views/deals";

type WaysMapProps = {
  /** The best one first: it is drawn widest. */
  readonly ways: readonly Way[];
  readonly hubs: ReadonlyMap<string, Hub>;
  readonly places: ReadonlyMap<string, Place>;
};

/** The ways of a plan on the map, the best one strong and the others behind it. */
export function WaysMap({ ways, hubs, places }: WaysMapProps) {
  const t = useTranslations("hubs.plan");
  const flows = ways.map((way, index) => ({
    hubId: way.hubId,
    isBorderHub: hubs.get(way.hubId)?.isBorderHub ?? false,
    points: wayPoints(way, places),
    count: index === 0 ? 2 : 1,
  }));
  const used = new Map(ways.map((way) => [way.hubId, hubs.get(way.hubId)]));
  const mapHubs = [...used.values()].flatMap((hub): MapHub[] => {
    const place = places.get(hub?.placeIds[0] ?? "");
    return hub && place ? [{ ...hub, lon: place.lon, lat: place.lat, count: 1, shareBps: null }] : [];
  });
  const ends = [ways[0]?.legs[0]?.fromId, ways[0]?.legs.at(-1)?.toId].flatMap((id) => places.get(id ?? "") ?? []);
  const countries = [
    ...new Set(ways.flatMap((way) => way.legs.flatMap((leg) => places.get(leg.toId)?.country ?? []))),
    ...ends.map((place) => place.country),
  ].filter((code, index, all) => code !== "CN" && all.indexOf(code) === index);
  const map = {
    hubs: mapHubs,
    flows,
    places: ends.filter((place) => place.hubId === null),
    countries,
    onlyHubId: ways[0]?.hubId,
  };
  return (
    <Panel title={t("mapTitle")} aside={t("mapAside", { count: ways.length })} isFlush>
      <HubMapFrame name={t("mapTitle")} {...map} />
    </Panel>
  );
}
