import type { RefusalCode } from "@/domain/shared/refusal-codes";
import { z } from "zod";
import { DISQUALIFICATION_STATES } from "../../domain/bidding/disqualification";
import { reasonWords } from "../../domain/award/reason-fields";
import { idText } from "../platform/api/endpoint-kinds";
import type { Reader } from "../../db/database";
import { type StoredBid, findBid } from "../../db/repositories/bidding";
import { type StoredRequest, findRequest } from "../../db/repositories/requests";
import { type Actor, may } from "../../domain/access/policy";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";

/** Why one side does what the other is told of. */
export const wordsField = reasonWords.meta({ description: "Without contacts" });

/** How the buyer's decisions are called. */
export const decisionHttp = { method: "POST", scope: "awards:write", status: 200 } as const;

/** Why no decision on a request or its bids is taken. */
export const DECIDING_REFUSALS: readonly RefusalCode[] = [
  "request_not_closed",
  "request_not_opened",
  "wrong_state",
  "decision_overdue",
];

/** Why what a bidder has mended is neither sent nor judged. */
export const CURE_REFUSALS: readonly RefusalCode[] = ["nothing_to_mend", "cure_over", "wrong_state"];

/** What a bid's disqualification has become. */
export const cureShape = z.strictObject({ bidId: idText, state: z.enum(DISQUALIFICATION_STATES) });
export type CureAnswer = z.output<typeof cureShape>;

/** A bid on the actor's own request, with the request; to all others it is not there. */
export async function loadDecidedBid(
  tx: Reader,
  actor: Actor,
  bidId: string,
): Promise<Result<{ bid: StoredBid; request: StoredRequest }, Refusal<"not_found">>> {
  const bid = await findBid(tx, bidId);
  const request = bid && (await findRequest(tx, bid.requestId));
  if (!bid || !request || !may(actor, "request.decide", request)) return refuse("not_found");
  return accept({ bid, request });
}
