import { z } from "zod";
import { CANCEL_CODES } from "../../domain/decide/reasons";
import { biddingChangeSchema } from "../../domain/requests/posting/bidding-schema";
import { reasonWords } from "../../domain/decide/words-schema";
import { amendReason } from "../../domain/requests/amend/reason";
import { REQUEST_STATES } from "../../domain/requests/request";
import { SERVICES } from "../../domain/services/service";
import { accept, refuse } from "../../domain/shared/result";
import { cancelRequest } from "../commands/requests/cancel-request";
import { changeRequest } from "../commands/requests/change-request";
import { closeRequest } from "../commands/requests/close-request";
import { createRequest, newRequestSchema } from "../commands/requests/create-request";
import { openRequest } from "../commands/requests/open-request";
import { publishRequest } from "../commands/requests/publish-request";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { idPart, readCursor } from "../queries/api/cursor";
import { listRequests as requestsFor, requestView } from "../queries/api/requests";
import { REQUEST_BODY } from "./examples";
import { idText, listShape, paging, pathId, queryId } from "./shapes/fields";
import { requestRowShape, requestShape, writeRequest, writeRequestRow } from "./shapes/request";

const ofRequest = z.strictObject({ requestId: pathId });

const stateShape = z.strictObject({ id: idText, state: z.enum(REQUEST_STATES) });

const stateOf = ({ requestId, state }: { requestId: string; state: (typeof REQUEST_STATES)[number] }) => ({
  id: requestId,
  state,
});

export const postRequest = commandEndpoint({
  name: "createRequest",
  method: "POST",
  path: "/api/v1/requests",
  summary: "Ask for one service of a deal, as a draft or published at once",
  description:
    "A deal asks for each service once. The least time that a request stays open is a dated rule of the market.",
  scope: "requests:write",
  body: newRequestSchema,
  example: REQUEST_BODY,
  response: z.strictObject({
    id: idText,
    reference: z.string(),
    service: z.enum(SERVICES),
    state: z.enum(REQUEST_STATES),
  }),
  refusals: [
    "service_requested_already",
    "spec_invalid",
    "mode_not_offered",
    "opening_without_seal",
    "feedback_of_sealed",
    "questions_end_after_close",
    "nobody_invited",
    "provider_unknown",
    "closes_too_soon",
    "decides_before_close",
    "window_too_long",
  ],
  command: createRequest,
  toInput: ({ body }) => body,
  status: 201,
});

export const listRequests = queryEndpoint({
  name: "listRequests",
  path: "/api/v1/requests",
  summary: "Requests, the newest first",
  description:
    "Without a key those open to all, without names and specs; with one your own and those you are invited to as well.",
  scope: "requests:read",
  isPublic: true,
  query: z.strictObject({
    service: z.enum(SERVICES).optional(),
    hub: queryId.optional().meta({ description: "A hub's id" }),
    state: z.enum(REQUEST_STATES).optional(),
    q: z.string().max(200).optional().meta({ description: "Words of goods, places, hub and number" }),
    ...paging,
  }),
  response: listShape(requestRowShape),
  refusals: ["cursor_invalid"],
  async run({ actor, query: { hub, cursor, ...asked } }) {
    const after = readCursor(cursor, z.tuple([idPart]));
    if (!after.ok) return after;
    const question = { ...asked, hubId: hub, afterId: after.value?.[0] ?? null };
    const page = await requestsFor(platform().database.read, actor, question);
    return accept({ ...page, items: page.items.map(writeRequestRow) });
  },
});

export const getRequest = queryEndpoint({
  name: "getRequest",
  path: "/api/v1/requests/{requestId}",
  summary: "One request",
  scope: "requests:read",
  isPublic: true,
  params: ofRequest,
  response: requestShape,
  versionOf: (request) => request.version,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const request = await requestView(database.read, actor, { id: params.requestId, now: clock() });
    return request ? accept(writeRequest(request)) : refuse("not_found");
  },
});

