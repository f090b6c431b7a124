import { z } from "zod";
import { REQUEST_STATES } from "@/domain/requests/request";
import { SERVICES } from "@/domain/shared/service";
import { accept, refuse } from "@/domain/shared/result";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { idPart, readCursor } from "../../platform/api/cursor";
import { listRequests as requestsFor, requestView } from "../queries/api-requests";
import { listShape, paging, pathId, queryId } from "../../platform/api/fields";
import { requestRowShape, requestShape, writeRequest, writeRequestRow } from "../shapes";

export const listRequests = queryEndpoint({
  name: "listRequests",
  path: "/api/v1/requests",
  summary: "Requests, the newest first",
  description:
    "Without a key those open to all, without names and specs; with one your own and those you are invited to as well.",
  scope: "requests:read",
  isPublic: true,
  query: z.strictObject({
    service: z.enum(SERVICES).optional(),
    hub: queryId.optional().meta({ description: "A hub's id" }),
    state: z.enum(REQUEST_STATES).optional(),
    q: z.string().max(200).optional().meta({ description: "Words of goods, places, hub and number" }),
    ...paging,
  }),
  response: listShape(requestRowShape),
  refusals: ["cursor_invalid"],
  async run({ actor, query: { hub, cursor, ...asked } }) {
    const after = readCursor(cursor, z.tuple([idPart]));
    if (!after.ok) return after;
    const question = { ...asked, hubId: hub, afterId: after.value?.[0] ?? null };
    const page = await requestsFor(platform().database.read, actor, question);
    return accept({ ...page, items: page.items.map(writeRequestRow) });
  },
});

export const getRequest = queryEndpoint({
  name: "getRequest",
  path: "/api/v1/requests/{requestId}",
  summary: "One request",
  scope: "requests:read",
  isPublic: true,
  params: z.strictObject({ requestId: pathId }),
  response: requestShape,
  versionOf: (request) => request.version,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const request = await requestView(database.read, actor, { id: params.requestId, now: clock() });
    return request ? accept(writeRequest(request)) : refuse("not_found");
  },
});
