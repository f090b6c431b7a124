import { z } from "zod";
import { FALLBACKS } from "../../domain/requests/fallback/fallback";
import { REQUEST_STATES } from "../../domain/requests/request";
import { SERVICES } from "../../domain/services/service";
import { askAgain, askAgainSchema } from "../commands/requests/ask-again";
import { CHOICES, chooseFallbackOf } from "../commands/requests/choose-fallback";
import { commandEndpoint } from "../platform/api/endpoint-kinds";
import { idText, pathId } from "./shapes/fields";

const ofRequest = z.strictObject({ requestId: pathId });

export const postFallback = commandEndpoint({
  name: "chooseFallback",
  method: "POST",
  path: "/api/v1/requests/{requestId}/fallback",
  summary: "Nobody was chosen: the buyer does the service itself, or drops it",
  description:
    "Of a request without bids, with all bids rejected, or not decided in time. Gates that wait for what the buyer does itself open by its own statements; those of a service that is dropped are no more. May be changed until the service is asked for again.",
  scope: "awards:write",
  params: ofRequest,
  body: z.strictObject({ choice: z.enum(CHOICES) }),
  example: { choice: "do_it_ourselves" },
  response: z.strictObject({ id: idText, dealId: idText, fallback: z.enum(FALLBACKS) }),
  refusals: ["wrong_state"],
  command: chooseFallbackOf,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  toBody: ({ requestId, dealId, fallback }) => ({ id: requestId, dealId, fallback }),
  status: 200,
});

export const postAgain = commandEndpoint({
  name: "askAgain",
  method: "POST",
  path: "/api/v1/requests/{requestId}/again",
  summary: "Nobody was chosen: ask for the service again, by a request that takes the old one's place",
  description:
    "All that is not said is as the old request had it. It opens for bids at once, and whoever is named is invited.",
  scope: "requests:write",
  params: ofRequest,
  body: askAgainSchema.extend({
    spec: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: "The whole spec anew, as its service has it" }),
  }),
  example: { closesAt: "2026-11-29T10:00:00Z", decideBy: "2026-12-02T10:00:00Z", visibility: "open" },
  response: z.strictObject({
    id: idText,
    reference: z.string(),
    service: z.enum(SERVICES),
    state: z.enum(REQUEST_STATES),
  }),
  refusals: [
    ...["wrong_state", "spec_invalid", "nobody_invited", "provider_unknown"],
    ...["closes_too_soon", "decides_before_close", "window_too_long"],
  ],
  command: askAgain,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  status: 201,
});
