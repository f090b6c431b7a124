import "server-only";
import type { StoredOrder } from "../../db/repositories/orders";
import type { ContractedOn } from "../../db/repositories/work";
import { awaitedStep } from "../../domain/chain/awaited-step";
import type { ChainOrder } from "../../domain/chain/chain-facts";
import { contentOfAlternative } from "../../domain/bidding/offer/alternatives/choose-alternative";
import type { Agreement } from "../../domain/orders/due";
import { MARKET_ZONE } from "../../domain/shared/local-date";
import { namedHub } from "./names";
import type { World } from "./network";

type Agreeing = Pick<StoredOrder, "service" | "mode" | "hubId" | "originId" | "destinationId">;

/** What the order is read with: the world's places, and the orders of its deal, one of which it may wait for. */
type Around = { readonly known: World; readonly orders: readonly ChainOrder[] };

/** What an order's parties agreed of its times, with the zones and places by which they are read. */
export function agreementOf(
  { known, orders }: Around,
  { service, mode, hubId, originId, destinationId }: Agreeing,
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
    awaited: awaitedStep({ service, mode, spec: spec ?? {} }, orders),
    zones: { origin: zoneOf(originId), hub: namedHub(known, hubId).zone, destination: zoneOf(destinationId) },
    hubPlaces,
  };
}
