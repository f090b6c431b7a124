import { z } from "zod";
import { accept, refuse } from "@/domain/shared/result";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { slotsView } from "../queries/slots";
import { pathId } from "../../platform/api/fields";
import { slotsShape, writeSlots } from "../shapes/slot";

const ofOrder = z.strictObject({ orderId: pathId });

export const listSlots = queryEndpoint({
  name: "listSlots",
  path: "/api/v1/orders/{orderId}/slots",
  summary: "The slots of an order's trucks at the border, to its two parties",
  scope: "orders:read",
  params: ofOrder,
  response: slotsShape,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const view = await slotsView(database.read, actor, { orderId: params.orderId, now: clock() });
    return view ? accept(writeSlots(view)) : refuse("not_found");
  },
});
