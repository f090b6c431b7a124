import "server-only";
import type { HubWithClock, NamedHub, NamedPlace } from "@/domain/shared/named";
import { kindOf } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/service";
import { MARKET_ZONE } from "@/domain/shared/local-date";
import type { World } from "./network";

/** A place as people call it, in both languages; an id that is gone stands for itself. */
export function namedPlace(known: World, id: string): NamedPlace {
  const place = known.places.get(id);
  return { id, nameEn: place?.nameEn ?? id, nameZh: place?.nameZh ?? id };
}

export function namedHub(known: World, id: string): HubWithClock {
  const hub = known.hubs.get(id);
  return {
    ...{ id, nameEn: hub?.nameEn ?? id, nameZh: hub?.nameZh ?? id, isBorderHub: hub?.isBorderHub ?? false },
    zone: known.places.get(hub?.placeIds[0] ?? "")?.zone ?? MARKET_ZONE,
  };
}

/** By whose calendars the days of an order are counted: where its goods are taken, at the hub and where they go. */
export function zonesOf(known: World, ids: Readonly<Record<"hubId" | "originId" | "destinationId", string>>) {
  const zone = (placeId: string) => known.places.get(placeId)?.zone ?? MARKET_ZONE;
  return { origin: zone(ids.originId), hub: namedHub(known, ids.hubId).zone, destination: zone(ids.destinationId) };
}

/** The hubs that a spec names beside its deal's. */
export const otherHubsOf = (known: World, service: Service, spec: unknown): NamedHub[] =>
  (kindOf(service).otherHubIds?.(spec) ?? []).map((id) => namedHub(known, id));
