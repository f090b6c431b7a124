import type { DomainEvent, EventType } from "./events";
import type { RequestState } from "../requests/request";

/** While a request is in one of these, who bids on it is for nobody but the bidder: not for administrators, and in no record of theirs. */
export const HIDING_STATES = ["open", "closed"] as const satisfies readonly RequestState[];

// Told to those who are invited or listed, to the buyer or to the platform: whoever reads of it need not have bid.
const TOLD_TO_OTHERS: readonly EventType[] = ["request.published", "request.held_for_review", "request.changed"];

/** Whether being told of this event may tell that somebody has bid. */
export const mayTellBidders = ({ type }: Pick<DomainEvent, "type">): boolean => !TOLD_TO_OTHERS.includes(type);

/** The request whose bidders an event could name: of a bid, of what is said about it, of the request itself, or of a file beside a bid. */
export function requestOfEvent(event: DomainEvent): string | null {
  if ("requestId" in event) return event.requestId;
  if ("ofRequestId" in event) return event.ofRequestId;
  return event.type === "file.infected" && event.subjectKind === "bid" ? event.subjectId : null;
}

const BIDDERS = ["providerOrganisationId", "organisationId"];

/**
 * The ids that an event names; its words, such as the reason of a cancellation, are for its readers only, and its bidder is for nobody
 * while the request hides who bids.
 */
export const subjectsOf = (event: DomainEvent, isBidderHidden: boolean): { name: string; id: string }[] =>
  Object.entries(event).flatMap(([name, id]) =>
    name.endsWith("Id") && typeof id === "string" && !(isBidderHidden && BIDDERS.includes(name)) ? [{ name, id }] : [],
  );

/** Which deal a notice of this event belongs with, and which of its requests or orders it is about; null where it is about none. */
export const placeOfNotice = (
  event: DomainEvent,
): { readonly dealId: string | null; readonly subjectId: string | null } => ({
  dealId: "dealId" in event ? event.dealId : null,
  subjectId: "requestId" in event ? event.requestId : "orderId" in event ? event.orderId : null,
});
