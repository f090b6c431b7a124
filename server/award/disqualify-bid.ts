import { z } from "zod";
import {
  disqualificationsOfBid,
  findDisqualification,
  insertDisqualification,
  saveDisqualification,
} from "../../db/repositories/decisions";
import { ruleAt } from "../../db/repositories/market-rules";
import { bidFacts, type BidFile } from "../../domain/bidding/bid";
import {
  type DisqualificationState,
  disqualify,
  judgeCure,
  runOut,
  sendCure,
} from "../../domain/bidding/disqualification";
import { DISQUALIFY_CODES } from "../../domain/requests/reasons";
import { accept, assert, refuse, type Result } from "../../domain/shared/result";
import { HOUR_MS, type Instant } from "../../domain/shared/time";
import { isoOrNull, timeText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";
import {
  CURE_REFUSALS,
  type CureAnswer,
  cureShape,
  DECIDING_REFUSALS,
  decisionHttp,
  loadDecidedBid,
  wordsField,
} from "./decision-fields";
import { putOut } from "../requests/end-bids";
import { loadBid, lockRequestOfBid } from "../bidding/bid-context";
import type { Reader } from "../../db/database";
import { filesOfSubject } from "../../db/repositories/files";
import { openFacts, readFileKey } from "../sealing/seal-file";
import { optionalWords } from "../../domain/award/reason-fields";
import { findBid } from "../../db/repositories/bidding";
import { findRequest } from "../../db/repositories/requests";

const input = z.strictObject({
  bidId: z.string().min(1).max(64),
  code: z.enum(DISQUALIFY_CODES, "required"),
  // Its bidder reads it.
  words: wordsField,
});

const answerShape = cureShape.extend({ cureEndsAt: timeText.nullable() });

/** The buyer puts an opened bid out, with the reason: at once, or where papers are missing at the end of the time to mend them. */
export const disqualifyBid = command({
  name: "decide.disqualify-bid",
  action: "request.decide",
  input,
  http: {
    ...decisionHttp,
    path: "/bids/{bidId}/disqualify",
    summary: "Put an opened bid out: at once, or where papers are missing unless they are mended in time",
    example: { code: "document_missing", words: "The licence copy is missing" },
    output: answerShape,
    refusals: [...DECIDING_REFUSALS, "bid_not_standing", "cure_running", "reason_used", "cure_beyond_decision"],
  },
  lock: lockRequestOfBid,
  async run(context, { bidId, code, words }): Promise<Result<z.output<typeof answerShape>>> {
    const { tx, actor, now, newId, publish, concerns } = context;
    const loaded = await loadDecidedBid(tx, actor, bidId);
    if (!loaded.ok) return loaded;
    const { bid, request } = loaded.value;
    assert(actor.userId, "a disqualification is somebody's decision");
    const cureMs = (await ruleAt(tx, "cure_hours", now)) * HOUR_MS;
    const earlier = await disqualificationsOfBid(tx, bid);
    const decided = disqualify({ request, bid, earlier }, code, cureMs, now);
    if (!decided.ok) return decided;
    const { state, cureEndsAt } = decided.value;
    const isOut = state === "effective";
    const flags = isOut ? await putOut(context, { request, bid, code, isAutomatic: false }) : null;
    await insertDisqualification(tx, {
      id: newId(),
      requestId: request.id,
      bidId,
      providerOrganisationId: bid.providerOrganisationId,
      state,
      code,
      words,
      decidedByUserId: actor.userId,
      createdAt: now,
      cureEndsAt,
      endedAt: isOut ? now : null,
      flags,
    });
    if (cureEndsAt !== null) publish({ type: "bid.cure_asked", code, cureEndsAt, ...bidFacts(request, bid) });
    concerns(bidId);
    return accept({ bidId, state, cureEndsAt: isoOrNull(cureEndsAt) });
  },
});

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
  lock: lockRequestOfBid,
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
  lock: lockRequestOfBid,
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
  async lock(tx, { disqualificationId }) {
    const one = await findDisqualification(tx, disqualificationId);
    if (one) await lockRequestOfBid(tx, one);
  },
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
