import { acceptsBids, type Request } from "../request";
import type { Instant } from "../../shared/instant";
import { advance } from "../../shared/lifecycle";
import { type Refusal, type Result, refuse } from "../../shared/result";
import { isSameJson } from "./same-json";
import { BID_LIFECYCLE, type BidContent, type BidEvent, type BidState } from "../../bidding/bid";

export type ConfirmRefusal = Refusal<"request_not_open" | "amended_again" | "validity_too_short" | "wrong_state">;

type Confirmed = Pick<Request, "state" | "closesAt" | "decideBy" | "amendmentCount">;

/**
 * A bidder says that its offer holds for the request as it was amended, until the close. `seen` is the amendment that it read. Refuses
 * after the close, where the request was amended once more meanwhile (`amended_again`), with a validity that ends before the
 * buyer has to decide (the bid is then revised), and for a bid that need not be confirmed.
 */
export function confirm(
  request: Confirmed,
  bid: { readonly state: BidState; readonly validUntil: Instant; readonly seen: number | undefined },
  now: Instant,
): Result<BidState, ConfirmRefusal> {
  if (!acceptsBids(request, now)) return refuse("request_not_open", { state: request.state });
  const next = advance<BidState, BidEvent>(BID_LIFECYCLE, bid.state, "confirm");
  if (!next.ok) return next;
  if (bid.seen !== undefined && bid.seen !== request.amendmentCount)
    return refuse("amended_again", { amendment: request.amendmentCount });
  if (bid.validUntil < request.decideBy) return refuse("validity_too_short", { decideBy: request.decideBy });
  return next;
}

const pricedPart = ({ lines, totalMinor, rates }: BidContent) => [lines, totalMinor, rates];

/** Whether the same offer comes to the same for the amended request, line by line: then the version that stands is confirmed as it is. */
export const isPricedAlike = (one: BidContent, other: BidContent): boolean =>
  isSameJson(pricedPart(one), pricedPart(other));
