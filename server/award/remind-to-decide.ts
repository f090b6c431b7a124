import { z } from "zod";
import { insertReminder } from "../../db/repositories/decisions";
import { findRequest } from "../../db/repositories/requests";
import { requestFacts } from "../../domain/bidding/bid-facts";
import { needsReminder, REMINDED_MS } from "../../domain/award/extend-decision";
import { later } from "../../domain/shared/instant";
import { accept, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";

/** The clock reminds the buyer a day before its time to decide ends, once for each such time; that none was needed is noted too. */
export const remindToDecide = command({
  name: "decide.remind-to-decide",
  action: "market.tick",
  input: z.strictObject({ requestId: z.string().min(1).max(64) }),
  async run({ tx, now, publish, concerns }, { requestId }): Promise<Result<{ requestId: string }>> {
    const request = await findRequest(tx, requestId);
    if (!request) return refuse("not_found");
    const { state, closedAt, decideBy } = request;
    if ((state !== "closed" && state !== "opened") || closedAt === null)
      return refuse("wrong_state", { state, event: "remind" });
    if (now < later(decideBy, -REMINDED_MS) || now >= decideBy) return refuse("not_yet");
    if (!(await insertReminder(tx, { requestId, decideBy, at: now }))) return refuse("wrong_state", { state });
    if (needsReminder({ closedAt, decideBy }))
      publish({ type: "request.decision_due", decideBy, ...requestFacts(request) });
    concerns(requestId);
    return accept({ requestId });
  },
});
