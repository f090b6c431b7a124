import { z } from "zod";
import { thread } from "../../views/threads";
import { accept, refuse } from "../../domain/shared/result";
import { pathId, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { threadPage } from "./queries/thread-page";

export const getThread = queryEndpoint({
  name: "getThread",
  path: "/api/v1/bids/{bidId}/messages",
  summary: "What a buyer and a provider say about an opened bid and its order, to the two alone",
  description:
    "To the buyer from the opening on, or as bids come where bidding is open. At most 100 messages: ask for earlier ones with `before`.",
  scope: "messages:read",
  params: z.strictObject({ bidId: pathId }),
  query: z.strictObject({
    before: z.coerce.number().int().min(1).optional().meta({ description: "Only messages before this number" }),
  }),
  response: thread,
  async run({ actor, params, query }) {
    const { database, clock } = platform();
    const asked = { bidId: params.bidId, now: clock(), before: query.before ?? null };
    const page = await threadPage(database.read, actor, asked);
    if (!page) return refuse("not_found");
    const { mayWrite: _, lastSeq: __, waiting: ___, remindFrom: ____, ...shown } = page;
    return accept(shown);
  },
});
