import "server-only";
import type { Reader } from "@/db/database";
import { allDocumentRules } from "@/db/repositories/documents";
import { isCorridor, type ServiceFigures, wayKey } from "@/domain/about/service-figures";
import { type UsualPaper, usualPapers } from "@/domain/about/usual-papers";
import { hubsOffCorridors } from "@/domain/catalogue/served-corridors";
import { dayOf, type Instant } from "@/domain/shared/time";
import type { Service } from "@/domain/shared/vocabulary";
import type { HubCard } from "@/views/hubs";
import type { ProviderRow } from "@/views/providers";
import { searchProviders } from "../catalogue/queries";
import { hubList } from "../hubs/queries/hubs";
import { referenceData } from "../hubs/queries/network";
import { offeredWays, serviceFigures } from "./offered-ways";

/** What anybody may know of a service on a way: at a hub, or on a corridor. */
export type ServicePage = {
  readonly service: Service;
  readonly way: string;
  /** Null on a corridor. */
  readonly hub: HubCard | null;
  readonly providers: { readonly count: number; readonly first: readonly ProviderRow[] };
  readonly figures: ServiceFigures;
  /** On a corridor the hubs at which the service is offered, those of most providers first. */
  readonly hubs: readonly { readonly hub: HubCard; readonly providers: number }[];
  readonly papers: readonly UsualPaper[];
};

const PROVIDERS_SHOWN = 5;
const NONE: ServiceFigures = { days: null, price: null, index: null };

type Asked = { readonly service: Service; readonly way: string; readonly now: Instant };

/** The page of a service on a way; null where nobody offers it there. */
export async function servicePage(read: Reader, { service, way, now }: Asked): Promise<ServicePage | null> {
  const offers = await offeredWays(read, now);
  const offer = offers.get(wayKey(service, way));
  if (!offer) return null;
  const onCorridor = isCorridor(way);
  const [all, { network }] = [await hubList(read, now), await referenceData(read)];
  const offering = all.flatMap((hub) => {
    const providers = offers.get(wayKey(service, hub.id))?.providers ?? 0;
    return providers > 0 && onCorridor && hubsOffCorridors(network, [hub.id], [way]).length === 0
      ? [{ hub, providers }]
      : [];
  });
  const hub = onCorridor ? null : (all.find(({ id }) => id === way) ?? null);
  const found = await searchProviders(read, {
    ...{ service, hubId: onCorridor ? null : way, corridor: onCorridor ? way : null },
    limit: PROVIDERS_SHOWN,
  });
  const [from = null, to = null] = onCorridor ? way.split("-") : [];
  const at = { hubIds: hub ? [hub.id] : offering.map((one) => one.hub.id), modes: hub?.modes ?? [], from, to };
  return {
    ...{ service, way, hub },
    providers: { count: offer.providers, first: found.items },
    figures: (await serviceFigures(read, now)).get(wayKey(service, way)) ?? NONE,
    hubs: offering.sort((a, b) => b.providers - a.providers || (a.hub.id < b.hub.id ? -1 : 1)),
    papers: usualPapers(await allDocumentRules(read), at, dayOf(now)),
  };
}
