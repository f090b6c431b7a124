import { z } from "zod";
import { accept, refuse } from "@/domain/shared/result";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { proofOf } from "../queries/proof";
import { pathId } from "../../platform/api/fields";
import { proofShape, writeProof } from "../shapes/proof";

export const getRequestProof = queryEndpoint({
  name: "getRequestProof",
  path: "/api/v1/requests/{requestId}/proof",
  summary: "What was handed in on a request, as anybody can check it",
  description:
    "From the close on: the receipts of all versions, in order, with the root of a Merkle tree over them. It names no bidder and no amount. From the opening on also its minutes.",
  scope: "requests:read",
  isPublic: true,
  params: z.strictObject({ requestId: pathId }),
  query: z.strictObject({
    receipt: z.string().min(1).max(64).optional().meta({ description: "A receipt whose way to the root is wanted" }),
  }),
  response: proofShape,
  async run({ actor, params, query }) {
    const of = { id: params.requestId, receipt: query.receipt ?? null };
    const proof = await proofOf(platform().database.read, actor, of);
    return proof ? accept(writeProof(proof)) : refuse("not_found");
  },
});
