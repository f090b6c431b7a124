import { z } from "zod";
import { extensionsOf, insertExtension } from "../../db/repositories/decisions";
import { ruleAt } from "../../db/repositories/market-rules";
import { saveRequestState } from "../../db/repositories/requests";
import { requestFacts } from "../../domain/bidding/bid-facts";
import { extendDecision } from "../../domain/award/extend-decision";
import { instantField } from "../../domain/shared/wire-fields";
import { assert } from "../../domain/shared/assert";
import { toIso } from "../../domain/shared/instant";
import { accept, type Result } from "../../domain/shared/result";
import { idText, timeText } from "../platform/api/fields";
import { command } from "../platform/command";
import { loadRequest } from "../requests/load-request";
import { ofRequest } from "../requests/request-fields";
import { decisionHttp, wordsField } from "./decide-fields";

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
