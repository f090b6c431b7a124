import { z } from "zod";
import { accept, refuse } from "../../domain/shared/result";
import { fieldLink } from "../../views/field";
import { pathId, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { linksOfOrder } from "./queries";

export const listFieldLinks = queryEndpoint({
  name: "listFieldLinks",
  path: "/api/v1/orders/{orderId}/field-links",
  summary: "The links that your organisation gave out on an order, for people without an account",
  scope: "orders:write",
  params: z.strictObject({ orderId: pathId }),
  response: z.strictObject({ items: z.array(fieldLink) }),
  async run({ actor, params }) {
    const { database, clock } = platform();
    const found = await linksOfOrder(database.read, params.orderId, { viewer: actor, now: clock() });
    return found ? accept({ items: found.links }) : refuse("not_found");
  },
});
