import { index, instant, integer, primaryKey, table, text, uniqueIndex } from "../dialect";
import { organisations, users } from "./accounts";
import { requests } from "./requests";

/**
 * Questions of providers on an open request. Written by who may bid; read by its asker and the buyer, and once it is answered by all who
 * may read the request. Who asked is read for no one: only to count an asker's open questions and to tell it of the answer.
 */
export const requestQuestions = table(
  "request_questions",
  {
    id: text().primaryKey(),
    // Stands in the audit log in place of the id, which all readers of the request see: together they would tell who asked.
    auditId: text().notNull(),
    requestId: text()
      .notNull()
      .references(() => requests.id),
    askerOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    question: text().notNull(),
    askedAt: instant().notNull(),
    // The time of the first answer; null while it is open.
    answeredAt: instant(),
  },
  (question) => [
    uniqueIndex("request_questions_by_audit_id").on(question.auditId),
    index("request_questions_by_request").on(question.requestId, question.askedAt),
    index("request_questions_by_asker").on(question.requestId, question.askerOrganisationId),
  ],
);

/** The buyer's answer, number 1, and its corrections after it: none takes the place of another, and each is shown with its time. */
export const questionAnswers = table(
  "question_answers",
  {
    questionId: text()
      .notNull()
      .references(() => requestQuestions.id),
    number: integer().notNull(),
    answer: text().notNull(),
    answeredByUserId: text().references(() => users.id),
    answeredAt: instant().notNull(),
  },
  (answer) => [primaryKey({ columns: [answer.questionId, answer.number] })],
);
