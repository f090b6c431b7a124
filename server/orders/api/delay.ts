import { z } from "zod";
import { accept, refuse } from "@/domain/shared/result";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { delayView } from "../queries/delay";
import { delayShape, writeDelay } from "../shapes/delay";
import { pathId } from "../../platform/api/fields";

const ofOrder = z.strictObject({ orderId: pathId });

export const getDelay = queryEndpoint({
  name: "getDelay",
  path: "/api/v1/orders/{orderId}/delay",
  summary: "The waits of an order at the border and at the destination, with every step of what they come to",
  scope: "orders:read",
  params: ofOrder,
  response: delayShape,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const view = await delayView(database.read, actor, { orderId: params.orderId, now: clock() });
    return view ? accept(writeDelay(view)) : refuse("not_found");
  },
});
