import { z } from "zod";
import { disqualificationsOfBid, saveDisqualification } from "../../db/repositories/disqualifications";
import { bidFacts } from "../../domain/bidding/bid-facts";
import { sendCure } from "../../domain/bidding/disqualification";
import { assert } from "../../domain/shared/assert";
import { accept, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { loadBid } from "../bidding/load-bid";
import { CURE_REFUSALS, type CureAnswer, cureShape, wordsField } from "./decide-fields";
import type { Reader } from "../../db/database";
import { filesOfSubject } from "../../db/repositories/files";
import type { BidFile } from "../../domain/bidding/bid";
import type { Instant } from "../../domain/shared/instant";
import { readFileKey } from "../sealing/read-file-key";
import { openFacts } from "../sealing/file/seal-file";

type OfCure = { readonly requestId: string; readonly organisationId: string; readonly since: Instant };

/** The files that a bidder has put beside its cure since it was asked for one, by id and hash; never those of the bid itself. */
async function filesBesideCure(db: Reader, { requestId, organisationId, since }: OfCure): Promise<BidFile[]> {
  const files = await filesOfSubject(db, { kind: "cure", id: requestId }, organisationId);
  const named: BidFile[] = [];
  for (const file of files.filter(({ state, createdAt }) => state !== "infected" && createdAt >= since)) {
    const dataKey = await readFileKey(db, file, true);
    named.push({ id: file.id, sha256: openFacts(file.facts, { fileId: file.id, dataKey }).sha256 });
  }
  return named;
}

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
