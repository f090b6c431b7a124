import { saveRequestState, type StoredRequest } from "../../../db/repositories/requests";
import { requestFacts } from "../../../domain/bidding/bid-facts";
import { close, open, type RequestState } from "../../../domain/requests/request";
import { accept, type Refusal, type Result } from "../../../domain/shared/result";
import type { CommandContext } from "../../platform/command";
import { fixList } from "../../proof/fix-list";
import { writeMinutes } from "../../proof/write-minutes";
import { openBids } from "../../sealing/open-bids";

type Steps = Pick<CommandContext, "tx" | "actor" | "now" | "publish">;

/** The opening as a step: every standing bid is opened, it is put on record, and from here on amounts may be read. */
export async function openNow(steps: Steps, request: StoredRequest, state: RequestState): Promise<void> {
  const { tx, now, publish } = steps;
  if (request.bidMode === "sealed") await openBids(tx, request.id);
  await saveRequestState(tx, request.id, { state, openedAt: now });
  const root = await writeMinutes(tx, request, steps);
  publish({ type: "request.opened", bidCount: request.bidCount, root: root ?? undefined, ...requestFacts(request) });
}

/**
 * The close as a step, by the buyer or by the clock: the list of all that was handed in is fixed. Without bids it is an end. Otherwise the opening follows at once, unless the
 * buyer chose that two people open.
 */
export async function closeNow(
  steps: Steps,
  request: StoredRequest,
): Promise<Result<RequestState, Refusal<"not_yet" | "wrong_state">>> {
  const { tx, now, publish } = steps;
  const closed = close(request, now);
  if (!closed.ok) return closed;
  await saveRequestState(tx, request.id, { state: closed.value, closedAt: now });
  const root = await fixList(tx, request.id, now);
  if (closed.value === "no_bids") {
    publish({ type: "request.ended", state: "no_bids", reason: "", ...requestFacts(request) });
    return closed;
  }
  publish({ type: "request.closed", bidCount: request.bidCount, root, ...requestFacts(request) });
  if (request.twoPersonOpening) return closed;
  const opened = open({ ...request, state: closed.value }, 0);
  if (!opened.ok) return accept(closed.value);
  await openNow(steps, request, opened.value);
  return accept(opened.value);
}
