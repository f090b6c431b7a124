import "server-only";
import { and, eq, gt, ne } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { isNotBarred } from "@/db/repositories/organisations";
import { organisations } from "@/db/schema/accounts";
import { listings } from "@/db/schema/catalogue";
import { orders } from "@/db/schema/orders";
import { type CountedOrder, FIGURE_MS, figuresByWay, wayKey } from "@/domain/about/service-figures";
import { servedCorridors } from "@/domain/catalogue/served-corridors";
import { type Instant, instant } from "@/domain/shared/time";
import { SERVICES, type Service } from "@/domain/shared/vocabulary";
import { referenceData } from "../hubs/queries/network";
import { keptFor } from "../platform/process/kept-for";

/** A service where somebody offers it: at a hub, or on a corridor. */
export type OfferedWay = { readonly service: Service; readonly way: string; readonly providers: number };

/** All services on all ways that at least one provider offers, by `wayKey`: first those at hubs, then those on corridors, each in the order of services. */
async function countOffers(read: Reader): Promise<ReadonlyMap<string, OfferedWay>> {
  const { hubs, network } = await referenceData(read);
  const offers = await read
    .select({ service: listings.service, hubIds: listings.hubIds, corridors: listings.corridors })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .where(and(eq(listings.isActive, true), isNotBarred));
  const counts = new Map<string, number>();
  for (const { service, hubIds, corridors } of offers)
    for (const way of [...hubIds, ...corridors]) {
      const key = wayKey(service, way);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const ways = [...hubs.keys(), ...servedCorridors(network)];
  return new Map(
    ways.flatMap((way) =>
      SERVICES.flatMap((service) => {
        const providers = counts.get(wayKey(service, way)) ?? 0;
        return providers > 0 ? [[wayKey(service, way), { service, way, providers }] as const] : [];
      }),
    ),
  );
}

const OFFERS_KEPT_MS = 60_000;

/** The same, up to a minute old: all listings are read for it. */
export const offeredWays = keptFor("offered ways", OFFERS_KEPT_MS, countOffers);

/** What the orders of a year come to, by service and way. Public: no figure is of few orders, and none names anybody. */
async function readFigures(read: Reader, now: Instant) {
  const rows = await read
    .select({
      ...{ service: orders.service, hubId: orders.hubId, corridor: orders.corridor },
      providerOrganisationId: orders.providerOrganisationId,
      buyerOrganisationId: orders.buyerOrganisationId,
      ...{ contractedAt: orders.contractedAt, deliveredAt: orders.deliveredAt },
      ...{ contract: orders.contractCnyMinor, atCost: orders.passThroughCnyMinor },
      grossWeightGrams: orders.grossWeightGrams,
    })
    .from(orders)
    .where(and(gt(orders.contractedAt, now - 2 * FIGURE_MS), ne(orders.state, "cancelled")));
  return figuresByWay(
    rows.map(
      ({ contract, atCost, contractedAt, deliveredAt, ...row }): CountedOrder => ({
        ...{ ...row, priceMinor: contract - atCost, contractedAt: instant(contractedAt) },
        deliveredAt: deliveredAt === null ? null : instant(deliveredAt),
      }),
    ),
    now,
  );
}

const FIGURES_KEPT_MS = 600_000;

/** The same, up to ten minutes old: every order of a year is read for it. */
export const serviceFigures = keptFor("service figures", FIGURES_KEPT_MS, readFigures);
