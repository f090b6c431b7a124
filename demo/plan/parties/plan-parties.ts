import { type Place, PORT_MODES } from "../../../domain/hubs/place";
import { metresBetween } from "../../../domain/shared/position";
import { hubsOffCorridors } from "../../../domain/catalogue/served-corridors";
import type { Instant } from "../../../domain/shared/time";
import type { DemoOrganisation, DemoService } from "../market-data";
import { isMember } from "./membership";
import type { Movement, ReferenceData } from "../plan-movement";
import { pickWeighted, type Random } from "../random";

/** Whether a company buys or sells on the corridor from its own country: goods are declared in the name of a company of the country whose customs they pass. */
const isTraderOf = ({ kind, corridors, country }: DemoOrganisation, { corridor }: Movement): boolean =>
  kind === "buyer" && corridors.includes(corridor) && corridor.split("-").includes(country);

/** Whether a company deals in such goods: in those of their heading, whatever else of the chapter it leaves to others. */
export const dealsIn = ({ goodsHs = [] }: Pick<DemoOrganisation, "goodsHs">, hsCode: string): boolean =>
  goodsHs.some((code) => code.startsWith(hsCode.slice(0, 4)));

/** One of `able` that deals in the goods; the market's data have one for each of its goods in each country. */
function pickTrader(
  random: Random,
  able: readonly DemoOrganisation[],
  { movement, favourOf = () => 1 }: { movement: Movement; favourOf?: (one: DemoOrganisation) => number },
): DemoOrganisation {
  const { hsCode } = movement.cargo;
  const fitting = able.filter((one) => dealsIn(one, hsCode));
  if (fitting.length === 0) throw new Error(`The demo has nobody on ${movement.corridor} who deals in ${hsCode}`);
  return pickWeighted(random, fitting, favourOf);
}

type Posting = {
  readonly at: Instant;
  /** The demo's own buyer, and how much more often it posts than others; null where the market has none. */
  readonly own: { readonly buyer: DemoOrganisation; readonly favour: number } | null;
};

/** Who posts the deal: a company of the corridor that was registered by then and deals in such goods, and the demo's own buyer more often. */
export function chooseBuyer(
  random: Random,
  referenceData: ReferenceData,
  movement: Movement,
  { at, own }: Posting,
): DemoOrganisation {
  const able = referenceData.market.organisations.filter((one) => isTraderOf(one, movement) && isMember(one, at));
  return pickTrader(random, able, { movement, favourOf: (one) => (one === own?.buyer ? own.favour : 1) });
}

/** The company on the other side of the border that the goods come from or go to. */
export function choosePartner(
  random: Random,
  referenceData: ReferenceData,
  movement: Movement,
  buyer: DemoOrganisation,
): DemoOrganisation {
  const [origin = "CN", destination = "CN"] = movement.corridor.split("-");
  const country = buyer.country === origin ? destination : origin;
  const able = referenceData.market.organisations.filter(
    (one) => one.kind === "buyer" && one.country === country && one !== buyer,
  );
  return pickTrader(random, able, { movement });
}

/** Who sells goods that pass China and posts their deal, and who buys them in the country beyond it. */
export function chooseOverChina(
  random: Random,
  { market }: Pick<ReferenceData, "market">,
  movement: Movement,
  { at, beyond }: { readonly at: Instant; readonly beyond: string },
): { readonly buyer: DemoOrganisation; readonly partner: DemoOrganisation } {
  const [origin = ""] = movement.corridor.split("-");
  const traderOf = (country: string) => {
    const able = market.organisations.filter((one) => one.kind === "buyer" && one.country === country);
    return pickTrader(
      random,
      able.filter((one) => isMember(one, at)),
      { movement },
    );
  };
  return { buyer: traderOf(origin), partner: traderOf(beyond) };
}

/** Services that are not bound to a crossing: whoever offers them on a corridor does so wherever its goods pass. */
const OF_CORRIDOR: readonly DemoService[] = ["payment", "inspection"];

type Served = Pick<ReferenceData, "places" | "network"> & { readonly market: Pick<ReferenceData["market"], "prices"> };

/**
 * The hubs for which a provider is listed with a service: those that it names; of carriers by sea or air and of services of a corridor also ports and airports,
 * of these also the crossings of the market's routes. Each serves one of its corridors.
 */
