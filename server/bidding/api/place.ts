import { z } from "zod";
import { LIGHTS } from "@/domain/bidding/live/feedback-of";
import { FEEDBACKS } from "@/domain/requests/terms";
import { accept, refuse } from "@/domain/shared/result";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { ownPlace } from "../queries/own-place";
import { pathId } from "../../platform/api/fields";

const placeShape = z
  .strictObject({
    feedback: z
      .enum([...FEEDBACKS, "unknown"])
      .meta({ description: "`unknown` where an exchange rate is missing, so that nobody's place is known" }),
    count: z.int().meta({ description: "Bids that stand" }),
    rank: z.int().nullable().meta({ description: "1 is the best; null where the request tells a colour only" }),
    gapBps: z.int().nullable().meta({
      description: "Above the best, in basis points of the best, rounded half up; at least 1 of who is behind",
    }),
    light: z
      .enum(LIGHTS)
      .nullable()
      .meta({ description: "green: the best; yellow: at most 5 percent above it; red: more" }),
  })
  .meta({ id: "OwnPlace" });

/** What a bidder of open bidding is told of its own bid among the others. */
export const getPlace = queryEndpoint({
  name: "getPlace",
  path: "/api/v1/requests/{requestId}/place",
  summary: "Where your own bid stands in open bidding, as far as the request tells its bidders",
  description:
    "The bidders' own prices (`ownPrice`: without duty, tax and what else is paid at cost) are compared in the request's currency at the day's rates; of equal ones the earlier version comes first. Not found where bids are sealed and where no bid of yours stands.",
  scope: "bids:read",
  params: z.strictObject({ requestId: pathId }),
  response: placeShape,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const place = await ownPlace(database.read, actor, { ...params, now: clock() });
    if (!place) return refuse("not_found");
    const { count, feedback } = place;
    return accept({
      feedback: feedback.kind,
      count,
      rank: "rank" in feedback ? feedback.rank : null,
      gapBps: "gapBps" in feedback ? feedback.gapBps : null,
      light: "light" in feedback ? feedback.light : null,
    });
  },
});
