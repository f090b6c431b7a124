import { z } from "zod";
import { gatesSchema } from "../../domain/chain/gate-schema";
import { waiverReason } from "../../domain/chain/waiver";
import { accept, refuse } from "../../domain/shared/result";
import { changeGates } from "../commands/chain/change-gates";
import { stateNeed } from "../commands/chain/state-need";
import { waiveGate } from "../commands/chain/waive-gate";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { chainPage } from "../queries/chain";
import { chainShape, writeChain } from "./shapes/order-rooms/chain";
import { idText, pathId } from "./shapes/fields";

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

export const postGates = commandEndpoint({
  name: "changeGates",
  method: "POST",
  path: "/api/v1/deals/{dealId}/gates",
  summary: "The buyer says what waits for what, until the first award",
  description: "The whole list of gates; those that follow from what is asked for stand where none was ever sent.",
  scope: "deals:write",
  params: ofDeal,
  body: z.strictObject({ gates: gatesSchema }),
  example: { gates: [{ need: { kind: "inspection" }, holds: { service: "logistics", code: "picked_up" } }] },
  response: z.strictObject({ dealId: idText, version: z.int() }),
  refusals: [
    ...["chain_fixed", "too_many_gates", "gate_doubled", "gate_of_own_order", "gate_service_missing"],
    ...["gate_step_unknown", "gates_in_circle", "not_permitted"],
  ],
  command: changeGates,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 200,
});

export const postWaiver = commandEndpoint({
  name: "waiveGate",
  method: "POST",
  path: "/api/v1/deals/{dealId}/gates/waive",
  summary: "The buyer opens a gate without what it waits for, with a reason that all behind it are told",
  scope: "orders:write",
  params: ofDeal,
  body: z.strictObject({ gate: z.string().min(1).max(130), reason: waiverReason }),
  example: { gate: "inspection>logistics.picked_up", reason: "Samples were seen at the factory" },
  response: z.strictObject({ dealId: idText }),
  refusals: ["gate_not_of_chain", "gate_not_closed", "not_permitted"],
  command: waiveGate,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 201,
});

export const postStatement = commandEndpoint({
  name: "stateNeed",
  method: "POST",
  path: "/api/v1/deals/{dealId}/gates/state",
  summary: "The buyer states, of a service that it does itself, that what gates wait for has come",
  description: "It opens every gate that waits for it, and is shown to all parties as the buyer's own word.",
  scope: "orders:write",
  params: ofDeal,
  body: z.strictObject({ need: z.string().min(1).max(64) }),
  example: { need: "customs.documents_complete" },
  response: z.strictObject({ dealId: idText }),
  refusals: ["gate_not_of_chain", "gate_not_own", "gate_not_closed", "not_permitted"],
  command: stateNeed,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 201,
});
