import { isTurnOf, type RequestTurn } from "../requests/turn/turn";
import type { DealRequest } from "./deal-view";

const URGENCY: readonly RequestTurn["act"][] = [
  "judge",
  "answer",
  "decide",
  "open",
  "publish",
  "cure",
  "review",
  "bid",
  "wait",
  "perform",
  "finished",
  "ended",
];

/**
 * The request of a deal that needs its buyer most: what waits for the buyer before what the buyer waits for, a decision before a draft,
 * a draft before bids; of equals the one due first.
 */
export function nextRequest(requests: readonly DealRequest[]): DealRequest | null {
  const rank = ({ turn }: DealRequest) => URGENCY.indexOf(turn.act) + (isTurnOf(turn, "buyer") ? 0 : URGENCY.length);
  const due = (request: DealRequest) => request.turn.by ?? Number.POSITIVE_INFINITY;
  return [...requests].sort((a, b) => rank(a) - rank(b) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0))[0] ?? null;
}

/** How many of a deal's requests wait for its buyer. */
export const waitingForBuyer = (requests: readonly DealRequest[]): number =>
  requests.filter((request) => isTurnOf(request.turn, "buyer")).length;
