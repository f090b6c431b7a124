import "server-only";
import type { Reader } from "@/db/database";
import { listDealsOf } from "@/db/repositories/deal-lists";
import { listOrdersOf } from "@/db/repositories/order-pages";
import { countRequests, listRequests, type ListedRequest } from "@/db/repositories/request-lists";
import { type Action, type Actor, may } from "@/domain/access/policy";
import { stateOf } from "@/domain/orders/order";
import type { Hub, Mode } from "@/domain/hubs/place";
import { searchTokens } from "@/domain/shared/search-text";
import type { Instant } from "@/domain/shared/time";
import { COUNTED_MAX, type Found, type FoundGroup, type FoundItems } from "@/views/find";
import { searchProviders } from "../catalogue/queries";
import { namedHub, namedPlace, type ReferenceData, referenceData } from "../hubs/queries/network";
import { type MeantByName, placesMeant } from "../hubs/queries/meant-places";
import { findTowns } from "../hubs/queries/towns";
import { questionOf } from "../requests/queries/requests";
import { searchTariff } from "../tariff/queries";
import { placeNamesOf } from "@/domain/shared/place-names";

export const QUESTION_MAX = 100;

type Asked = { readonly q: string; readonly shown: number; readonly now: Instant };
type Around = Asked & { readonly read: Reader; readonly viewer: Actor; readonly known: ReferenceData };

const NONE = { items: [], count: 0 } as const;

type Ends = { readonly originId: string; readonly hubId: string; readonly destinationId: string; readonly mode: Mode };

const wayOf = (known: ReferenceData, { originId, hubId, destinationId, mode }: Ends) => {
  const hub = known.hubs.get(hubId);
  return {
    origin: namedPlace(known, originId),
    hub: hub ? namedHub(known, hubId) : { ...namedPlace(known, hubId), isBorderHub: false },
    destination: namedPlace(known, destinationId),
    mode,
  };
};

/** The organisation whose own rows of a kind the reader may see, or null. */
const ownerOf = (viewer: Actor, action: Action): string | null =>
  viewer.organisationId !== null && may(viewer, action, { organisationIds: [viewer.organisationId] })
    ? viewer.organisationId
    : null;

/** Of what is looked up so many: those that are shown, or without words only these. */
const limitOf = ({ q, shown }: Asked): number => (q === "" ? shown : COUNTED_MAX + 1);

async function ownDeals({ read, viewer, known, ...asked }: Around): Promise<FoundGroup<"deals">> {
  const organisationId = ownerOf(viewer, "deal.read");
  if (organisationId === null) return NONE;
  const found = await listDealsOf(read, { organisationId, q: asked.q, after: null, limit: limitOf(asked) });
  const items = found.slice(0, asked.shown).map((deal) => {
    const { id, reference, title } = deal;
    return { id, reference, title, ...wayOf(known, deal) };
  });
  return { items, count: found.length };
}

async function ownOrders({ read, viewer, known, ...asked }: Around): Promise<FoundGroup<"orders">> {
  const organisationId = ownerOf(viewer, "order.read");
  if (organisationId === null) return NONE;
  const found = await listOrdersOf(read, { organisationId, q: asked.q, limit: limitOf(asked) });
  const items = found.slice(0, asked.shown).map((order) => {
    const { id, reference, title, service } = order;
    return { id, reference, title, service, state: stateOf(order), ...wayOf(known, order) };
  });
  return { items, count: found.length };
}

const requestOf = (row: ListedRequest, known: ReferenceData): FoundItems["requests"] => {
  const { id, reference, title, service, state } = row;
  return { id, reference, title, service, state, ...wayOf(known, row) };
};

