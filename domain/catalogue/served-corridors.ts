import type { PreparedNetwork } from "../hubs/prepare-network";
import { isEmbargoed } from "../tariff/trade-bans";

const HOME = "CN";

/**
 * The corridors that requests are posted on and providers serve, in the order of their codes: from China to each country that some way of the network leads to,
 * and back, but for countries with which nothing is traded.
 */
export function servedCorridors({
  places,
  carriage,
  crossings,
}: Pick<PreparedNetwork, "places" | "carriage" | "crossings">) {
  const open = crossings.export.map(({ to }) => to);
  const reached = new Set(open);
  for (let place = open.pop(); place !== undefined; place = open.pop())
    for (const { to } of carriage[place] ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      open.push(to);
    }
  const countries = new Set([...reached].flatMap((place) => places[place]?.country ?? []));
  return [...countries]
    .filter((country) => country !== HOME && !isEmbargoed(country))
    .sort()
    .flatMap((country) => [`${HOME}-${country}`, `${country}-${HOME}`]);
}
