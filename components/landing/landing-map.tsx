import { HubMap, type MapFlow, type MapHub } from "@/components/hubs/hub-map";
import { wayPoints } from "@/components/hubs/map/way-points";
import type { Hub } from "@/domain/hubs/hub";
import type { Place } from "@/domain/hubs/place";
import type { Way } from "@/domain/hubs/way";

export type LandingMapProps = {
  readonly byHub: readonly { readonly hub: Hub; readonly place: Place; readonly open: number }[];
  readonly flows: readonly {
    readonly hubId: string;
    readonly isBorderHub: boolean;
    readonly way: Pick<Way, "legs">;
    readonly count: number;
  }[];
  readonly places: ReadonlyMap<string, Place>;
  readonly openRequests: number;
};

const BPS = 10_000;
const TOWNS = ["CNYIU", "CNGGZ", "KZALA", "UZTAS", "VNHAN", "VNSGN", "RUVVO", "MNULN"];

/** The map of the front page: lines as wide as the requests that are open now. */
export function LandingMap({
  variant,
  byHub,
  flows,
  places,
  openRequests,
}: LandingMapProps & { readonly variant: "hero" | "phone" }) {
  const hubs = byHub.map(
    ({ hub, place, open }): MapHub => ({
      id: hub.id,
      nameEn: hub.nameEn,
      nameZh: hub.nameZh,
      isBorderHub: hub.isBorderHub,
      lon: place.lon,
      lat: place.lat,
      count: open,
      shareBps: Math.floor((open * BPS) / Math.max(1, openRequests)),
    }),
  );
  const lines = flows.map(({ way, ...flow }): MapFlow => ({ ...flow, points: wayPoints(way, places) }));
  const reached = flows.flatMap(({ way }) => way.legs.flatMap((leg) => [leg.fromId, leg.toId]));
  const countries = [...new Set(reached.flatMap((id) => places.get(id)?.country ?? []))]
    .filter((code) => code !== "CN")
    .sort();
  const towns = TOWNS.flatMap((id) => places.get(id) ?? []);
  return <HubMap variant={variant} hubs={hubs} flows={lines} places={towns} countries={countries} />;
}
