import "server-only";
import type { Reader } from "@/db/database";
import { readHubs, readNetwork } from "@/db/repositories/places";
import type { Hub } from "@/domain/hubs/hub";
import { type PreparedNetwork, prepareNetwork } from "@/domain/hubs/network/prepare-network";
import type { Place } from "@/domain/hubs/place";

/** The world made ready for questions: the planner's network, and places and hubs by id. */
export type World = {
  readonly network: PreparedNetwork;
  readonly places: ReadonlyMap<string, Place>;
  readonly hubs: ReadonlyMap<string, Hub>;
};

// One per process, whichever route bundle asks first.
const holder = globalThis as unknown as { kouanWorld?: Promise<World> };

async function build(db: Reader): Promise<World> {
  const network = await readNetwork(db);
  const hubs = await readHubs(db);
  return {
    network: prepareNetwork(network),
    places: new Map(network.places.map((place) => [place.id, place])),
    hubs: new Map(hubs.map((hub) => [hub.id, hub])),
  };
}

/** Forgets the world of this process, after places, legs, speeds or waits have been changed. */
export function forgetWorld(): void {
  delete holder.kouanWorld;
}

/** The world as the database has it, read once per process: it changes with a release, not with a request. */
export async function world(db: Reader): Promise<World> {
  holder.kouanWorld ??= build(db);
  try {
    return await holder.kouanWorld;
  } catch (error) {
    forgetWorld();
    throw error;
  }
}
