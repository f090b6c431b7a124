import { isPortMode } from "../hubs/place";
import type { PreparedNetwork } from "../hubs/prepare-network";
import { isEmbargoed } from "../tariff/trade-bans";

const HOME = "CN";

type Ways = Pick<PreparedNetwork, "places" | "carriage" | "crossings">;

/** The countries of some places and of all that carriage by land leads to from them. */
function countriesReached({ places, carriage }: Ways, from: readonly number[]): Set<string> {
  const open = [...from];
  const reached = new Set(open);
  for (let place = open.pop(); place !== undefined; place = open.pop())
    for (const { to } of carriage[place] ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      open.push(to);
    }
  return new Set([...reached].flatMap((place) => places[place]?.country ?? []));
}

/**
 * The corridors that requests are posted on and providers serve, in the order of their codes: from China to each country that some way of the network leads to,
 * and back, but for countries with which nothing is traded.
 */
export function servedCorridors(network: Ways) {
  const countries = countriesReached(
    network,
    network.crossings.export.map(({ to }) => to),
  );
  return [...countries]
    .filter((country) => country !== HOME && !isEmbargoed(country))
    .sort()
    .flatMap((country) => [`${HOME}-${country}`, `${country}-${HOME}`]);
}

/** The countries abroad that a hub serves: over a land border all that its roads and rails lead to, from a port or an airport those that its ships or aircraft go to. */
function countriesServed(network: Ways, hubId: string): ReadonlySet<string> {
  const own = network.crossings.export.filter((edge) => edge.hubId === hubId);
  const landed = own.filter(({ mode }) => isPortMode(mode)).flatMap(({ to }) => network.places[to]?.country ?? []);
  const driven = own.filter(({ mode }) => !isPortMode(mode)).map(({ to }) => to);
  return new Set([...countriesReached(network, driven), ...landed]);
}

/** The hubs that serve no country abroad of these corridors: whoever works on them has nothing to do there. */
export function hubsOffCorridors(network: Ways, hubIds: readonly string[], corridors: readonly string[]): string[] {
  const abroad = corridors.flatMap((corridor) => corridor.split("-")).filter((country) => country !== HOME);
  return hubIds.filter((hubId) => {
    const served = countriesServed(network, hubId);
    return !abroad.some((country) => served.has(country));
  });
}

/** The corridors on which goods go through a hub, by what leads on from it: from China and back. */
export const corridorsThrough = (network: Ways, hubId: string): string[] =>
  [...countriesServed(network, hubId)]
    .filter((country) => country !== HOME && !isEmbargoed(country))
    .sort()
    .flatMap((country) => [`${HOME}-${country}`, `${country}-${HOME}`]);
