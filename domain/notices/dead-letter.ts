import type { DomainEvent, EventType } from "./events";
import type { Instant } from "../shared/instant";

/** An event that nobody could be told of: what kind it is, what it is about by ids, and what went wrong. Nothing else of it. */
export type DeadLetter = {
  readonly id: string;
  readonly type: EventType;
  readonly occurredAt: Instant;
  readonly attempts: number;
  readonly reason: string;
  readonly subjects: readonly { readonly name: string; readonly id: string }[];
};

const BIDDERS = ["providerOrganisationId", "organisationId"];

/**
 * The ids that an event names; its words, such as the reason of a cancellation, are for its readers only, and its bidder is for nobody
 * while the request hides who bids.
 */
export const subjectsOf = (event: DomainEvent, isBidderHidden: boolean): DeadLetter["subjects"] =>
  Object.entries(event).flatMap(([name, id]) =>
    name.endsWith("Id") && typeof id === "string" && !(isBidderHidden && BIDDERS.includes(name)) ? [{ name, id }] : [],
  );
