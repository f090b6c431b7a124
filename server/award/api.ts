import { z } from "zod";
import { decision, ranking } from "../../views/decisions";
import { pathId, queryEndpoint } from "../platform/api/endpoint-kinds";
import { accept, refuse } from "@/domain/shared/result";
import { platform } from "../platform/platform";
import { requestPage } from "../requests/queries/request-page";
import { decidePage } from "./queries/decisions";
import { counterOffersOf } from "../bidding/queries/bids";
import { counterOffer } from "@/views/bids";
import { rankingOf } from "./queries/scores";

export const getDecision = queryEndpoint({
  name: "getDecision",
  path: "/api/v1/requests/{requestId}/decision",
  summary: "What belongs to the decision on a request, as far as the key may know of it",
  scope: "requests:read",
  params: z.strictObject({ requestId: pathId }),
  response: decision,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const now = clock();
    const request = await requestPage(database.read, actor, { id: params.requestId, now });
    if (!request) return refuse("not_found");
    return accept(await decidePage(database.read, { request, viewer: actor, now }));
  },
});

export const listCounterOffers = queryEndpoint({
  name: "listCounterOffers",
  path: "/api/v1/bids/{bidId}/counter-offers",
  summary: "What was offered on a bid after the opening, the oldest first: to its two sides alone",
  scope: "bids:read",
  params: z.strictObject({ bidId: pathId }),
  response: z.strictObject({ items: z.array(counterOffer) }),
  async run({ actor, params }) {
    const { database, clock } = platform();
    const offers = await counterOffersOf(database.read, actor, { ...params, now: clock() });
    return offers ? accept({ items: offers }) : refuse("not_found");
  },
});

export const getRanking = queryEndpoint({
  name: "getRanking",
  path: "/api/v1/requests/{requestId}/ranking",
  summary: "The ranking of your request's opened bids by its own criteria",
  description:
    "Of equal scores the earlier standing version is first, then the lesser id. Not there before the opening.",
  scope: "bids:read",
  params: z.strictObject({ requestId: pathId }),
  response: ranking,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const found = await rankingOf(database.read, actor, { ...params, now: clock() });
    return found ? accept(found) : refuse("not_found");
  },
});
