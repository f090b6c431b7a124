import { z } from "zod";
import { FILES_PER_SUBJECT_MAX } from "../../domain/files/file-limits";
import { evidenceSchema } from "../../domain/orders/evidence/evidence-schema";
import { ORDER_STATES } from "../../domain/orders/order";
import { reasonField } from "../../domain/decide/words-schema";
import { instantField } from "../../domain/services/wire-fields";
import { SERVICES } from "../../domain/services/service";
import { accept, refuse } from "../../domain/shared/result";
import { acceptOrder as acceptDelivery } from "../commands/orders/accept-order";
import { cancelOrder } from "../commands/orders/cancel-order";
import {
  earlyReason,
  milestoneNote,
  papersReason,
  reportMilestone as report,
} from "../commands/orders/report-milestone";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { filesOn } from "../queries/files";
import { listOrders as ordersOf, orderPage } from "../queries/orders";
import { idText, listShape, paging, pathId, queryId } from "./shapes/fields";
import { orderRowShape, orderShape, writeOrder, writeOrderRow } from "./shapes/order";

const ofOrder = z.strictObject({ orderId: pathId });

export const receiptShape = z
  .strictObject({ id: idText, state: z.enum(ORDER_STATES), version: z.int() })
  .meta({ id: "OrderReceipt" });

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
    ...paging,
  }),
  response: listShape(orderRowShape),
  refusals: ["cursor_invalid"],
  async run({ actor, query: { state, hub, cursor, ...rest } }) {
    if (cursor !== undefined && !CURSOR.test(cursor)) return refuse("cursor_invalid");
    const filter = {
      ...rest,
      now: platform().clock(),
      states: state ? [state] : null,
      hubId: hub ?? null,
      cursor: cursor ?? null,
    };
    const page = await ordersOf(platform().database.read, actor, filter);
    return accept({ ...page, items: page.items.map(writeOrderRow) });
  },
});

export const getOrder = queryEndpoint({
  name: "getOrder",
  path: "/api/v1/orders/{orderId}",
  summary: "One order, to its two parties",
  scope: "orders:read",
  params: ofOrder,
  response: orderShape,
  versionOf: (order) => order.version,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const order = await orderPage(database.read, actor, { id: params.orderId, now: clock() });
    if (!order) return refuse("not_found");
    const files = await filesOn(database.read, { kind: "order", id: order.id }, { viewer: actor, now: clock() });
    return accept(writeOrder(order, files));
  },
});

export const postMilestone = commandEndpoint({
  name: "reportMilestone",
  method: "POST",
  path: "/api/v1/orders/{orderId}/milestones",
  summary: "The provider says what happened and when",
  description:
    "The service's first milestone schedules the order, its delivery delivers it, its last one after acceptance completes it.",
  scope: "orders:write",
  params: ofOrder,
  body: z.strictObject({
    code: z.string().min(1, "required").max(60).meta({ description: "One of the order's `milestones`" }),
    occurredAt: instantField,
    note: milestoneNote.optional(),
    earlyReason: earlyReason.optional().meta({
      description:
        "Why it happened sooner than it can have: before the goods were ready, faster than any vehicle. Such a step is kept as early and counts for no figure",
    }),
    papersReason: papersReason.optional().meta({
      description:
        "Why papers are complete while required ones are not entered: asked for with `papers_missing`, which names them, and kept with the step",
    }),
    evidence: evidenceSchema.optional().meta({ description: "Numbers, weights and place; each by its own rule" }),
    fileIds: z
      .array(z.string().max(64))
      .max(FILES_PER_SUBJECT_MAX)
      .optional()
      .meta({ description: "Files of yours from `POST /api/v1/files` that are attached to nothing yet" }),
  }),
  example: { code: "documents_requested", occurredAt: "2026-12-01T09:00:00Z", note: "List sent", fileIds: [] },
  response: receiptShape,
  refusals: [
    "milestone_unknown",
    "milestone_already_reported",
    "milestone_out_of_order",
    "awaiting_acceptance",
    "payment_not_sent",
    "gate_closed",
    "occurred_out_of_order",
    "occurred_in_future",
    "early_without_reason",
    "papers_missing",
    "declaration_unreleased",
    "wrong_state",
    "not_permitted",
    "file_unknown",
    "too_many_files",
  ],
  command: report,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  versionOf: (output) => output.version,
  status: 201,
});

export const postAccept = commandEndpoint({
  name: "acceptOrder",
  method: "POST",
  path: "/api/v1/orders/{orderId}/accept",
  summary: "The buyer accepts what was delivered",
  scope: "orders:write",
  params: ofOrder,
  response: receiptShape,
  refusals: ["wrong_state", "not_permitted"],
  command: acceptDelivery,
  takesIfMatch: true,
  toInput: ({ params, version }) => ({ ...params, version }),
  versionOf: (output) => output.version,
  status: 200,
});

export const postCancelOrder = commandEndpoint({
  name: "cancelOrder",
  method: "POST",
  path: "/api/v1/orders/{orderId}/cancel",
  summary: "The buyer calls an order off before the service has begun",
  scope: "orders:write",
  params: ofOrder,
  body: z.strictObject({ reason: reasonField }),
  example: { reason: "The factory burned down" },
  response: receiptShape,
  refusals: ["wrong_state", "declaration_filed", "not_permitted"],
  command: cancelOrder,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  versionOf: (output) => output.version,
  status: 200,
});
