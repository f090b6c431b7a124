import { z } from "zod";
import { disqualificationsOfBid, saveDisqualification } from "../../../db/repositories/disqualifications";
import { bidFacts } from "../../../domain/bidding/bid-facts";
import { type DisqualificationState, sendCure } from "../../../domain/decide/disqualification";
import { reasonWords } from "../../../domain/decide/words-schema";
import { assert } from "../../../domain/shared/assert";
import { accept, type Result, refuse } from "../../../domain/shared/result";
import { filesBesideCure } from "../../files/cure-files";
import { command } from "../../platform/command";
import { loadBid } from "../bidding/load-bid";

const input = z.strictObject({
  bidId: z.string().min(1).max(64),
  // The buyer reads it.
  words: reasonWords,
});

/**
 * The bidder says how it has mended what its bid was disqualified for, with the files that it has put beside it. It is said once: what lies there
 * then is named by its hash, and the bid with its own files and receipt stays as it was sent.
 */
export const sendCureOfBid = command({
  name: "decide.send-cure",
  action: "bid.change",
  input,
  async run(
    { tx, actor, now, publish, concerns },
    { bidId, words },
  ): Promise<Result<{ bidId: string; requestId: string; state: DisqualificationState }>> {
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
    return accept({ bidId, requestId: request.id, state: state.value });
  },
});