/** Every request that the reader may see, in whatever state: those that take bids first, the next to close before others. Without words their own. */
async function seenRequests({ read, viewer, known, q, shown, now }: Around): Promise<FoundGroup<"requests">> {
  const ask = (filter: Parameters<typeof questionOf>[0]) => questionOf(filter, { viewer, now, limit: shown });
  if (q === "") {
    if (viewer.organisationId === null) return NONE;
    const own = await listRequests(read, ask({ mine: "1" }));
    const items = own.slice(0, shown).map((row) => requestOf(row, known));
    return { items, count: items.length };
  }
  const all = ask({ q, state: "any" });
  const open = await listRequests(read, ask({ q }));
  const latest = await listRequests(read, all);
  const count = await countRequests(read, all, COUNTED_MAX + 1);
  const found = new Map([...open, ...latest].map((row) => [row.id, row]));
  return { items: [...found.values()].slice(0, shown).map((row) => requestOf(row, known)), count };
}

async function listedProviders({ read, q, shown }: Around): Promise<FoundGroup<"providers">> {
  if (q === "") return NONE;
  const { items } = await searchProviders(read, { q, limit: COUNTED_MAX + 1 });
  return {
    items: items.slice(0, shown).map(({ id, nameOwn, nameLatin, services }) => ({ id, nameOwn, nameLatin, services })),
    count: items.length,
  };
}

/** Hubs that are called so by any name, or one of whose names each word of the question begins. */
function namedHubs({ known, q, shown }: Around): FoundGroup<"hubs"> {
  const asked = searchTokens(q);
  if (asked.length === 0) return NONE;
  const hubs = [...known.hubs.values()];
  const called = ({ ids }: MeantByName) => hubs.filter(({ placeIds }) => placeIds.some((id) => ids.has(id)));
  const begun = hubs.filter((hub) => {
    const words = searchTokens([hub.id, ...Object.values(placeNamesOf(hub))].join(" "));
    return asked.every((word) => words.some((one) => one.startsWith(word)));
  });
  const [named, right] = [false, true].map((isCorrected) => called(placesMeant(q, { isCorrected }))) as [Hub[], Hub[]];
  const found = named.length > 0 ? named : begun.length > 0 ? begun : right;
  const items = found
    .slice(0, shown)
    .map((hub) => ({ id: hub.id, ...placeNamesOf(hub), isBorderHub: hub.isBorderHub }));
  return { items, count: found.length };
}

/** With a letter or two half the tariff begins, and with one half the towns of the world: who types goes on. */
const isNoMoreThan = (letters: number, q: string): boolean => q.length <= letters && !/\d\d|\p{Script=Han}/u.test(q);

async function namedPlaces({ read, q, shown }: Around): Promise<FoundGroup<"places">> {
  const towns = isNoMoreThan(1, q) ? [] : await findTowns(read, { q, limit: shown });
  const { ids } = placesMeant(q, { isCorrected: false });
  // Where the network has a place that is called so, other towns of its name are left to the fields of forms.
  const own = towns.filter(({ id }) => ids.has(id));
  const found = own.length > 0 ? own : towns;
  const items = found.map((place) => ({ id: place.id, ...placeNamesOf(place), country: place.country }));
  return { items, count: items.length };
}

async function tariffCodes({ read, q, shown }: Around): Promise<FoundGroup<"codes">> {
  const found = isNoMoreThan(2, q) ? [] : await searchTariff(read, { q, limit: COUNTED_MAX + 1 });
  const items = found.slice(0, shown).map(({ code, country, labels, matches }) => ({ code, country, labels, matches }));
  return { items, count: found.length };
}

/**
 * What the reader may see of everything that holds the words: their own deals and orders, requests that they may read, and what is everybody's.
 * A list asked with the same words shows the same rows, and the rest of them. Without words the latest of their own.
 */
export async function findAll(read: Reader, viewer: Actor, asked: Asked): Promise<Found> {
  const around = { ...asked, q: asked.q.trim().slice(0, QUESTION_MAX), read, viewer, known: await referenceData(read) };
  // One after the other: asked at once, a few people who type would have all connections of PostgreSQL.
  const deals = await ownDeals(around);
  const orders = await ownOrders(around);
  const requests = await seenRequests(around);
  const providers = await listedProviders(around);
  const places = await namedPlaces(around);
  const codes = await tariffCodes(around);
  return { q: around.q, groups: { deals, orders, requests, providers, hubs: namedHubs(around), places, codes } };
}
