import type { Reader } from "../../db/database";
import type { Hub } from "../../domain/hubs/hub";
import { MODES, type Mode, type Place } from "../../domain/hubs/place";
import { type World, world } from "./queries/network";

/** A hub with what can be entered of it: the modes that cross there, and the clocks that are kept on its sides. */
export type KnownHub = {
  readonly hub: Hub;
  readonly modes: readonly Mode[];
  /** The hub's own zone first. */
  readonly zones: readonly [string, ...string[]];
};

/** The hub as the world has it; null where there is none of that id. */
export function knownHubIn(of: World, hubId: string): KnownHub | null {
  const hub = of.hubs.get(hubId);
  const own = hub && of.places.get(hub.placeIds[0] ?? "");
  if (!hub || !own) return null;
  const crossings = of.network.crossings.export.filter((edge) => edge.hubId === hubId);
  const far = hub.kind === "border" ? crossings.map((edge) => of.network.places[edge.to] as Place) : [];
  const used = new Set(crossings.map((edge) => edge.mode));
  return {
    hub,
    modes: MODES.filter((mode) => used.has(mode)),
    zones: [own.zone, ...new Set(far.map(({ zone }) => zone).filter((zone) => zone !== own.zone))],
  };
}

export const knownHub = async (db: Reader, hubId: string): Promise<KnownHub | null> =>
  knownHubIn(await world(db), hubId);