export function listedHubs(
  { corridors, hubs, modes = [] }: DemoOrganisation,
  service: DemoService,
  { places, network, market }: Served,
): string[] {
  const hubsOf = (ids: readonly (string | null)[]) => ids.flatMap((id) => places.get(id ?? "")?.hubId ?? []);
  const isOfCorridor = OF_CORRIDOR.includes(service);
  const by = PORT_MODES.filter((mode) => isOfCorridor || (service === "logistics" && modes.includes(mode)));
  const gateways = by.flatMap((mode) => [...places.values()].filter(({ role }) => role === `${mode} gateway`));
  const crossings = market.prices.routes.flatMap(({ corridor, hub }) =>
    isOfCorridor && corridors.includes(corridor) ? [hub] : [],
  );
  const all = [...new Set([...hubsOf(hubs), ...gateways.map(({ id }) => id), ...hubsOf(crossings)])];
  const off = new Set(hubsOffCorridors(network, all, corridors));
  return all.filter((id) => !off.has(id));
}

/** Of each network the hubs of each provider and service, once they are found: every request asks for those of every provider. */
const hubsKnown = new WeakMap<Served["network"], WeakMap<DemoOrganisation, Map<DemoService, string[]>>>();

function isListedFor(provider: DemoOrganisation, service: DemoService, { hubId, served }: ListedFor): boolean {
  const inNetwork = hubsKnown.get(served.network) ?? new WeakMap<DemoOrganisation, Map<DemoService, string[]>>();
  hubsKnown.set(served.network, inNetwork);
  const ofProvider = inNetwork.get(provider) ?? new Map<DemoService, string[]>();
  inNetwork.set(provider, ofProvider);
  const hubs = ofProvider.get(service) ?? listedHubs(provider, service, served);
  ofProvider.set(service, hubs);
  return hubs.includes(hubId);
}

type ListedFor = { readonly hubId: string; readonly served: Served };

/** Carriers go by their own modes; a truck of a carrier of full loads takes any load by road. */
function carries({ modes = [] }: DemoOrganisation, { mode, haul }: Movement): boolean {
  if (mode === "sea" || mode === "air") return modes.includes(mode);
  return modes.includes(haul) || (mode === "road" && modes.includes("ftl"));
}

/** Whether inspectors know such goods: those of their chapters, or of all where they name none. */
export const inspects = (
  { focusHsChapters = [] }: Pick<DemoOrganisation, "focusHsChapters">,
  hsCode: string,
): boolean => focusHsChapters.length === 0 || focusHsChapters.includes(hsCode.slice(0, 2));

/** Kilometres as the crow flies from a provider's town to the place where the goods start. */
export function kmToSite(
  { places }: Pick<ReferenceData, "places">,
  { cityId }: Pick<DemoOrganisation, "cityId">,
  { originId }: Pick<Movement, "originId">,
): number | null {
  const [town, site] = [places.get(cityId ?? ""), places.get(originId)];
  if (!town || !site) return null;
  const at = ({ lat, lon }: Place) => ({ latE6: lat * 1_000_000, lonE6: lon * 1_000_000 });
  return metresBetween(at(town), at(site)) / 1_000;
}

/** Nobody watches a loading from further away: who does is called at a day's notice, for some hours. An estimate. */
export const SUPERVISOR_KM = 1_000;

/** Whether a provider may bid: it is listed with that service for the corridor and the hub, carries by that mode, or has inspectors in the country where the goods start from, near them where a loading is watched. */
export function canBid(
  referenceData: Served,
  provider: DemoOrganisation,
  of: { service: DemoService; movement: Movement; isLoading?: boolean },
): boolean {
  const { service, movement, isLoading = false } = of;
  const isListed =
    (provider.services ?? []).includes(service) &&
    provider.corridors.includes(movement.corridor) &&
    isListedFor(provider, service, { hubId: movement.hubId, served: referenceData });
  if (!isListed) return false;
  if (service === "logistics") return carries(provider, movement);
  const [origin = ""] = movement.corridor.split("-");
  if (service !== "inspection") return true;
  const isThere = provider.country === origin || (provider.branches ?? []).includes(origin);
  if (isLoading && (kmToSite(referenceData, provider, movement) ?? 0) > SUPERVISOR_KM) return false;
  // Who watches a loading counts packages and looks at the box: it need not know the goods.
  return isThere && (isLoading || inspects(provider, movement.cargo.hsCode));
}

/** Two bid at least on a loading that is to be watched. */
const SUPERVISORS_LEAST = 2;

/** Whether fewer can come to watch the loading of the goods. */
export function isRemote(referenceData: ReferenceData, movement: Movement): boolean {
  const of = { service: "inspection", movement, isLoading: true } as const;
  return referenceData.market.organisations.filter((one) => canBid(referenceData, one, of)).length < SUPERVISORS_LEAST;
}
