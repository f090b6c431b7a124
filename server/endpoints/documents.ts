import { z } from "zod";
import { documentEntrySchema } from "../../domain/documents/entry-schema";
import { accept, refuse } from "../../domain/shared/result";
import { enterDocument } from "../commands/documents/enter-document";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { documentsView } from "../queries/documents";
import { documentsShape, writeDocuments } from "./shapes/documents";
import { idText, pathId } from "./shapes/fields";

const ofDeal = z.strictObject({ dealId: pathId });

export const getDocuments = queryEndpoint({
  name: "getDealDocuments",
  path: "/api/v1/deals/{dealId}/documents",
  summary: "Which papers a deal needs, which are there, and what contradicts what",
  description: "To the deal's buyer and the providers of its customs and logistics orders.",
  scope: "deals:read",
  params: ofDeal,
  response: documentsShape,
  async run({ actor, params }) {
    const view = await documentsView(platform().database.read, actor, params.dealId);
    return view ? accept(writeDocuments(view)) : refuse("not_found");
  },
});

export const postDocument = commandEndpoint({
  name: "enterDealDocument",
  method: "POST",
  path: "/api/v1/deals/{dealId}/documents",
  summary: "Enter a paper of a deal",
  description: "Each kind has its own `fields`. A contradiction is not refused: the readiness names it.",
  scope: "deals:write",
  params: ofDeal,
  body: documentEntrySchema({}),
  example: {
    kind: "packing_list",
    number: "PL-2026-118",
    date: "2026-12-01",
    fields: {
      packages: 400,
      grossWeightGrams: 11_200_000,
      netWeightGrams: 10_800_000,
      lines: [{ description: "Inverters 10 kW", hsCode: "850440", packages: 400, grossWeightGrams: 11_200_000 }],
    },
  },
  response: z.strictObject({ id: idText, version: z.int(), dealId: idText }).meta({ id: "DocumentReceipt" }),
  refusals: ["document_not_yours", "document_exists", "too_many_documents", "not_permitted"],
  command: enterDocument,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 201,
});
