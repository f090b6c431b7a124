import { z } from "zod";
import { DISQUALIFICATION_STATES } from "../../domain/bidding/disqualification";
import { reasonWords } from "../../domain/award/words-schema";
import { idText } from "../platform/api/endpoint-kinds";

/** Why one side does what the other is told of. */
export const wordsField = reasonWords.meta({ description: "Without contacts" });

/** How the buyer's decisions are called. */
export const decisionHttp = { method: "POST", scope: "awards:write", status: 200 } as const;

/** Why no decision on a request or its bids is taken. */
export const DECIDING_REFUSALS = ["request_not_closed", "request_not_opened", "wrong_state", "decision_overdue"];

/** Why what a bidder has mended is neither sent nor judged. */
export const CURE_REFUSALS = ["nothing_to_mend", "cure_over", "wrong_state"];

/** What a bid's disqualification has become. */
export const cureShape = z.strictObject({ bidId: idText, state: z.enum(DISQUALIFICATION_STATES) });
export type CureAnswer = z.output<typeof cureShape>;
