import { z } from "zod";
import { accept, refuse } from "../../domain/shared/result";
import { queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { documentsView } from "./queries/documents";
import { documentsShape, writeDocuments } from "./shapes";
import { pathId } from "../platform/api/fields";

export const getDocuments = queryEndpoint({
  name: "getDealDocuments",
  path: "/api/v1/deals/{dealId}/documents",
  summary: "Which papers a deal needs, which are there, and what contradicts what",
  description: "To the deal's buyer and the providers of its customs and logistics orders.",
  scope: "deals:read",
  params: z.strictObject({ dealId: pathId }),
  response: documentsShape,
  async run({ actor, params }) {
    const view = await documentsView(platform().database.read, actor, params.dealId);
    return view ? accept(writeDocuments(view)) : refuse("not_found");
  },
});
