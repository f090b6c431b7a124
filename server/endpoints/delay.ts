import { z } from "zod";
import { DELAY_PLACES } from "../../domain/delay/intervals";
import { DELAY_REASONS } from "../../domain/delay/reasons";
import { instantField } from "../../domain/services/wire-fields";
import { accept, refuse } from "../../domain/shared/result";
import { WORDS_MAX, wordsField } from "../../domain/slots/slot-fields";
import { endDelay } from "../commands/delay/end-delay";
import { objectToDelay } from "../commands/delay/object-to-delay";
import { reportDelay } from "../commands/delay/report-delay";
import { withdrawDelay } from "../commands/delay/withdraw-delay";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { delayView } from "../queries/delay";
import { delayShape, writeDelay } from "./shapes/border/delay";
import { idText, pathId } from "./shapes/fields";

const ofOrder = z.strictObject({ orderId: pathId });
const ofSegment = z.strictObject({ orderId: pathId, segmentId: pathId });
const receiptShape = z.strictObject({ id: idText, orderId: idText });
const words = z.string().trim().max(WORDS_MAX, "too_long").optional();

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

export const postDelay = commandEndpoint({
  name: "reportDelay",
  method: "POST",
  path: "/api/v1/orders/{orderId}/delay",
  summary: "Say why a truck waited, from when to when: the reason says who pays",
  scope: "orders:write",
  params: ofOrder,
  body: z.strictObject({
    place: z.enum(DELAY_PLACES),
    reason: z.enum(DELAY_REASONS),
    from: instantField,
    to: instantField.optional().meta({ description: "Left out while it goes on" }),
    words,
  }),
  example: { place: "border", reason: "queue", from: "2026-12-12T04:00:00Z", to: "2026-12-13T04:00:00Z" },
  response: receiptShape,
  refusals: [
    ...["delay_not_running", "delay_inverted", "delay_outside", "delay_in_future", "delay_overlaps", "delay_too_many"],
    "not_permitted",
  ],
  command: reportDelay,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 201,
});

export const postDelayEnd = commandEndpoint({
  name: "endDelay",
  method: "POST",
  path: "/api/v1/orders/{orderId}/delay/{segmentId}/end",
  summary: "A reason that you gave and that went on has ended",
  scope: "orders:write",
  params: ofSegment,
  body: z.strictObject({ to: instantField }),
  example: { to: "2026-12-13T04:00:00Z" },
  response: receiptShape,
  refusals: ["delay_ended", "delay_inverted", "delay_in_future", "not_permitted"],
  command: endDelay,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 200,
});

export const postDelayObjection = commandEndpoint({
  name: "objectToDelay",
  method: "POST",
  path: "/api/v1/orders/{orderId}/delay/{segmentId}/object",
  summary: "Object to a reason that the other side gave; it stays and is shown as contested",
  scope: "orders:write",
  params: ofSegment,
  body: z.strictObject({ words: wordsField }),
  example: { words: "Our papers were there on the 11th" },
  response: receiptShape,
  refusals: ["delay_own", "delay_objected", "delay_ended", "not_permitted"],
  command: objectToDelay,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 200,
});

export const postDelayWithdrawal = commandEndpoint({
  name: "withdrawDelay",
  method: "POST",
  path: "/api/v1/orders/{orderId}/delay/{segmentId}/withdraw",
  summary: "Take a reason back that you gave; it stays on record and counts no more",
  scope: "orders:write",
  params: ofSegment,
  response: receiptShape,
  refusals: ["delay_ended", "not_permitted"],
  command: withdrawDelay,
  toInput: ({ params }) => params,
  status: 200,
});
