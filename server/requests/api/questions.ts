import { z } from "zod";
import type { QuestionsPage, ShownQuestion } from "@/domain/requests/questions/question-view";
import { accept, refuse } from "@/domain/shared/result";
import { toIso } from "@/domain/shared/instant";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { idPart, pageOf, readCursor, writeCursor } from "../../platform/api/cursor";
import { questionsPage } from "../queries/questions";
import { idText, isoOrNull, listShape, paging, pathId, timeText } from "../../platform/api/fields";

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
  params: z.strictObject({ requestId: pathId }),
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
