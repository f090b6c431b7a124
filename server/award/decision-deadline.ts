import { z } from "zod";
import { extensionsOf, insertExtension, insertReminder } from "../../db/repositories/decisions";
import { ruleAt } from "../../db/repositories/market-rules";
import { findRequest, saveRequestState } from "../../db/repositories/requests";
import { bidFacts, requestFacts } from "../../domain/bidding/bid";
import { extendDecision, needsReminder, prolong, REMINDED_MS } from "../../domain/award/decision-extension";
import { instantField } from "../../domain/shared/wire-fields";
import { accept, assert, refuse, type Result } from "../../domain/shared/result";
import { instant, later, toIso } from "../../domain/shared/time";
import { idText, timeText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";
import { loadRequest, ofRequest, lockNamed } from "../requests/load-request";
import { DECIDING_REFUSALS, decisionHttp, wordsField } from "./decision-fields";
import { findVersion, insertVersion, saveRevision } from "../../db/repositories/bidding";
import { receiptOfOpenBid } from "../sealing/seal-bid";
import { loadBid, lockRequestOfBid } from "../bidding/bid-context";
import type { StoredVersion } from "../bidding/make-version";

const decisionDeadlineInput = z.strictObject({
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
  input: decisionDeadlineInput,
  http: {
    ...decisionHttp,
    path: "/requests/{requestId}/extend-decision",
    summary: "Move the time to decide, as often as the market's rule allows",
    example: { decideBy: "2027-03-01T08:00:00Z", words: "Our engineer is ill" },
    output: extendedShape,
    refusals: ["wrong_state", "decision_overdue", "extensions_used", "decides_earlier", "window_too_long"],
  },
  lock: lockNamed,
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
  lock: lockNamed,
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

const prolongBidInput = z.strictObject({
  bidId: z.string().min(1).max(64),
  ifVersion: z.int().optional(),
  validUntil: instantField,
});

/**
 * The bidder holds its opened bid for longer: a version of its own, in clear like every bid after the opening, that says the same to the last
 * member but for its validity.
 */
export const prolongBid = command({
  name: "decide.prolong-bid",
  action: "bid.change",
  input: prolongBidInput,
  http: {
    method: "POST",
    path: "/bids/{bidId}/prolong",
    scope: "bids:write",
    status: 200,
    summary: "Hold your opened bid for longer; nothing else of it changes",
    example: { validUntil: "2027-03-01T08:00:00Z" },
    output: z.strictObject({ id: idText, version: z.int(), receipt: z.string() }),
    refusals: [...DECIDING_REFUSALS, "bid_not_standing", "not_longer", "window_too_long"],
  },
  lock: lockRequestOfBid,
  async run({ tx, actor, now, publish, concerns }, { bidId, ifVersion, validUntil }): Promise<Result<StoredVersion>> {
    const loaded = await loadBid(tx, actor, { bidId, ifVersion });
    if (!loaded.ok) return loaded;
    const { bid, request } = loaded.value;
    const standing = bid.validUntil ?? instant(0);
    const allowed = prolong(request, { ...bid, validUntil: standing }, validUntil, now);
    if (!allowed.ok) return allowed;
    const former = (await findVersion(tx, { bidId, version: bid.version }))?.content;
    assert(former, `the opened bid ${bidId} has its content`);
    const version = bid.version + 1;
    const content = { ...former, validUntil };
    const receipt = receiptOfOpenBid(content, { requestId: request.id, bidId, version });
    await insertVersion(tx, {
      bidId,
      version,
      submittedByUserId: actor.userId,
      submittedAt: now,
      receipt,
      content,
    });
    const { totalMinor, currency, state } = bid;
    await saveRevision(tx, bidId, { state, version, amendment: bid.amendment, now, totalMinor, currency, validUntil });
    publish({ type: "bid.prolonged", version, ...bidFacts(request, bid) });
    concerns(bidId);
    return accept({ id: bidId, version, receipt });
  },
});
