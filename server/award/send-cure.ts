import { z } from "zod";
import { disqualificationsOfBid, saveDisqualification } from "../../db/repositories/disqualifications";
import { bidFacts } from "../../domain/bidding/bid-facts";
import { sendCure } from "../../domain/bidding/disqualification";
import { assert } from "../../domain/shared/assert";
import { accept, type Result, refuse } from "../../domain/shared/result";
import { filesBesideCure } from "./cure-files";
import { command } from "../platform/command";
import { loadBid } from "../bidding/load-bid";
import { CURE_REFUSALS, type CureAnswer, cureShape, wordsField } from "./decide-fields";

const input = z.strictObject({
  bidId: z.string().min(1).max(64),
  // The buyer reads it.
  words: wordsField,
});

/**
 * The bidder says how it has mended what its bid was disqualified for, with the files that it has put beside it. It is said once: what lies there
 * then is named by its hash, and the bid with its own files and receipt stays as it was sent.
 */
export const sendCureOfBid = command({
  name: "decide.send-cure",
  action: "bid.change",
  input,
  http: {
    method: "POST",
    path: "/bids/{bidId}/cure",
    scope: "bids:write",
    status: 200,
    summary: "Send what mends your bid, once, with the files of subject `cure` that lie beside the request",
    example: { words: "The licence copy lies beside this" },
    output: cureShape,
    refusals: CURE_REFUSALS,
  },
  async run({ tx, actor, now, publish, concerns }, { bidId, words }): Promise<Result<CureAnswer>> {
    const loaded = await loadBid(tx, actor, { bidId });
    if (!loaded.ok) return loaded;
    const { bid, request } = loaded.value;
    const one = (await disqualificationsOfBid(tx, bid)).at(-1);
    if (!one) return refuse("nothing_to_mend");
    const state = sendCure(one, now);
    if (!state.ok) return state;
    assert(one.cureEndsAt !== null, "what can be mended has an end");
    const cureFiles = await filesBesideCure(tx, {
      requestId: request.id,
      organisationId: bid.providerOrganisationId,
      since: one.createdAt,
    });
    await saveDisqualification(tx, one, { state: state.value, cureWords: words, cureFiles, cureSentAt: now });
    publish({ type: "bid.cure_sent", code: one.code, cureEndsAt: one.cureEndsAt, ...bidFacts(request, bid) });
    concerns(bidId);
    return accept({ bidId, state: state.value });
  },
});
