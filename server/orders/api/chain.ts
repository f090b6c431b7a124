import { z } from "zod";
import { accept, refuse } from "@/domain/shared/result";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { chainPage } from "../queries/chain";
import { chainShape, writeChain } from "../shapes/chain";
import { pathId } from "../../platform/api/fields";

const ofDeal = z.strictObject({ dealId: pathId });

export const getChain = queryEndpoint({
  name: "getChain",
  path: "/api/v1/deals/{dealId}/chain",
  summary: "A deal's orders with the gates between them, when its goods are where, and how else they could go",
  scope: "orders:read",
  params: ofDeal,
  response: chainShape,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const view = await chainPage(database.read, actor, { dealId: params.dealId, now: clock() });
    return view ? accept(writeChain(view)) : refuse("not_found");
  },
});
