import { z } from "zod";
import { accept, refuse } from "@/domain/shared/result";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { requestPage } from "../../requests/queries/request-page";
import { decidePage } from "../queries/decide-page";
import { decisionShape, writeDecision } from "../shapes";
import { pathId } from "../../platform/api/fields";

export const getDecision = queryEndpoint({
  name: "getDecision",
  path: "/api/v1/requests/{requestId}/decision",
  summary: "What belongs to the decision on a request, as far as the key may know of it",
  scope: "requests:read",
  params: z.strictObject({ requestId: pathId }),
  response: decisionShape,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const now = clock();
    const request = await requestPage(database.read, actor, { id: params.requestId, now });
    if (!request) return refuse("not_found");
    return accept(writeDecision(request.id, await decidePage(database.read, { request, viewer: actor, now })));
  },
});
