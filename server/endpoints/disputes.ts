import { z } from "zod";
import { DISPUTE_CODES } from "../../domain/disputes/dispute";
import { disputeWords, endingSchema, ENTRY_FILES_MAX } from "../../domain/disputes/dispute-schema";
import { accept, refuse } from "../../domain/shared/result";
import { decideDispute } from "../commands/disputes/decide-dispute";
import { escalateDispute } from "../commands/disputes/escalate-dispute";
import { openDispute } from "../commands/disputes/open-dispute";
import { takeOffer } from "../commands/disputes/take-offer";
import { writeEntry } from "../commands/disputes/write-entry";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { escalatedDisputes, orderDisputes } from "../queries/disputes";
import { disputeShape, writeDispute } from "./shapes/order-rooms/dispute";
import { idText, pathId } from "./shapes/fields";

const ofOrder = z.strictObject({ orderId: pathId });
const ofDispute = z.strictObject({ disputeId: pathId });
const receipt = z.strictObject({ id: idText, orderId: idText });
const ENDING = ["share_not_of_outcome", "effect_not_possible", "no_visit_left", "wrong_state", "not_permitted"];

export const listOrderDisputes = queryEndpoint({
  name: "listOrderDisputes",
  path: "/api/v1/orders/{orderId}/disputes",
  summary: "The disputes about an order, to its two parties",
  scope: "orders:read",
  params: ofOrder,
  response: z.strictObject({ items: z.array(disputeShape) }),
  async run({ actor, params }) {
    const { database, clock } = platform();
    const found = await orderDisputes(database.read, actor, { orderId: params.orderId, now: clock() });
    return found ? accept({ items: found.disputes.map(writeDispute) }) : refuse("not_found");
  },
});

export const listDisputes = queryEndpoint({
  name: "listDisputes",
  path: "/api/v1/disputes",
  summary: "Disputes that were taken to the market, to its administrators",
  scope: "admin:read",
  response: z.strictObject({ items: z.array(disputeShape) }),
  refusals: ["not_permitted"],
  async run({ actor }) {
    const found = await escalatedDisputes(platform().database.read, actor);
    return found ? accept({ items: found.map(writeDispute) }) : refuse("not_permitted");
  },
});

export const postDispute = commandEndpoint({
  name: "openDispute",
  method: "POST",
  path: "/api/v1/orders/{orderId}/disputes",
  summary: "A party takes the order into dispute: its steps stop until that has ended",
  scope: "orders:write",
  params: ofOrder,
  body: z.strictObject({ code: z.enum(DISPUTE_CODES), words: disputeWords }),
  example: { code: "damaged", words: "Twelve cartons are wet" },
  response: receipt,
  refusals: ["wrong_state", "dispute_running", "not_permitted"],
  command: openDispute,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 201,
});

export const postEntry = commandEndpoint({
  name: "writeDisputeEntry",
  method: "POST",
  path: "/api/v1/disputes/{disputeId}/entries",
  summary: "Say something in a dispute, point to files of the order, or offer an end",
  description:
    "Once the time for evidence is over, an offer without files is still taken until the dispute is decided, and nothing else.",
  scope: "orders:write",
  params: ofDispute,
  body: z.strictObject({
    words: disputeWords,
    fileIds: z.array(z.string().max(64)).max(ENTRY_FILES_MAX).optional(),
    offer: endingSchema.optional(),
  }),
  example: { words: "Half each", offer: { outcome: "split", shareBps: 5_000, effect: "goes_on" } },
  response: receipt,
  refusals: [...ENDING, "evidence_over", "file_unknown"],
  command: writeEntry,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 201,
});

export const postTakeOffer = commandEndpoint({
  name: "takeDisputeOffer",
  method: "POST",
  path: "/api/v1/disputes/{disputeId}/take-offer",
  summary: "Take the other party's standing offer, which ends the dispute",
  scope: "orders:write",
  params: ofDispute,
  body: z.strictObject({ seq: z.int().min(1) }),
  example: { seq: 1 },
  response: receipt,
  refusals: [...ENDING, "own_offer", "no_offer"],
  command: takeOffer,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 200,
});

export const postEscalate = commandEndpoint({
  name: "escalateDispute",
  method: "POST",
  path: "/api/v1/disputes/{disputeId}/escalate",
  summary: "Take a dispute to the market, from its fourth day on",
  scope: "orders:write",
  params: ofDispute,
  response: receipt,
  refusals: ["talk_first", "wrong_state", "not_permitted"],
  command: escalateDispute,
  toInput: ({ params }) => params,
  status: 200,
});

export const postDecision = commandEndpoint({
  name: "decideDispute",
  method: "POST",
  path: "/api/v1/disputes/{disputeId}/decide",
  summary: "Decide a dispute once the time for evidence is over",
  scope: "admin:write",
  params: ofDispute,
  body: endingSchema.extend({ words: disputeWords }),
  example: { outcome: "split", shareBps: 5_000, effect: "goes_on", words: "Both have a part in it" },
  response: receipt,
  refusals: [...ENDING, "evidence_open", "own_dispute"],
  command: decideDispute,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 200,
});