export const patchRequest = commandEndpoint({
  name: "changeRequest",
  method: "PATCH",
  path: "/api/v1/requests/{requestId}",
  summary: "Change a draft, or amend an open request: its spec, a later close, a later time to decide",
  description:
    "An amendment is numbered and told to all. Bids that stood go stale and are out unless their bidders confirm or revise them before the close; where only times move, those stay whose validity reaches the new time to decide. A late amendment moves the close by rules of the market.",
  scope: "requests:write",
  params: ofRequest,
  body: z.strictObject({
    spec: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: "The whole spec anew, as its service has it" }),
    bidding: biddingChangeSchema.optional(),
    reason: amendReason.optional().meta({ description: "Of an amendment, read by all; needed once somebody has bid" }),
  }),
  example: { bidding: { closesAt: "2026-11-29T10:00:00Z" } },
  response: z.strictObject({ id: idText, version: z.int() }),
  refusals: [
    "terms_fixed",
    "nothing_changed",
    "reason_required",
    "closes_earlier",
    "decides_earlier",
    "decides_before_close",
    "window_too_long",
    "wrong_state",
    "spec_invalid",
    "provider_unknown",
  ],
  command: changeRequest,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  versionOf: (output) => output.version,
  status: 200,
});

export const postPublish = commandEndpoint({
  name: "publishRequest",
  method: "POST",
  path: "/api/v1/requests/{requestId}/publish",
  summary: "Open a draft for bids",
  description:
    "Where the market reviews a buyer's first requests, it is `in_review` until an administrator has read it.",
  scope: "requests:write",
  params: ofRequest,
  response: stateShape,
  refusals: ["wrong_state", "closes_too_soon", "decides_before_close", "window_too_long", "questions_end_after_close"],
  command: publishRequest,
  takesIfMatch: true,
  toInput: ({ params, version }) => ({ ...params, version }),
  status: 200,
});

export const postClose = commandEndpoint({
  name: "closeRequest",
  method: "POST",
  path: "/api/v1/requests/{requestId}/close",
  summary: "Close a request: early where that was published or before any bid, otherwise at its time",
  description: "Bids are opened with the close, unless two people open them. Without bids it ends as `no_bids`.",
  scope: "requests:write",
  params: ofRequest,
  response: stateShape,
  refusals: ["not_yet", "bids_to_confirm", "wrong_state"],
  command: closeRequest,
  takesIfMatch: true,
  toInput: ({ params, version }) => ({ ...params, version }),
  toBody: stateOf,
  status: 200,
});

export const postOpen = commandEndpoint({
  name: "openRequest",
  method: "POST",
  path: "/api/v1/requests/{requestId}/open",
  summary: "One of two people's word that the sealed bids may be opened",
  description: "Needs two calls by keys of two different people of the buyer's organisation, after the close.",
  scope: "requests:write",
  params: ofRequest,
  response: stateShape.extend({ approvals: z.int().meta({ description: "Different people who have said so" }) }),
  refusals: ["request_not_closed", "second_person_needed", "wrong_state"],
  command: openRequest,
  takesIfMatch: true,
  toInput: ({ params, version }) => ({ ...params, version }),
  toBody: ({ requestId, state, approvals }) => ({ id: requestId, state, approvals }),
  status: 200,
});

export const postCancel = commandEndpoint({
  name: "cancelRequest",
  method: "POST",
  path: "/api/v1/requests/{requestId}/cancel",
  summary: "Give a request up before its award; its bidders read the reason, and sealed bids stay sealed",
  scope: "requests:write",
  params: ofRequest,
  body: z.strictObject({
    reason: reasonWords,
    code: z.enum(CANCEL_CODES).optional(),
  }),
  example: { reason: "The goods are not ready" },
  response: stateShape,
  refusals: ["wrong_state"],
  command: cancelRequest,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  toBody: stateOf,
  status: 200,
});
