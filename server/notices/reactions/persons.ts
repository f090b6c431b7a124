import { invitedTo } from "@/db/repositories/requests";
import { type Hearer, listHearersByPerson } from "@/db/repositories/parties";
import {
  type Candidate,
  countFoundBy,
  findRequestToMatch,
  type RequestToMatch,
  searchesUnder,
  watchersOf,
} from "@/db/repositories/saved-searches";
import { requestQuestion } from "@/db/question-words";
import type { Reader } from "@/db/database";
import { corridorsThrough } from "@/domain/catalogue/served-corridors";
import type { Persons } from "@/domain/notices/notification-rule";
import { filterOfQuery, finds, tellingSearch } from "@/domain/notices/saved-search";
import { watchedBy } from "@/domain/notices/watching";
import { maySeeRequest } from "@/domain/requests/request-visibility";
import { keysThatFind } from "@/domain/search/held-words";
import { indexWord } from "@/domain/search/index-words";
import type { IndexQuestion } from "@/domain/search/question";
import type { Instant } from "@/domain/shared/time";
import { referenceData } from "../../hubs/queries/network";
import type { ReactionContext } from "./reaction";

/** Somebody who hears of an event for themselves; by a search of theirs, by which. */
export type Person = Hearer & { readonly search: Pick<Candidate, "name" | "mail"> | null };

/** Those of the organisations that may see the request, as its page asks it of each. */
async function seersOf(db: Reader, request: RequestToMatch): Promise<(organisationId: string) => boolean> {
  const invited = request.visibility === "invited" ? await invitedTo(db, request.id) : [];
  return (organisationId) => maySeeRequest({ organisationId }, request, invited.includes(organisationId));
}

/**
 * The kept searches by which their owners' list of requests shows this one now, but for those of its own buyer. Searches are looked up by the words and
 * filters that they are kept under, and each that comes is judged as the list judges.
 */
export async function searchesThatFind(db: Reader, requestId: string, now: Instant): Promise<Candidate[]> {
  const request = await findRequestToMatch(db, requestId);
  if (!request) return [];
  const { service, hubId, corridor } = request;
  const text = `${request.searchText} ${indexWord("service", service)} ${indexWord("hub", hubId)}`;
  const candidates = await searchesUnder(db, keysThatFind(text, { service, hub: hubId, corridor }));
  const maySee = await seersOf(db, request);
  const asked = new Map<string, IndexQuestion>();
  const found: Candidate[] = [];
  for (const search of candidates) {
    if (search.organisationId === request.buyerOrganisationId || !maySee(search.organisationId)) continue;
    const filter = filterOfQuery(search.query);
    const { q = "" } = filter;
    const question = search.question ?? asked.get(q) ?? (await requestQuestion(db, q));
    asked.set(q, question);
    if (finds({ filter, question }, { ...request, text }, now)) found.push(search);
  }
  return found;
}

/** The people of these searches who still belong where they keep them, each with the search that tells them; what is muted is counted and told to nobody. */
async function searchersOf({ tx, now }: ReactionContext, requestId: string): Promise<Person[]> {
  const found = await searchesThatFind(tx, requestId, now);
  await countFoundBy(tx, found.map(({ id }) => id).sort());
  const loud = Map.groupBy(
    found.filter(({ isMuted }) => !isMuted),
    ({ userId, organisationId }) => `${userId} ${organisationId}`,
  );
  const people = await listHearersByPerson(
    tx,
    [...loud.values()].flatMap(([first]) => first?.userId ?? []),
  );
  return people.flatMap((person) => {
    const search = tellingSearch(loud.get(`${person.userId} ${person.organisationId}`) ?? []);
    return search ? [{ ...person, search }] : [];
  });
}

async function watchersOfHub({ tx }: ReactionContext, hubId: string): Promise<Person[]> {
  const { network } = await referenceData(tx);
  const watchers = await watchersOf(tx, watchedBy(hubId, corridorsThrough(network, hubId)));
  const people = await listHearersByPerson(
    tx,
    watchers.map(({ userId }) => userId),
  );
  const isWatching = new Set(watchers.map(({ userId, organisationId }) => `${userId} ${organisationId}`));
  return people.flatMap((person) =>
    isWatching.has(`${person.userId} ${person.organisationId}`) ? [{ ...person, search: null }] : [],
  );
}

/** The people who are meant. */
export const personsOf = (context: ReactionContext, to: Persons): Promise<Person[]> =>
  "searchersOf" in to ? searchersOf(context, to.searchersOf) : watchersOfHub(context, to.watchingHub);
