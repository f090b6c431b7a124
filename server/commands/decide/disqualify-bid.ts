import { z } from "zod";
import { disqualificationsOfBid, insertDisqualification } from "../../../db/repositories/disqualifications";
import { ruleAt } from "../../../db/repositories/market-rules";
import { bidFacts } from "../../../domain/bidding/bid-facts";
import { type DisqualificationState, disqualify } from "../../../domain/decide/disqualification";
import { DISQUALIFY_CODES } from "../../../domain/decide/reasons";
import { reasonWords } from "../../../domain/decide/words-schema";
import { assert } from "../../../domain/shared/assert";
import { HOUR_MS, type Instant } from "../../../domain/shared/instant";
import { accept, type Result } from "../../../domain/shared/result";
import { command } from "../../platform/command";
import { loadDecidedBid } from "./load-decided-bid";
import { putOut } from "./put-out";

const input = z.strictObject({
  bidId: z.string().min(1).max(64),
  code: z.enum(DISQUALIFY_CODES, "required"),
  // Its bidder reads it.
  words: reasonWords,
});

export type Disqualifying = {
  readonly bidId: string;
  readonly requestId: string;
  readonly state: DisqualificationState;
  readonly cureEndsAt: Instant | null;
};

/** The buyer puts an opened bid out, with the reason: at once, or where papers are missing at the end of the time to mend them. */
export const disqualifyBid = command({
  name: "decide.disqualify-bid",
  action: "request.decide",
  input,
  async run(context, { bidId, code, words }): Promise<Result<Disqualifying>> {
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
    return accept({ bidId, requestId: request.id, state, cureEndsAt });
  },
});
