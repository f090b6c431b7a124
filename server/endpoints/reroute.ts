import { z } from "zod";
import { REROUTE_STATES, REROUTE_WORDS_MAX } from "../../domain/reroute/reroute";
import { longText } from "../../domain/services/wire-fields";
import { wireMoneySchema } from "../../domain/shared/money-schema";
import { askReroute } from "../commands/reroute/ask-reroute";
import { endReroute, REROUTE_ANSWERS } from "../commands/reroute/end-reroute";
import { commandEndpoint } from "../platform/api/endpoint-kinds";
import { idText, pathId } from "./shapes/fields";

const ofDeal = z.strictObject({ dealId: pathId });

export const postReroute = commandEndpoint({
  name: "askReroute",
  method: "POST",
  path: "/api/v1/deals/{dealId}/reroutes",
  summary: "Ask the other side of the carriage to go by another hub, by the same mode, before the goods cross",
  scope: "orders:write",
  params: ofDeal,
  body: z.strictObject({
    hubId: z.string().min(1).max(64),
    reason: longText(REROUTE_WORDS_MAX),
    extra: wireMoneySchema
      .nullable()
      .default(null)
      .meta({ description: "What the buyer would pay on top of the contract price, in its currency" }),
  }),
  example: { hubId: "alashankou", reason: "The road at Horgos is closed for three days", extra: null },
  response: z.strictObject({ dealId: idText, number: z.int() }),
  refusals: [
    ...["reroute_no_carriage", "reroute_crossed", "reroute_bids_out", "reroute_running", "reroute_too_many"],
    ...["reroute_same_hub", "reroute_no_way", "reroute_currency", "amount_malformed", "amount_too_large"],
    ...["wrong_state", "not_permitted"],
  ],
  command: askReroute,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 201,
});

export const postRerouteEnd = commandEndpoint({
  name: "endReroute",
  method: "POST",
  path: "/api/v1/deals/{dealId}/reroutes/end",
  summary: "Agree to another hub, decline it with a reason, or take the own question back",
  description: "With the answer yes the deal and its orders go by the new hub, and count there.",
  scope: "orders:write",
  params: ofDeal,
  body: z.strictObject({
    number: z.int().min(1),
    event: z.enum(REROUTE_ANSWERS),
    words: z.string().max(REROUTE_WORDS_MAX).default(""),
  }),
  example: { number: 1, event: "agree", words: "" },
  response: z.strictObject({ dealId: idText, number: z.int(), state: z.enum(REROUTE_STATES) }),
  refusals: [
    ...["reroute_no_carriage", "reroute_crossed", "reroute_bids_out", "reroute_slot_open", "reroute_no_way"],
    ...["reason_required", "wrong_state", "not_permitted"],
  ],
  command: endReroute,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 200,
});
