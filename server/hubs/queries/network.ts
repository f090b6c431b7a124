import "server-only";
import type { Reader } from "@/db/database";
import { type Cities, openCities } from "@/db/drivers/cities-file";
import { readHubs, readNetwork } from "@/db/repositories/places";
import { type Hub, isTownId, type Place } from "@/domain/hubs/place";
import { type PreparedNetwork, prepareNetwork, type TownOf } from "@/domain/hubs/prepare-network";
import type { HubWithClock, NamedHub, NamedPlace, Service } from "@/domain/shared/vocabulary";
import { kindOf } from "@/domain/services/registry";
import { MARKET_ZONE } from "@/domain/shared/time";
import { env } from "@/server/platform/process/env";
import { forgetRead, readOnce } from "@/server/platform/process/one-per-process";
import { placeNamesOf } from "@/domain/shared/place-names";
import { ownNames } from "./own-names";

/** The world made ready for questions: the planner's network, and places and hubs by id. */
export type ReferenceData = {
  readonly network: PreparedNetwork;
  readonly places: ReadonlyMap<string, Place>;
  readonly hubs: ReadonlyMap<string, Hub>;
};

// One per process, whichever route bundle asks first.
const holder = globalThis as unknown as { kouanCities?: Cities };
const WORLD = "reference data";

/** The towns of the world, opened when the first one is asked for. */
export const cities = (): Cities => (holder.kouanCities ??= openCities(env().DATA_DIR));

// The list of towns is opened for what may be one only.
const townOf: TownOf = (id) => (isTownId(id) ? cities().byId(id) : null);

/** The places of the network, which are counted and listed, and by its id any town of the world. */
class WorldPlaces extends Map<string, Place> {
  override get(id: string): Place | undefined {
    return super.get(id) ?? townOf(id) ?? undefined;
  }
}

async function build(db: Reader): Promise<ReferenceData> {
  const network = await readNetwork(db);
  const hubs = await readHubs(db);
  const named = <Row extends Place | Hub>(row: Row): readonly [string, Row] => [
    row.id,
    { ...row, ...ownNames(row.id) },
  ];
  return {
    network: prepareNetwork(network, townOf),
    places: new WorldPlaces(network.places.map(named)),
    hubs: new Map(hubs.map(named)),
  };
}

/** Forgets the world of this process, after places, legs, speeds or waits have been changed. */
export const forgetReferenceData = (): void => forgetRead(WORLD);

/** The world as the database has it, read once per process: it changes with a release, not with a request. */
export const referenceData = (db: Reader): Promise<ReferenceData> => readOnce(WORLD, () => build(db));

/** The states between which goods are carried; empty where a place is not known any more. */
export const endsOf = (known: ReferenceData, of: { readonly originId: string; readonly destinationId: string }) => ({
  originCountry: known.places.get(of.originId)?.country ?? "",
  destinationCountry: known.places.get(of.destinationId)?.country ?? "",
});

/** The countries of a deal's two ends, which decide what its services are priced by. */
export async function countriesOf(
  db: Reader,
  of: { readonly originId: string; readonly destinationId: string },
): Promise<{ origin: string; destination: string }> {
  const { originCountry: origin, destinationCountry: destination } = endsOf(await referenceData(db), of);
  return { origin, destination };
}

/** The places of the network and those of the ends that are towns beyond it, for whoever names what stands in a bid or a term. */
export const placesAround = (known: ReferenceData, ends: readonly string[]): Place[] => [
  ...known.places.values(),
  ...[...new Set(ends)].flatMap((id) => (known.places.has(id) ? [] : (known.places.get(id) ?? []))),
];

/** A place as people call it, in both languages; an id that is gone stands for itself. */
export function namedPlace(known: ReferenceData, id: string): NamedPlace {
  const place = known.places.get(id);
  return place ? { id, ...placeNamesOf(place) } : { id, nameEn: id, nameZh: id };
}

export function namedHub(known: ReferenceData, id: string): HubWithClock {
  const hub = known.hubs.get(id);
  return {
    ...(hub ? { id, ...placeNamesOf(hub) } : { id, nameEn: id, nameZh: id }),
    isBorderHub: hub?.isBorderHub ?? false,
    zone: known.places.get(hub?.placeIds[0] ?? "")?.zone ?? MARKET_ZONE,
  };
}

/** By whose calendars the days of an order are counted: where its goods are taken, at the hub and where they go. */
export function zonesOf(known: ReferenceData, ids: Readonly<Record<"hubId" | "originId" | "destinationId", string>>) {
  const zone = (placeId: string) => known.places.get(placeId)?.zone ?? MARKET_ZONE;
  return { origin: zone(ids.originId), hub: namedHub(known, ids.hubId).zone, destination: zone(ids.destinationId) };
}

/** The hubs that a spec names beside its deal's. */
export const otherHubsOf = (known: ReferenceData, service: Service, spec: unknown): NamedHub[] =>
  (kindOf(service).otherHubIds?.(spec) ?? []).map((id) => namedHub(known, id));
