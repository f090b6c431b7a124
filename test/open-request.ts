import type { Request } from "@/domain/requests/request";
import type { Instant } from "@/domain/shared/time";

/** A request that takes bids from everybody until `closesAt`, but for what a test changes of it. */
export const openUntil =
  (closesAt: Instant) =>
  (changes: Partial<Request> = {}): Request =>
    ({
      state: "open",
      closesAt,
      service: "customs",
      buyerOrganisationId: "buyer",
      visibility: "open",
      ...changes,
    }) as Request;

/** Whoever may bid on it. */
export const BIDDER = {
  organisationId: "provider",
  isListed: true,
  isInvited: false,
  isChecked: false,
  isBarred: false,
};
