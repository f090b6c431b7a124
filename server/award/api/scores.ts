import { z } from "zod";
import type { RankedBid } from "@/domain/award/score/rank-bids";
import { CRITERION_KINDS } from "@/domain/requests/terms";
import { accept, refuse } from "@/domain/shared/result";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { rankingOf } from "../queries/scores";
import { idText, pathId } from "../../platform/api/fields";

const score = z.int().nullable().meta({ description: "Hundredths of a point of 100" });

const rankingShape = z
  .strictObject({
    criteria: z.array(z.strictObject({ kind: z.enum(CRITERION_KINDS), title: z.string(), weight: z.int() })),
    items: z.array(
      z.strictObject({
        bidId: idText,
        rank: z.int().nullable().meta({ description: "Null where a rate is missing: then nobody is ranked" }),
        score,
        parts: z.array(score).meta({ description: "One a criterion; null where the panel has given no points" }),
      }),
    ),
  })
  .meta({ id: "Ranking" });

const writeRanked = ({ bidId, rank, score: total, parts }: RankedBid) => ({
  bidId,
  rank,
  score: total,
  parts: parts.map((part) => part.score),
});

export const getRanking = queryEndpoint({
  name: "getRanking",
  path: "/api/v1/requests/{requestId}/ranking",
  summary: "The ranking of your request's opened bids by its own criteria",
  description:
    "Of equal scores the earlier standing version is first, then the lesser id. Not there before the opening.",
  scope: "bids:read",
  params: z.strictObject({ requestId: pathId }),
  response: rankingShape,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const found = await rankingOf(database.read, actor, { ...params, now: clock() });
    return found ? accept({ criteria: [...found.criteria], items: found.bids.map(writeRanked) }) : refuse("not_found");
  },
});
