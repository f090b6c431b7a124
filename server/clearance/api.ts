import { z } from "zod";
import { declaration } from "../../views/declarations";
import { listShape, pathId, queryEndpoint } from "../platform/api/endpoint-kinds";
import { accept, refuse } from "../../domain/shared/result";
import { platform } from "../platform/platform";
import { clearancePage } from "./queries";

export const listDeclarations = queryEndpoint({
  name: "listDeclarations",
  path: "/api/v1/orders/{orderId}/declarations",
  summary:
    "The customs declarations of an order, to its two parties: estimated against assessed, questions, what happened",
  scope: "orders:read",
  params: z.strictObject({ orderId: pathId }),
  response: listShape(declaration),
  async run({ actor, params }) {
    const { database, clock } = platform();
    const page = await clearancePage(database.read, actor, { orderId: params.orderId, now: clock() });
    return page ? accept({ items: page.declarations, nextCursor: null }) : refuse("not_found");
  },
});
