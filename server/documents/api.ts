import { z } from "zod";
import { accept, refuse } from "../../domain/shared/result";
import { dealDocuments } from "../../views/documents";
import { pathId, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { documentsView } from "./queries";

export const getDocuments = queryEndpoint({
  name: "getDealDocuments",
  path: "/api/v1/deals/{dealId}/documents",
  summary: "Which papers a deal needs, which are there, and what contradicts what",
  description: "To the deal's buyer and the providers of its customs and logistics orders.",
  scope: "deals:read",
  params: z.strictObject({ dealId: pathId }),
  response: dealDocuments,
  async run({ actor, params }) {
    const view = await documentsView(platform().database.read, actor, params.dealId);
    return view ? accept(view) : refuse("not_found");
  },
});
