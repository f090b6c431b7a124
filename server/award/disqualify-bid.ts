import { z } from "zod";
import { disqualificationsOfBid, insertDisqualification } from "../../db/repositories/decisions";
import { ruleAt } from "../../db/repositories/market-rules";
import { bidFacts } from "../../domain/bidding/bid-facts";
import { disqualify } from "../../domain/bidding/disqualification";
import { DISQUALIFY_CODES } from "../../domain/requests/reasons";
import { assert } from "../../domain/shared/assert";
import { HOUR_MS } from "../../domain/shared/instant";
import { accept, type Result } from "../../domain/shared/result";
import { isoOrNull, timeText } from "../platform/api/fields";
import { command } from "../platform/command";
import { DECIDING_REFUSALS, cureShape, decisionHttp, loadDecidedBid, wordsField } from "./decision-fields";
import { putOut } from "../requests/end-bids";

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
