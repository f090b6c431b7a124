import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { holdersOf } from "@/db/listing-holders";
import { isNotBarred, latestChecks } from "@/db/repositories/organisations";
import { figuresOf } from "@/db/repositories/provider-figures";
import { organisations } from "@/db/schema/accounts";
import { listings } from "@/db/schema/catalogue";
import { standingOf } from "@/domain/accounts/organisation-check";
import type { Chosen } from "@/domain/catalogue/directory/facets";
import { fitParts, type Need } from "@/domain/catalogue/directory/fit";
import { NO_FIGURES } from "@/domain/catalogue/directory/reputation";
import type { Instant } from "@/domain/shared/time";
import { SERVICES } from "@/domain/shared/vocabulary";
import type { ProviderCard } from "@/views/providers";
import { keptTally } from "./kept-tally";
import type { Order, Tallied } from "./tally";

export type DirectoryQuestion = {
  readonly q: string;
  readonly chosen: Chosen;
  readonly order: Order;
  /** The request that providers are ordered to fit. */
  readonly need: Need | null;
  /** How many providers come before the first that is shown. */
  readonly from: number;
  readonly limit: number;
};

export type Directory = Omit<Tallied, "ids"> & { readonly cards: readonly ProviderCard[] };

/** What decides of these providers, in this order; who is suspended or offers nothing is left out. */
export async function providerCards(read: Reader, ids: readonly string[], now: Instant): Promise<ProviderCard[]> {
  if (ids.length === 0) return [];
  const parties = await read
    .select({
      id: organisations.id,
      nameOwn: organisations.nameOwn,
      nameLatin: organisations.nameLatin,
      country: organisations.country,
      city: organisations.city,
      registrationNumber: organisations.registrationNumber,
    })
    .from(organisations)
    .where(and(inArray(organisations.id, [...ids]), isNotBarred));
  const offers = await read
    .select({
      organisationId: listings.organisationId,
      service: listings.service,
      hubIds: listings.hubIds,
      corridors: listings.corridors,
      languages: listings.languages,
      licences: listings.licences,
      equipment: listings.equipment,
    })
    .from(listings)
    .where(and(inArray(listings.organisationId, [...ids]), eq(listings.isActive, true)));
  const checks = await latestChecks(read, ids);
  const figures = await figuresOf(read, ids);
  const byId = new Map(parties.map((party) => [party.id, party]));
  return ids.flatMap((id) => {
    const party = byId.get(id);
    const own = SERVICES.flatMap((service) =>
      offers.flatMap(({ organisationId, ...offer }) =>
        organisationId === id && offer.service === service ? [offer] : [],
      ),
    );
    if (!party || own.length === 0) return [];
    const { registrationNumber, ...facts } = party;
    const check = checks.get(id);
    const standing = standingOf(check, { registrationNumber, country: party.country }, now);
    const shown =
      check && standing !== "none"
        ? { standing, register: check.register, checkedAt: check.checkedAt, expiresOn: check.expiresOn }
        : null;
    return [{ ...facts, offers: own, check: shown, figures: figures.get(id) ?? NO_FIGURES }];
  });
}

/** A page of the directory: who has what is chosen, in the order that is asked for, with how many each further choice would leave. */
export async function directory(read: Reader, question: DirectoryQuestion, now: Instant): Promise<Directory> {
  const { q, chosen, order, need, from, limit } = question;
  const tally = await keptTally(read, now);
  const held = await holdersOf(read, q);
  const words = held ? { within: held.besides, bearing: held.bearing } : { within: null };
  const fit = need && { service: need.service, parts: fitParts(need) };
  const { ids, total, counts } = tally.ask({ chosen, ...words, order, fit, from, limit });
  return { cards: await providerCards(read, ids, now), total, counts };
}
