import type { CheckOutcome } from "./accounts/checks/organisation-check";
import type { SubjectKind } from "./files/file";
import type { OrderState } from "./orders/order";
import type { RequestState } from "./requests/request";
import type { Service } from "./services/service";

type RequestFacts = {
  requestId: string;
  reference: string;
  dealId: string;
  service: Service;
  buyerOrganisationId: string;
};
type BidFacts = RequestFacts & { bidId: string; providerOrganisationId: string };
type OrderFacts = {
  orderId: string;
  reference: string;
  dealId: string;
  service: Service;
  buyerOrganisationId: string;
  providerOrganisationId: string;
};

/** Everything that can happen, a line each. Ids, names of states and counts; never an amount, since an event outlives a seal. */
export type DomainEvent =
  | { type: "user.signed_up"; userId: string }
  | { type: "user.reset_asked"; userId: string }
  | { type: "organisation.created"; organisationId: string; userId: string }
  | { type: "organisation.suspended"; organisationId: string }
  | { type: "organisation.checked"; organisationId: string; outcome: CheckOutcome }
  | { type: "member.invited"; organisationId: string; invitationId: string }
  | ({ type: "request.published"; invitedOrganisationIds: string[] } & RequestFacts)
  | ({ type: "request.held_for_review" } & RequestFacts)
  | ({ type: "request.changed"; invitedOrganisationIds: string[] } & RequestFacts)
  | ({ type: "request.closed"; bidCount: number } & RequestFacts)
  | ({ type: "request.opened"; bidCount: number } & RequestFacts)
  | ({
      type: "request.ended";
      state: Extract<RequestState, "no_bids" | "no_decision" | "cancelled">;
      reason: string;
    } & RequestFacts)
  | ({ type: "question.asked"; questionId: string } & RequestFacts)
  | ({ type: "question.answered"; questionId: string; number: number } & RequestFacts)
  | ({ type: "bid.scored"; criteria: number } & BidFacts)
  | ({ type: "bid.submitted"; version: number } & BidFacts)
  | ({ type: "bid.withdrawn" } & BidFacts)
  | ({ type: "bid.won"; orderId: string } & BidFacts)
  | ({ type: "bid.lost" } & BidFacts)
  | ({ type: "order.placed" } & OrderFacts)
  | ({ type: "order.milestone_reported"; code: string; state: OrderState } & OrderFacts)
  | ({ type: "order.accepted"; state: OrderState; isAutomatic: boolean } & OrderFacts)
  | ({ type: "order.completed" } & OrderFacts)
  | ({ type: "order.cancelled"; reason: string } & OrderFacts)
  | {
      type: "file.infected";
      fileId: string;
      organisationId: string;
      subjectKind: SubjectKind | null;
      subjectId: string | null;
    };

export type EventType = DomainEvent["type"];
export type EventOf<T extends EventType> = Extract<DomainEvent, { type: T }>;
