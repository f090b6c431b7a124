import { z } from "zod";
import { DISQUALIFICATION_STATES } from "../../domain/decide/disqualification";
import { DISQUALIFY_CODES, REJECT_CODES } from "../../domain/decide/reasons";
import { optionalWords, reasonWords } from "../../domain/decide/words-schema";
import { REQUEST_STATES } from "../../domain/requests/request";
import { instantField } from "../../domain/services/wire-fields";
import { toIso } from "../../domain/shared/instant";
import { accept, refuse } from "../../domain/shared/result";
import { disqualifyBid } from "../commands/decide/disqualify-bid";
import { extendDecisionOf } from "../commands/decide/extend-decision";
import { judgeCureOfBid } from "../commands/decide/judge-cure";
import { prolongBid } from "../commands/decide/prolong-bid";
import { rejectBids } from "../commands/decide/reject-bids";
import { sendCureOfBid } from "../commands/decide/send-cure";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { requestPage } from "../queries/bidding";
import { decidePage } from "../queries/decide/decide-page";
import { decisionShape, writeDecision } from "./shapes/decision";
import { idText, isoOrNull, pathId, timeText } from "./shapes/fields";

const ofRequest = z.strictObject({ requestId: pathId });
const ofBid = z.strictObject({ bidId: pathId });
const words = reasonWords.meta({ description: "Without contacts" });
const DECIDING = ["request_not_closed", "request_not_opened", "wrong_state", "decision_overdue"];

const cureShape = z.strictObject({ bidId: idText, state: z.enum(DISQUALIFICATION_STATES) });
const cureOf = ({ bidId, state }: z.output<typeof cureShape>) => ({ bidId, state });

export const getDecision = queryEndpoint({
  name: "getDecision",
  path: "/api/v1/requests/{requestId}/decision",
  summary: "What belongs to the decision on a request, as far as the key may know of it",
  scope: "requests:read",
  params: ofRequest,
  response: decisionShape,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const now = clock();
    const request = await requestPage(database.read, actor, { id: params.requestId, now });
    if (!request) return refuse("not_found");
    return accept(writeDecision(request.id, await decidePage(database.read, { request, viewer: actor, now })));
  },
});

export const postDisqualify = commandEndpoint({
  name: "disqualifyBid",
  method: "POST",
  path: "/api/v1/bids/{bidId}/disqualify",
  summary: "Put an opened bid out: at once, or where papers are missing unless they are mended in time",
  scope: "awards:write",
  params: ofBid,
  body: z.strictObject({ code: z.enum(DISQUALIFY_CODES), words }),
  example: { code: "document_missing", words: "The licence copy is missing" },
  response: cureShape.extend({ cureEndsAt: timeText.nullable() }),
  refusals: [...DECIDING, "bid_not_standing", "cure_running", "reason_used", "cure_beyond_decision"],
  command: disqualifyBid,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  toBody: ({ cureEndsAt, ...output }) => ({ ...cureOf(output), cureEndsAt: isoOrNull(cureEndsAt) }),
  status: 200,
});

export const postCure = commandEndpoint({
  name: "sendCure",
  method: "POST",
  path: "/api/v1/bids/{bidId}/cure",
  summary: "Send what mends your bid, once, with the files of subject `cure` that lie beside the request",
  scope: "bids:write",
  params: ofBid,
  body: z.strictObject({ words }),
  example: { words: "The licence copy lies beside this" },
  response: cureShape,
  refusals: ["nothing_to_mend", "cure_over", "wrong_state"],
  command: sendCureOfBid,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  toBody: cureOf,
  status: 200,
});

export const postJudgeCure = commandEndpoint({
  name: "judgeCure",
  method: "POST",
  path: "/api/v1/bids/{bidId}/judge-cure",
  summary: "Take what a bidder has mended, or refuse it with the reason",
  scope: "awards:write",
  params: ofBid,
  body: z.strictObject({
    isAccepted: z.boolean(),
    words: optionalWords.meta({ description: "Needed where it is refused" }),
  }),
  example: { isAccepted: true },
  response: cureShape,
  refusals: ["nothing_to_mend", "cure_over", "wrong_state"],
  command: judgeCureOfBid,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  toBody: cureOf,
  status: 200,
});

export const postProlong = commandEndpoint({
  name: "prolongBid",
  method: "POST",
  path: "/api/v1/bids/{bidId}/prolong",
  summary: "Hold your opened bid for longer; nothing else of it changes",
  scope: "bids:write",
  params: ofBid,
  body: z.strictObject({ validUntil: instantField }),
  example: { validUntil: "2027-03-01T08:00:00Z" },
  response: z.strictObject({ id: idText, version: z.int(), receipt: z.string() }),
  refusals: [...DECIDING, "bid_not_standing", "not_longer", "window_too_long"],
  command: prolongBid,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, ifVersion: version }),
  toBody: ({ id, version, receipt }) => ({ id, version, receipt }),
  versionOf: (output) => output.version,
  status: 200,
});

export const postReject = commandEndpoint({
  name: "rejectBids",
  method: "POST",
  path: "/api/v1/requests/{requestId}/reject",
  summary: "Take none of the bids, with the reason; it ends the request",
  scope: "awards:write",
  params: ofRequest,
  body: z.strictObject({ code: z.enum(REJECT_CODES), words }),
  example: { code: "over_budget", words: "Above what the goods bear" },
  response: z.strictObject({ id: idText, state: z.enum(REQUEST_STATES) }),
  refusals: DECIDING,
  command: rejectBids,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  toBody: ({ requestId, state }) => ({ id: requestId, state }),
  status: 200,
});

export const postExtendDecision = commandEndpoint({
  name: "extendDecision",
  method: "POST",
  path: "/api/v1/requests/{requestId}/extend-decision",
  summary: "Move the time to decide, as often as the market's rule allows",
  scope: "awards:write",
  params: ofRequest,
  body: z.strictObject({ decideBy: instantField, words }),
  example: { decideBy: "2027-03-01T08:00:00Z", words: "Our engineer is ill" },
  response: z.strictObject({ id: idText, decideBy: timeText, extensionsLeft: z.int() }),
  refusals: ["wrong_state", "decision_overdue", "extensions_used", "decides_earlier", "window_too_long"],
  command: extendDecisionOf,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  toBody: ({ requestId, decideBy, extensionsLeft }) => ({ id: requestId, decideBy: toIso(decideBy), extensionsLeft }),
  status: 200,
});
