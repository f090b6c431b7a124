import { z } from "zod";
import { extensionsOf, insertExtension } from "../../../db/repositories/decisions";
import { ruleAt } from "../../../db/repositories/market-rules";
import { saveRequestState } from "../../../db/repositories/requests";
import { requestFacts } from "../../../domain/bidding/bid-facts";
import { extendDecision } from "../../../domain/decide/extend-decision";
import { reasonWords } from "../../../domain/decide/words-schema";
import { instantField } from "../../../domain/services/wire-fields";
import { assert } from "../../../domain/shared/assert";
import type { Instant } from "../../../domain/shared/instant";
import { accept, type Result } from "../../../domain/shared/result";
import { command } from "../../platform/command";
import { loadRequest } from "../requests/load-request";

const input = z.strictObject({
  requestId: z.string().min(1).max(64),
  version: z.int().optional(),
  decideBy: instantField,
  // Everyone who has bid reads it.
  words: reasonWords,
});

type Extended = { readonly requestId: string; readonly decideBy: Instant; readonly extensionsLeft: number };

/** The buyer moves its time to decide, with the reason, as often as the market's rule allows. Bids that end earlier have to be held by their bidders. */
export const extendDecisionOf = command({
  name: "decide.extend-decision",
  action: "request.decide",
  input,
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
    return accept({ requestId, decideBy, extensionsLeft: maximum - used - 1 });
  },
});
