import { z } from "zod";
import type { QuestionsPage, ShownQuestion } from "../../domain/requests/questions/question-view";
import { accept, refuse } from "../../domain/shared/result";
import { toIso } from "../../domain/shared/instant";
import { answerField, answerQuestion } from "../commands/requests/questions/answer-question";
import { askQuestion, questionField } from "../commands/requests/questions/ask-question";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { idPart, pageOf, readCursor, writeCursor } from "../queries/api/cursor";
import { questionsPage } from "../queries/questions";
import { idText, isoOrNull, listShape, paging, pathId, timeText } from "./shapes/fields";

const ofRequest = z.strictObject({ requestId: pathId });

const questionShape = z
  .strictObject({
    id: idText,
    question: z.string(),
    isOwn: z.boolean().meta({ description: "Known to its asker alone; nobody else is told who asked" }),
    askedAt: timeText.nullable().meta({ description: "To the asker and the buyer" }),
    answers: z
      .array(z.strictObject({ number: z.int(), answer: z.string(), answeredAt: timeText }))
      .meta({ description: "The answer, and after it what corrects it; empty while it waits" }),
  })
  .meta({ id: "Question" });

const writeQuestion = ({ askedAt, answers, ...question }: ShownQuestion) => ({
  ...question,
  askedAt: isoOrNull(askedAt),
  answers: answers.map(({ answeredAt, ...answer }) => ({ ...answer, answeredAt: toIso(answeredAt) })),
});

export const postQuestion = commandEndpoint({
  name: "askQuestion",
  method: "POST",
  path: "/api/v1/requests/{requestId}/questions",
  summary: "Ask the buyer of an open request; nobody is told who asks",
  description: "Whoever may bid may ask, until the end of questions. At most 20 of your questions wait at a time.",
  scope: "bids:write",
  params: ofRequest,
  body: z.strictObject({ question: questionField }),
  example: { question: "Is the loading ramp open on Saturday?" },
  response: z.strictObject({ id: idText, requestId: idText }),
  refusals: [
    "request_not_open",
    "questions_closed",
    "too_many_questions",
    "own_request",
    "no_listing",
    "not_invited",
    "not_checked",
  ],
  command: askQuestion,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  toBody: ({ questionId, requestId }) => ({ id: questionId, requestId }),
  status: 201,
});

const pageShape = listShape(questionShape, {
  endsAt: timeText.meta({ description: "Until when questions may be asked" }),
  isOpen: z.boolean(),
});

function writePage({ questions, endsAt, isOpen }: QuestionsPage, afterId: string | undefined, limit: number) {
  const start = afterId === undefined ? 0 : questions.findIndex(({ id }) => id === afterId) + 1;
  const page = pageOf(questions.slice(start, start + limit + 1), limit, ({ id }) => writeCursor(id));
  return { ...page, items: page.items.map(writeQuestion), endsAt: toIso(endsAt), isOpen };
}

export const listQuestions = queryEndpoint({
  name: "listQuestions",
  path: "/api/v1/requests/{requestId}/questions",
  summary: "Questions and answers of a request",
  description:
    "The buyer reads all; everybody else what is answered, and its own. The buyer's come as they were asked, others' as they were answered.",
  scope: "requests:read",
  params: ofRequest,
  query: z.strictObject(paging),
  response: pageShape,
  refusals: ["cursor_invalid"],
  async run({ actor, params, query }) {
    const after = readCursor(query.cursor, z.tuple([idPart]));
    if (!after.ok) return after;
    const { database, clock } = platform();
    const page = await questionsPage(database.read, actor, { ...params, now: clock() });
    return page ? accept(writePage(page, after.value?.[0], query.limit)) : refuse("not_found");
  },
});

export const postAnswer = commandEndpoint({
  name: "answerQuestion",
  method: "POST",
  path: "/api/v1/questions/{questionId}/answer",
  summary: "Answer a question on your request, or correct the answer beside it",
  description: "Until the close. All who take part are told; all who may read the request read it.",
  scope: "requests:write",
  params: z.strictObject({ questionId: pathId }),
  body: z.strictObject({ answer: answerField, isCorrection: z.boolean().optional() }),
  example: { answer: "Yes, from 8 to 14." },
  response: z.strictObject({ id: idText, requestId: idText, number: z.int() }),
  refusals: ["request_not_open", "already_answered", "not_answered", "too_many_corrections"],
  command: answerQuestion,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  toBody: ({ questionId, requestId, number }) => ({ id: questionId, requestId, number }),
  status: 201,
});
