"use server";

import { z } from "zod";
import { answerQuestion } from "@/server/requests/answer-question";
import { askQuestion } from "@/server/requests/ask-question";
import { formAction } from "@/server/platform/form/form-action";

const text = z.string("required");

const toQuestions = ({ requestId }: { readonly requestId: string }) => ({ goTo: `/requests/${requestId}#questions` });

export const askQuestionAction = formAction({
  command: askQuestion,
  form: z.object({ requestId: z.string(), question: text }),
  fieldOf: ({ code }) => (code === "questions_closed" || code === "too_many_questions" ? "question" : null),
  then: toQuestions,
});

export const answerQuestionAction = formAction({
  command: answerQuestion,
  form: z
    .object({ questionId: z.string(), answer: text, isCorrection: z.string().optional() })
    .transform(({ isCorrection, ...rest }) => ({ ...rest, isCorrection: isCorrection === "yes" })),
  fieldOf: () => "answer",
  then: toQuestions,
});
