import type { Place } from "./place";

export type HubKind = "border" | "sea" | "air";

/** Where routes leave or enter China. All places of one border group are one hub; only border hubs count in the share. */
export type Hub = {
  readonly id: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly kind: HubKind;
  readonly isBorderHub: boolean;
  readonly placeIds: readonly string[];
};

const kindOf = ({ role }: Place): HubKind =>
  role === "border hub" ? "border" : role === "sea gateway" ? "sea" : "air";

// A hub goes by its town: "Pingxiang (railway station)" is one of its places, "Pingxiang" is the hub.
const townOf = (name: string): string => name.replace(/\s*[（(].*$/u, "");

/** The hubs among the places, by id. A hub bears the name of its first place by id, without the part in brackets. */
export function hubsOf(places: readonly Place[]): Hub[] {
  const byHub = new Map<string, Place[]>();
  for (const place of places) {
    if (place.hubId !== null) byHub.set(place.hubId, [...(byHub.get(place.hubId) ?? []), place]);
  }
  const hubs: Hub[] = [];
  for (const [id, members] of byHub) {
    const sorted = [...members].sort((a, b) => (a.id < b.id ? -1 : 1));
    const first = sorted[0] as Place;
    hubs.push({
      id,
      nameEn: townOf(first.nameEn),
      nameZh: townOf(first.nameZh),
      kind: kindOf(first),
      isBorderHub: first.isBorderHub,
      placeIds: sorted.map((place) => place.id),
    });
  }
  return hubs.sort((a, b) => (a.id < b.id ? -1 : 1));
}
