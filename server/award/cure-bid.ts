import { z } from "zod";
import { disqualificationsOfBid, findDisqualification, saveDisqualification } from "../../db/repositories/decisions";
import { bidFacts } from "../../domain/bidding/bid-facts";
import { type DisqualificationState, judgeCure, runOut, sendCure } from "../../domain/bidding/disqualification";
import { assert } from "../../domain/shared/assert";
import { type Result, accept, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { loadBid } from "../bidding/bid-context";
import { CURE_REFUSALS, type CureAnswer, cureShape, decisionHttp, loadDecidedBid, wordsField } from "./decision-fields";
import type { Reader } from "../../db/database";
import { filesOfSubject } from "../../db/repositories/files";
import type { BidFile } from "../../domain/bidding/bid";
import type { Instant } from "../../domain/shared/instant";
import { openFacts, readFileKey } from "../sealing/seal-file";
import { optionalWords } from "../../domain/award/reason-fields";
import { putOut } from "../requests/end-bids";
import { findBid } from "../../db/repositories/bidding";
import { findRequest } from "../../db/repositories/requests";

type OfCure = { readonly requestId: string; readonly organisationId: string; readonly since: Instant };

/** The files that a bidder has put beside its cure since it was asked for one, by id and hash; never those of the bid itself. */
async function filesWithCure(db: Reader, { requestId, organisationId, since }: OfCure): Promise<BidFile[]> {
  const files = await filesOfSubject(db, { kind: "cure", id: requestId }, organisationId);
  const named: BidFile[] = [];
  for (const file of files.filter(({ state, createdAt }) => state !== "infected" && createdAt >= since)) {
    const dataKey = await readFileKey(db, file, true);
    named.push({ id: file.id, sha256: openFacts(file.facts, { fileId: file.id, dataKey }).sha256 });
  }
  return named;
}

const sendCureInput = z.strictObject({
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
  input: sendCureInput,
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
    const cureFiles = await filesWithCure(tx, {
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

const judgeCureInput = z
  .strictObject({
    bidId: z.string().min(1).max(64),
    isAccepted: z.boolean(),
    words: optionalWords.meta({ description: "Needed where it is refused" }),
  })
  .refine(({ isAccepted, words }) => isAccepted || words !== "", { error: "required", path: ["words"] });

/** The buyer takes what a bidder has mended, and its bid stands as before; or refuses it with the reason, and the bid is out. */
export const judgeCureOfBid = command({
  name: "decide.judge-cure",
  action: "request.decide",
  input: judgeCureInput,
  http: {
    ...decisionHttp,
    path: "/bids/{bidId}/judge-cure",
    summary: "Take what a bidder has mended, or refuse it with the reason",
    example: { isAccepted: true },
    output: cureShape,
    refusals: CURE_REFUSALS,
  },
  async run(context, { bidId, isAccepted, words }): Promise<Result<CureAnswer>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadDecidedBid(tx, actor, bidId);
    if (!loaded.ok) return loaded;
    const { bid, request } = loaded.value;
    const one = (await disqualificationsOfBid(tx, bid)).at(-1);
    if (!one) return refuse("nothing_to_mend");
    const state = judgeCure(one, isAccepted, now);
    if (!state.ok) return state;
    const { code } = one;
    const flags = isAccepted ? null : await putOut(context, { request, bid, code, isAutomatic: false });
    await saveDisqualification(tx, one, { state: state.value, endedAt: now, endWords: words, flags });
    if (isAccepted) publish({ type: "bid.cure_accepted", code, isAutomatic: false, ...bidFacts(request, bid) });
    concerns(bidId);
    return accept({ bidId, state: state.value });
  },
});

/** The clock ends a cure: what was sent and not answered counts as taken, and a bid for which nothing was sent is out. */
export const runOutCure = command({
  name: "decide.run-out-cure",
  action: "market.tick",
  input: z.strictObject({ disqualificationId: z.string().min(1).max(64) }),
  async run(
    context,
    { disqualificationId },
  ): Promise<Result<{ disqualificationId: string; state: DisqualificationState }>> {
    const { tx, now, publish, concerns } = context;
    const one = await findDisqualification(tx, disqualificationId);
    if (!one) return refuse("not_found");
    const state = runOut(one, now);
    if (!state.ok) return state;
    const [bid, request] = [await findBid(tx, one.bidId), await findRequest(tx, one.requestId)];
    assert(bid && request, `disqualification ${one.id} has its bid and request`);
    const { code } = one;
    const isOut = state.value === "effective";
    const flags = isOut ? await putOut(context, { request, bid, code, isAutomatic: true }) : null;
    await saveDisqualification(tx, one, { state: state.value, endedAt: now, endWords: "", flags });
    if (!isOut) publish({ type: "bid.cure_accepted", code, isAutomatic: true, ...bidFacts(request, bid) });
    concerns(bid.id);
    return accept({ disqualificationId, state: state.value });
  },
});
