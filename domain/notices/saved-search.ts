import type { Actor } from "../access/policy";
import type { Facets } from "../search/held-words";
import { holds, partsOf } from "../search/held-words";
import type { IndexQuestion } from "../search/question";
import { CLOSE_SPANS, type RequestFilter, requestFilterSchema } from "../requests/request-filter";
import type { RequestState } from "../requests/request";
import type { Instant } from "../shared/time";
import type { MailTiming } from "./delivery";
import { isMuted, type Wish, WHOLE_DIGEST, wishFor } from "./wishes";

/** Whose searches and watches are meant: a person's in the organisation that they act for; null of who has none. */
export function ownerOf({ userId, organisationId }: Pick<Actor, "userId" | "organisationId">) {
  return userId === null || organisationId === null ? null : { userId, organisationId };
}

/** So many searches a person keeps in an organisation. */
export const SAVED_SEARCHES_MAX = 50;
export const SEARCH_NAME_MAX = 60;
export const SEARCH_QUERY_MAX = 600;
/** What is new is counted no further. */
export const NEW_SHOWN_MAX = 99;

const ASKED = ["q", "service", "hub", "corridor", "closes", "state", "mine", "passed", "sort"] as const;

/** What the address of the list of requests asks, each part once and in one order, without its page; two addresses of one question are the same text. */
export function savedQueryOf(asked: URLSearchParams): string {
  const filter = requestFilterSchema.parse(Object.fromEntries(asked));
  const known = ASKED.flatMap((name): [string, string][] => {
    const value = filter[name];
    return value === undefined ? [] : [[name, value]];
  });
  return new URLSearchParams(known).toString();
}

/** The filters that a kept question asks. */
export const filterOfQuery = (query: string): RequestFilter =>
  requestFilterSchema.parse(Object.fromEntries(new URLSearchParams(query)));

/** Whether a request that is published can be found so: one's own, what one has passed on, and what is over are not new to anybody. */
export const findsNew = ({ state, mine, passed }: RequestFilter): boolean =>
  mine === undefined && passed === undefined && (state === undefined || state === "open" || state === "any");

/** The filters by which a kept search is looked up. */
export const facetsOf = ({ service, hub, corridor }: RequestFilter): Facets => ({
  service: service ?? null,
  hub: hub ?? null,
  corridor: corridor ?? null,
});

/** A request as searches find it: its text holds what it bears as words of the index. */
export type FoundRequest = {
  readonly text: string;
  readonly service: string;
  readonly hubId: string;
  readonly corridor: string;
  readonly state: RequestState;
  readonly closesAt: number;
};

/**
 * Whether the list of requests would show this one to whoever asks so and may see it; `question` is what the words are looked up by. The same as the list's
 * own statement says (db/repositories/request-lists.ts); a test compares the two.
 */
export function finds(
  { filter, question }: { readonly filter: RequestFilter; readonly question: IndexQuestion },
  request: FoundRequest,
  now: Instant,
): boolean {
  const { service, hub, corridor } = facetsOf(filter);
  const isOpen = request.state === "open" && request.closesAt > now;
  return (
    findsNew(filter) &&
    (filter.state === "any" || isOpen) &&
    (filter.closes === undefined || request.closesAt <= now + CLOSE_SPANS[filter.closes]) &&
    (service === null || service === request.service) &&
    (hub === null || hub === request.hubId) &&
    (corridor === null || corridor === request.corridor) &&
    holds(request.text, partsOf(question))
  );
}

const EAGERNESS: readonly MailTiming[] = ["at_once", "daily", "never"];

/** How a person wants to be told what a search of theirs finds: by mail as it says, not sooner than they have said of all searches, and by no digest that they stopped. */
export function wishForSearch(
  wishes: readonly Wish[],
  { mail: own, dealId }: { readonly mail: MailTiming; readonly dealId: string | null },
) {
  const ofAll = wishFor(wishes, { topic: "saved_searches", dealId });
  const mail = EAGERNESS[Math.max(EAGERNESS.indexOf(own), EAGERNESS.indexOf(ofAll.mail))] ?? "never";
  const isStopped = mail === "daily" && isMuted(wishes, { what: "digest", subject: WHOLE_DIGEST });
  return { ...ofAll, mail: isStopped ? ("never" as const) : mail };
}

/** Of several searches of a person that find the same, the one that tells it: the soonest by mail, and of those the oldest. */
export const tellingSearch = <Search extends { readonly id: string; readonly mail: MailTiming }>(
  searches: readonly Search[],
): Search | undefined =>
  searches.toSorted(
    (one, other) => EAGERNESS.indexOf(one.mail) - EAGERNESS.indexOf(other.mail) || (one.id < other.id ? -1 : 1),
  )[0];
