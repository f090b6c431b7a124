import { z } from "zod";
import { REQUEST_STATES } from "@/domain/requests/request";
import { SERVICES } from "@/domain/shared/vocabulary";
import { accept, refuse } from "@/domain/shared/result";
import { listShape, paging, pathId, queryEndpoint, queryId } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { idPart, pageOf, readCursor, writeCursor } from "../platform/api/cursor";
import { requestView, listRequests as requestsFor } from "./queries/api-requests";
import { request, requestRow } from "@/views/requests";
import { amendment } from "@/views/amendments";
import { type QuestionsPage, question, questionTime } from "@/views/questions";
import { questionsPage } from "./queries/questions";
import { amendmentsOf } from "./queries/amendments";

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
  response: listShape(requestRow),
  refusals: ["cursor_invalid"],
  async run({ actor, query: { hub, cursor, ...asked } }) {
    const after = readCursor(cursor, z.tuple([idPart]));
    if (!after.ok) return after;
    const question = { ...asked, hubId: hub, afterId: after.value?.[0] ?? null };
    return accept(await requestsFor(platform().database.read, actor, question));
  },
});

export const getRequest = queryEndpoint({
  name: "getRequest",
  path: "/api/v1/requests/{requestId}",
  summary: "One request",
  scope: "requests:read",
  isPublic: true,
  params: z.strictObject({ requestId: pathId }),
  response: request,
  versionOf: ({ version }) => version,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const found = await requestView(database.read, actor, { id: params.requestId, now: clock() });
    return found ? accept(found) : refuse("not_found");
  },
});

const questionList = listShape(question, questionTime);

function questionsAfter({ questions, endsAt, isOpen }: QuestionsPage, afterId: string | undefined, limit: number) {
  const start = afterId === undefined ? 0 : questions.findIndex(({ id }) => id === afterId) + 1;
  return {
    ...pageOf(questions.slice(start, start + limit + 1), limit, ({ id }) => writeCursor(id)),
    ...{ endsAt, isOpen },
  };
}

export const listQuestions = queryEndpoint({
  name: "listQuestions",
  path: "/api/v1/requests/{requestId}/questions",
  summary: "Questions and answers of a request",
  description:
    "The buyer reads all; everybody else what is answered, and its own. The buyer's come as they were asked, others' as they were answered.",
  scope: "requests:read",
  params: z.strictObject({ requestId: pathId }),
  query: z.strictObject(paging),
  response: questionList,
  refusals: ["cursor_invalid"],
  async run({ actor, params, query }) {
    const after = readCursor(query.cursor, z.tuple([idPart]));
    if (!after.ok) return after;
    const { database, clock } = platform();
    const page = await questionsPage(database.read, actor, { ...params, now: clock() });
    return page ? accept(questionsAfter(page, after.value?.[0], query.limit)) : refuse("not_found");
  },
});

export const listAmendments = queryEndpoint({
  name: "listAmendments",
  path: "/api/v1/requests/{requestId}/amendments",
  summary: "How a request was amended since it was published, the latest first",
  scope: "requests:read",
  isPublic: true,
  params: z.strictObject({ requestId: pathId }),
  response: listShape(amendment),
  async run({ actor, params }) {
    const found = await amendmentsOf(platform().database.read, actor, params.requestId);
    return found ? accept({ items: found, nextCursor: null }) : refuse("not_found");
  },
});
