import { z } from "zod";
import { dispute } from "../../views/disputes";
import { pathId, queryEndpoint } from "../platform/api/endpoint-kinds";
import { accept, refuse } from "../../domain/shared/result";
import { platform } from "../platform/platform";
import { escalatedDisputes, orderDisputes } from "./queries";

const ofOrder = z.strictObject({ orderId: pathId });

export const listOrderDisputes = queryEndpoint({
  name: "listOrderDisputes",
  path: "/api/v1/orders/{orderId}/disputes",
  summary: "The disputes about an order, to its two parties",
  scope: "orders:read",
  params: ofOrder,
  response: z.strictObject({ items: z.array(dispute) }),
  async run({ actor, params }) {
    const { database, clock } = platform();
    const found = await orderDisputes(database.read, actor, { orderId: params.orderId, now: clock() });
    return found ? accept({ items: found.disputes }) : refuse("not_found");
  },
});

export const listDisputes = queryEndpoint({
  name: "listDisputes",
  path: "/api/v1/disputes",
  summary: "Disputes that were taken to the market, to its administrators",
  scope: "admin:read",
  response: z.strictObject({ items: z.array(dispute) }),
  refusals: ["not_permitted"],
  async run({ actor }) {
    const { database, clock } = platform();
    const found = await escalatedDisputes(database.read, actor, clock());
    return found ? accept({ items: found }) : refuse("not_permitted");
  },
});
