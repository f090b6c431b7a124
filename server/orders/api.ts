import { z } from "zod";
import { ORDER_STATES, SERVICES } from "@/domain/shared/vocabulary";
import { accept, refuse } from "@/domain/shared/result";
import { listShape, paging, pathId, queryEndpoint, queryId } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { orderPage, listOrders as ordersOf } from "./queries/orders";
import { order, orderRow } from "@/views/orders";
import { chainPage } from "./queries/chain";
import { dealChain } from "@/views/chain";
import { delayView } from "./queries/delay";
import { delay } from "@/views/delay";
import { slotsView } from "./queries/slots";
import { slotList } from "@/views/slots";

const ofOrder = z.strictObject({ orderId: pathId });

// As `listOrders` of the queries writes it.
const CURSOR = /^\d{1,15}\.[\w-]{1,64}$/;

export const listOrders = queryEndpoint({
  name: "listOrders",
  path: "/api/v1/orders",
  summary: "Orders that your organisation has bought or provides, the latest contracted first",
  scope: "orders:read",
  query: z.strictObject({
    state: z.enum(ORDER_STATES).optional(),
    hub: queryId.optional().meta({ description: "A hub's id" }),
    service: z.enum(SERVICES).optional(),
    side: z.enum(["buyer", "provider"]).optional(),
    late: z.literal("true").optional().meta({
      description: "Only orders with `late`; a page may be short, go on while there is a `nextCursor`",
    }),
    ...paging,
  }),
  response: listShape(orderRow),
  refusals: ["cursor_invalid"],
  async run({ actor, query: { state, hub, cursor, late, ...rest } }) {
    if (cursor !== undefined && !CURSOR.test(cursor)) return refuse("cursor_invalid");
    const filter = {
      ...rest,
      now: platform().clock(),
      isLate: late === "true",
      states: state ? [state] : null,
      hubId: hub ?? null,
      cursor: cursor ?? null,
    };
    return accept(await ordersOf(platform().database.read, actor, filter));
  },
});

export const getOrder = queryEndpoint({
  name: "getOrder",
  path: "/api/v1/orders/{orderId}",
  summary: "One order, to its two parties",
  scope: "orders:read",
  params: ofOrder,
  response: order,
  versionOf: ({ version }) => version,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const page = await orderPage(database.read, actor, { id: params.orderId, now: clock() });
    return page ? accept(page) : refuse("not_found");
  },
});

const ofDeal = z.strictObject({ dealId: pathId });

export const getChain = queryEndpoint({
  name: "getChain",
  path: "/api/v1/deals/{dealId}/chain",
  summary: "A deal's orders with the gates between them, when its goods are where, and how else they could go",
  scope: "orders:read",
  params: ofDeal,
  response: dealChain,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const view = await chainPage(database.read, actor, { dealId: params.dealId, now: clock() });
    return view ? accept(view) : refuse("not_found");
  },
});

export const getDelay = queryEndpoint({
  name: "getDelay",
  path: "/api/v1/orders/{orderId}/delay",
  summary: "The waits of an order at the border and at the destination, with every step of what they come to",
  scope: "orders:read",
  params: ofOrder,
  response: delay,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const view = await delayView(database.read, actor, { orderId: params.orderId, now: clock() });
    return view ? accept(view) : refuse("not_found");
  },
});

export const listSlots = queryEndpoint({
  name: "listSlots",
  path: "/api/v1/orders/{orderId}/slots",
  summary: "The slots of an order's trucks at the border, to its two parties",
  scope: "orders:read",
  params: ofOrder,
  response: slotList,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const view = await slotsView(database.read, actor, { orderId: params.orderId, now: clock() });
    return view ? accept(view) : refuse("not_found");
  },
});
