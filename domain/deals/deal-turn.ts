import { isTurnOf, type RequestTurn } from "../requests/request-turn";

type Turned = { readonly turn: RequestTurn };

const URGENCY: readonly RequestTurn["act"][] = [
  "judge",
  "answer",
  "dispute",
  "decide",
  "choose",
  "state",
  "asked",
  "accept",
  "reply",
  "open",
  "publish",
  "cure",
  "review",
  "bid",
  "wait",
  "report",
  "held",
  "perform",
  "own",
  "awarded",
  "finished",
  "called_off",
  "ended",
];

const OVER: readonly RequestTurn["act"][] = ["finished", "called_off", "ended", "choose", "own"];

/** Whether the deal was carried out: an order of it is finished and no other is under way. What it went without waits for nobody any more. */
const isCarriedOut = (requests: readonly Turned[]): boolean =>
  requests.some(({ turn }) => turn.act === "finished") && requests.every(({ turn }) => OVER.includes(turn.act));

const actOf = ({ turn }: Turned, isOver: boolean): RequestTurn["act"] =>
  isOver && turn.act === "choose" ? "ended" : turn.act;

/** The requests of a deal with those first that need its buyer most. */
function byUrgency<R extends Turned>(requests: readonly R[]): R[] {
  const isOver = isCarriedOut(requests);
  const isAsked = ({ turn }: Turned) => isTurnOf(turn, "buyer") && !isOver;
  const rank = (request: Turned) => URGENCY.indexOf(actOf(request, isOver)) + (isAsked(request) ? 0 : URGENCY.length);
  const due = (request: Turned) => request.turn.by ?? Number.POSITIVE_INFINITY;
  return [...requests].sort((a, b) => rank(a) - rank(b) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
}

/**
 * The request of a deal that needs its buyer most: what waits for the buyer before what the buyer waits for, a decision before a draft,
 * a draft before bids; of equals the one due first.
 */
export const nextRequest = <R extends Turned>(requests: readonly R[]): R | null => byUrgency(requests)[0] ?? null;

const waitingInOrder = <R extends Turned>(requests: readonly R[]): R[] =>
  isCarriedOut(requests) ? [] : byUrgency(requests).filter(({ turn }) => isTurnOf(turn, "buyer"));

/** How many of a deal's requests wait for its buyer. */
export const waitingForBuyer = (requests: readonly Turned[]): number => waitingInOrder(requests).length;

/** The requests that wait for the buyer behind the first of them, the most urgent first. */
export const alsoWaiting = <R extends Turned>(requests: readonly R[]): R[] => waitingInOrder(requests).slice(1);
