import "server-only";
import type { StoredOrder } from "../../db/repositories/orders";
import type { ContractedOn } from "../../db/repositories/work";
import { contentOfAlternative } from "../../domain/bidding/offer/alternatives/choose-alternative";
import type { Agreement } from "../../domain/orders/due";
import { MARKET_ZONE } from "../../domain/shared/local-date";
import { namedHub } from "./names";
import type { World } from "./network";

type Route = Pick<StoredOrder, "hubId" | "originId" | "destinationId">;

/** What an order's parties agreed of its times, with the zones and places by which they are read. */
export function agreementOf(
  known: World,
  { hubId, originId, destinationId }: Route,
  { spec, content, alternative }: Omit<ContractedOn, "orderId">,
): Agreement {
  const chosen = content && contentOfAlternative(content, alternative);
  const zoneOf = (placeId: string) => known.places.get(placeId)?.zone ?? MARKET_ZONE;
  const hubPlaces = (known.hubs.get(hubId)?.placeIds ?? []).flatMap((id) => {
    const place = known.places.get(id);
    return place ? [id, place.nameEn, place.nameZh] : [id];
  });
  return {
    spec: spec ?? {},
    terms: chosen?.terms ?? {},
    startDate: chosen?.startDate ?? null,
    transitDays: chosen?.transitDays ?? null,
    zones: { origin: zoneOf(originId), hub: namedHub(known, hubId).zone, destination: zoneOf(destinationId) },
    hubPlaces,
  };
}
