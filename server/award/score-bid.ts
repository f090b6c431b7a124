import { z } from "zod";
import { findBid } from "../../db/repositories/bidding";
import { keepScore } from "../../db/repositories/award";
import { findRequest } from "../../db/repositories/requests";
import { may } from "../../domain/access/policy";
import { POINTS_MAX, type ScoreRefusal, mayScore } from "../../domain/award/scoring";
import { bidFacts } from "../../domain/bidding/bid";
import { termsOf } from "../../domain/requests/request";
import { CRITERIA_MAX } from "../../domain/requests/request-choices";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";
import { lockRequestOfBid } from "../bidding/bid-context";

/** One person's points for one bid, by the place of the criterion among those of the request, from 0. */
const pointsField = z
  .array(
    z.strictObject({
      criterion: z
        .int()
        .min(0)
        .max(CRITERIA_MAX - 1),
      points: z.int().min(0).max(POINTS_MAX),
    }),
  )
  .min(1, "required")
  .max(CRITERIA_MAX)
  .refine((all) => new Set(all.map(({ criterion }) => criterion)).size === all.length, "named_twice");

/** One of the buyer's people scores an opened bid at the buyer's own criteria; what it said before is replaced, what others said is not. */
export const scoreBid = command({
  name: "award.score-bid",
  action: "bid.score",
  input: z.strictObject({ bidId: z.string().min(1).max(64), scores: pointsField }),
  http: {
    method: "POST",
    path: "/bids/{bidId}/scores",
    scope: "requests:write",
    status: 200,
    summary: "Your points for an opened bid at your organisation's own criteria, from 0 to 5",
    description: "One row a person, bid and criterion, which can be changed until the award; the mean of all counts.",
    example: { scores: [{ criterion: 1, points: 4 }] },
    output: z.strictObject({ id: idText, requestId: idText, scored: z.int() }),
    refusals: ["request_not_closed", "request_not_opened", "wrong_state", "bid_not_standing", "criterion_not_own"],
  },
  lock: lockRequestOfBid,
  async run(
    { tx, actor, now, publish, concerns },
    { bidId, scores },
  ): Promise<Result<{ id: string; requestId: string; scored: number }, ScoreRefusal | Refusal<"not_found">>> {
    const bid = await findBid(tx, bidId);
    const request = bid && (await findRequest(tx, bid.requestId));
    if (!bid || !request || !may(actor, "bid.score", request)) return refuse("not_found");
    const { criteria } = termsOf(request);
    const allowed = mayScore(request, bid, { criteria, places: scores.map(({ criterion }) => criterion) });
    if (!allowed.ok) return allowed;
    const { userId } = actor;
    assert(userId, "who scores is a person, by hand or by a key of theirs");
    for (const score of scores) await keepScore(tx, { ...score, bidId, requestId: request.id, userId, scoredAt: now });
    publish({ type: "bid.scored", criteria: scores.length, ...bidFacts(request, bid) });
    concerns(bidId);
    return accept({ id: bidId, requestId: request.id, scored: scores.length });
  },
});
