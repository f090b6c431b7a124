import type { ShownCheck } from "../accounts/checks/check-view";
import type { NamedParty } from "../shared/named";
import type { Service } from "../shared/service";
import type { Listing } from "./listing";
import type { OnTime } from "./track-record";

/** Orders and first responses of so many days are counted. Our choice. */
export const RECORD_DAYS = 365;

/** Of fewer bids than these no typical response is shown. Our choice. */
export const RESPONSES_LEAST = 5;

/** How soon a provider first bids after a request is published: of how many, and the median in milliseconds; null of too few. */
export type FirstResponse = { readonly count: number; readonly medianMs: number | null };

/** What the market has seen of a bidder, as a buyer reads it who chooses. */
export type BidderRecord = NamedParty & {
  /** Of the latest completed orders, at most two hundred. */
  readonly onTime: OnTime;
  /** Completed, and contracted within `RECORD_DAYS`. */
  readonly completedCount: number;
  readonly firstResponse: FirstResponse;
  readonly check: ShownCheck | null;
  /** Of the services that are compared. */
  readonly licences: readonly (Listing["licences"][number] & { readonly service: Service })[];
};

/** The median of the waits (milliseconds); of an even number the lower of the two in the middle. */
export function firstResponseOf(waitsMs: readonly number[]): FirstResponse {
  const sorted = waitsMs.toSorted((one, two) => one - two);
  const median = sorted[Math.ceil(sorted.length / 2) - 1];
  return { count: sorted.length, medianMs: sorted.length < RESPONSES_LEAST ? null : (median ?? null) };
}
