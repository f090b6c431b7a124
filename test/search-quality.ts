import { and, eq } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { readReference } from "@/db/reference/read-reference";
import { readTariff } from "@/db/reference/read-tariff";
import { isNotBarred } from "@/db/repositories/organisations";
import { listRequests } from "@/db/repositories/request-lists";
import { organisations } from "@/db/schema/accounts";
import { listings } from "@/db/schema/catalogue";
import { cargoLines, deals } from "@/db/schema/deals";
import { requests } from "@/db/schema/requests";
import { readMarketData } from "@/demo/plan/market-data";
import { hubIdOf } from "@/domain/hubs/place";
import { instant } from "@/domain/shared/time";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { searchProviders } from "@/server/catalogue/queries";
import { findAll } from "@/server/find/find";
import { searchTariff } from "@/server/tariff/queries";

type OneOrMore = string | readonly string[];
type Expected = Readonly<
  Partial<
    Record<
      | "service"
      | "hub"
      | "country"
      | "licence"
      | "language"
      | "equipment"
      | "corridor"
      | "company"
      | "hs4"
      | "hs"
      | "origin"
      | "destination"
      | "originCountry"
      | "destinationCountry"
      | "place",
      OneOrMore
    >
  >
>;

/** A question as somebody types it, and what a row must have to be an answer. */
export type SearchQuery = {
  readonly query: string;
  readonly language: string;
  readonly kind: string;
  readonly in: "providers" | "requests" | "places" | "hs";
  readonly expect: Expected;
  readonly why: string;
};

export type Judged = {
  readonly query: SearchQuery;
  readonly recall: number;
  readonly precision: number;
  readonly found: number;
  readonly right: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
};

const listOf = (asked: OneOrMore | undefined): readonly string[] | null =>
  asked === undefined ? null : typeof asked === "string" ? [asked] : asked;

/** Whether the value, or one of the values, is among those asked for; nothing is asked of what is not named. */
const has = (asked: OneOrMore | undefined, ...values: readonly string[]): boolean =>
  listOf(asked)?.some((one) => values.includes(one)) ?? true;

const places = readReference().places;
const byId = new Map(places.map((place) => [place.id, place]));
const hubsOf = (asked: OneOrMore | undefined): string[] | undefined =>
  listOf(asked)?.map((id) => hubIdOf(byId.get(id) ?? { id, role: "border hub", hubGroup: id }) ?? id);

async function providersMeant(read: Reader, { expect: asked }: SearchQuery): Promise<Set<string>> {
  const market = new Map(readMarketData().organisations.map((one) => [one.name.own, one]));
  const rows = await read
    .select({ listing: listings, organisation: organisations })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .where(and(eq(listings.isActive, true), isNotBarred));
  const isMeant = ({ listing, organisation }: (typeof rows)[number]) => {
    const told = market.get(organisation.nameOwn) as
      | { readonly id: string; readonly equipment?: readonly string[] | null }
      | undefined;
    return (
      has(asked.service, listing.service) &&
      has(hubsOf(asked.hub), ...listing.hubIds) &&
      has(asked.country, organisation.country) &&
      has(asked.language, ...listing.languages) &&
      has(asked.corridor, ...listing.corridors) &&
      has(asked.licence, ...listing.licences.flatMap(({ name }) => name.split(" · "))) &&
      (asked.equipment === undefined ||
        (listing.service === "logistics" && has(asked.equipment, ...(told?.equipment ?? [])))) &&
      has(asked.company, told?.id ?? "")
    );
  };
  return new Set(rows.filter(isMeant).map(({ organisation }) => organisation.id));
}

async function providersFound(read: Reader, q: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = null, isMore = true; isMore; ) {
    const page: Awaited<ReturnType<typeof searchProviders>> = await searchProviders(read, { q, cursor, limit: 50 });
    found.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
    isMore = cursor !== null;
  }
  return found;
}

