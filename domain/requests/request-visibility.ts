import type { Actor } from "../access/policy";
import type { Instant } from "../shared/time";
import { acceptsBids, type Request, type RequestState } from "./request";

/** What of a request decides who may know of it. */
export type SeenRequest = Pick<Request, "buyerOrganisationId" | "state" | "visibility"> & {
  readonly publishedAt: Instant | null;
};

/** The states before a request is published: the buyer alone knows of it. */
export const UNPUBLISHED_STATES: readonly RequestState[] = ["draft", "in_review"];

/** Whether the request was ever published. A draft that its buyer gave up, or that an administrator declined, never was. */
export const isPublished = ({ state, publishedAt }: Pick<SeenRequest, "state" | "publishedAt">): boolean =>
  publishedAt !== null && !UNPUBLISHED_STATES.includes(state);

/**
 * Whether the viewer may know that the request is there: its buyer's organisation always, everybody else once it was published, and of a
 * request for invited providers only those who are invited. `visibleTo` (db/repositories/requests.ts) says the same in SQL.
 */
export function maySeeRequest(
  viewer: Pick<Actor, "organisationId">,
  request: SeenRequest,
  isInvited: boolean,
): boolean {
  const { organisationId } = viewer;
  if (organisationId !== null && request.buyerOrganisationId === organisationId) return true;
  if (!isPublished(request)) return false;
  return request.visibility !== "invited" || (organisationId !== null && isInvited);
}

/**
 * Whether search engines may keep the page of a request: its buyer has said that everybody sees it, and it takes bids. One for checked or invited providers
 * alone is theirs, and one that is over is nobody's business any more, though a visitor may still read it by its address.
 */
export const mayBeFound = (request: Pick<Request, "state" | "closesAt" | "visibility">, now: Instant): boolean =>
  request.visibility === "open" && acceptsBids(request, now);
