import { z } from "zod";
import { extensionsOf, insertExtension, insertReminder } from "../../db/repositories/decisions";
import { ruleAt } from "../../db/repositories/market-rules";
import { findRequest, saveRequestState } from "../../db/repositories/requests";
import { requestFacts } from "../../domain/bidding/bid-facts";
import { REMINDED_MS, extendDecision, needsReminder } from "../../domain/award/decision-extension";
import { instantField } from "../../domain/shared/wire-fields";
import { assert } from "../../domain/shared/assert";
import { later, toIso } from "../../domain/shared/instant";
import { type Result, accept, refuse } from "../../domain/shared/result";
import { idText, timeText } from "../platform/api/fields";
import { command } from "../platform/command";
import { loadRequest, ofRequest } from "../requests/load-request";
import { decisionHttp, wordsField } from "./decision-fields";

const input = z.strictObject({
  ...ofRequest,
  decideBy: instantField,
  // Everyone who has bid reads it.
  words: wordsField,
});

const extendedShape = z.strictObject({ id: idText, decideBy: timeText, extensionsLeft: z.int() });
type Extended = z.output<typeof extendedShape>;

/** The buyer moves its time to decide, with the reason, as often as the market's rule allows. Bids that end earlier have to be held by their bidders. */
export const extendDecisionOf = command({
  name: "decide.extend-decision",
  action: "request.decide",
  input,
  http: {
    ...decisionHttp,
    path: "/requests/{requestId}/extend-decision",
    summary: "Move the time to decide, as often as the market's rule allows",
    example: { decideBy: "2027-03-01T08:00:00Z", words: "Our engineer is ill" },
    output: extendedShape,
    refusals: ["wrong_state", "decision_overdue", "extensions_used", "decides_earlier", "window_too_long"],
  },
  async run({ tx, actor, now, publish, concerns }, { requestId, version, decideBy, words }): Promise<Result<Extended>> {
    const loaded = await loadRequest(tx, actor, { requestId, version, action: "request.decide" });
    if (!loaded.ok) return loaded;
    const request = loaded.value;
    assert(actor.userId, "a time to decide is moved by somebody");
    const used = (await extensionsOf(tx, requestId)).length;
    const maximum = await ruleAt(tx, "decision_extensions", now);
    const allowed = extendDecision(request, { decideBy, used, maximum }, now);
    if (!allowed.ok) return allowed;
    await insertExtension(tx, {
      requestId,
      number: used + 1,
      at: now,
      byUserId: actor.userId,
      previousDecideBy: request.decideBy,
      decideBy,
      reason: words,
    });
    await saveRequestState(tx, requestId, { state: request.state, decideBy });
    publish({ type: "request.decision_extended", decideBy, ...requestFacts(request) });
    concerns(requestId);
    return accept({ id: requestId, decideBy: toIso(decideBy), extensionsLeft: maximum - used - 1 });
  },
});

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