async function requestsMeant(read: Reader, { expect: asked }: SearchQuery): Promise<Set<string>> {
  const rows = await read
    .select({ request: requests, deal: deals })
    .from(requests)
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .where(eq(requests.visibility, "open"));
  const codes = Map.groupBy(await read.select().from(cargoLines), ({ dealId }) => dealId);
  const isMeant = ({ request, deal }: (typeof rows)[number]) =>
    request.state !== "draft" &&
    has(asked.service, request.service) &&
    has(hubsOf(asked.hub), request.hubId) &&
    has(asked.origin, deal.originId) &&
    has(asked.destination, deal.destinationId) &&
    has(asked.originCountry, byId.get(deal.originId)?.country ?? deal.originId.slice(0, 2)) &&
    has(asked.destinationCountry, byId.get(deal.destinationId)?.country ?? deal.destinationId.slice(0, 2)) &&
    has(asked.hs4, ...(codes.get(deal.id) ?? []).map(({ hsCode }) => hsCode.slice(0, 4)));
  return new Set(rows.filter(isMeant).map(({ request }) => request.id));
}

async function requestsFound(read: Reader, q: string): Promise<string[]> {
  const none = { organisationId: null, service: null, hub: null, corridor: null, state: null, closesBy: null };
  const asked = { ...none, closesAfter: null, isMine: false, sort: "newest", after: null, limit: 9_999 } as const;
  const found = await listRequests(read, { ...asked, q });
  return found.filter(({ visibility }) => visibility === "open").map(({ id }) => id);
}

const VISITOR = mintActor({ kind: "anonymous", userId: null, organisationId: null, role: null });
const SHOWN = 5;

/** A hub is its places: one that has a place that was meant is right. */
async function placesFound(read: Reader, { query, expect: asked }: SearchQuery): Promise<string[]> {
  const { groups } = await findAll(read, VISITOR, { q: query, shown: SHOWN, now: instant(Date.now()) });
  const hubs = groups.hubs.items.map(({ id }) => {
    const own = places.filter((place) => hubIdOf(place) === id).map((place) => place.id);
    return own.find((place) => has(asked.place, place)) ?? own[0] ?? id;
  });
  return [...new Set([...hubs, ...groups.places.items.map(({ id }) => id)])];
}

const tariff = new Set(readTariff().map(({ code }) => code));

/** The first so many codes as are meant: the list goes on with what only shares a word, as every list of goods does. */
async function codesFound(read: Reader, { query, expect: asked }: SearchQuery): Promise<string[]> {
  const found = await searchTariff(read, { q: query, limit: 50 });
  const meant = listOf(asked.hs) ?? [];
  return [...new Set(found.map(({ code }) => code))].slice(
    0,
    Math.max(1, meant.filter((code) => tariff.has(code)).length),
  );
}

async function judge(read: Reader, query: SearchQuery): Promise<Judged> {
  const [meant, found] =
    query.in === "providers"
      ? [await providersMeant(read, query), await providersFound(read, query.query)]
      : query.in === "requests"
        ? [await requestsMeant(read, query), await requestsFound(read, query.query)]
        : query.in === "places"
          ? [new Set(listOf(query.expect.place) ?? []), await placesFound(read, query)]
          : [
              new Set((listOf(query.expect.hs) ?? []).filter((code) => tariff.has(code))),
              await codesFound(read, query),
            ];
  const right = found.filter((id) => meant.has(id)).length;
  return {
    query,
    recall: meant.size === 0 ? 1 : right / meant.size,
    precision: found.length === 0 ? Number(meant.size === 0) : right / found.length,
    ...{ found: found.length, right: meant.size },
    missed: [...meant].filter((id) => !found.includes(id)),
    wrong: found.filter((id) => !meant.has(id)),
  };
}

/** How well the search answers each question of a set over a market's own rows. */
export async function qualityOf(read: Reader, queries: readonly SearchQuery[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const query of queries) judged.push(await judge(read, query));
  return judged;
}
