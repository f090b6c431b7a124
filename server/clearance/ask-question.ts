import { z } from "zod";
import { declarationQuestionsOf, insertDeclarationQuestion } from "../../db/repositories/declarations";
import { ANSWERERS } from "../../domain/clearance/declaration-task";
import { instantField } from "../../domain/shared/wire-fields";
import { type Refusal, type Result, refuse } from "../../domain/shared/result";
import { type DeclarationReceipt, type MoveRefusal, loadDeclaration, moveDeclaration } from "./move-declaration";
import { command } from "../platform/command";
import type { LoadRefusal } from "../orders/load-order";
import { ACT_REFUSALS, actFields, transitionHttp, ofDeclaration, wordsField } from "./declaration-fields";

const input = z.strictObject({
  ...ofDeclaration,
  question: wordsField,
  answersBy: z.enum(ANSWERERS, "unknown_choice"),
  answerBy: instantField.optional().meta({ description: "Until when the customs wait" }),
  ...actFields,
});

/** The customs have asked something; it says who answers, and by when. */
export const askQuestion = command({
  name: "clearance.ask-question",
  action: "declaration.change",
  input,
  http: {
    ...transitionHttp,
    operation: "askCustomsQuestion",
    path: "/declarations/{declarationId}/questions",
    summary: "The customs have asked something: who answers it, and by when",
    example: {
      ...{ question: "Which power has the inverter?", answersBy: "buyer", answerBy: "2026-11-26T09:00:00Z" },
      occurredAt: "2026-11-24T10:00:00Z",
    },
    refusals: [...ACT_REFUSALS, "answer_before_question"],
  },
  async run(
    context,
    { declarationId, version, question, answersBy, answerBy = null, occurredAt, fileIds },
  ): Promise<Result<DeclarationReceipt, LoadRefusal | MoveRefusal | Refusal<"answer_before_question">>> {
    const { tx, actor } = context;
    const loaded = await loadDeclaration(tx, actor, { declarationId, version, action: "declaration.change" });
    if (!loaded.ok) return loaded;
    if (answerBy !== null && answerBy <= occurredAt) return refuse("answer_before_question");
    const moved = await moveDeclaration(context, loaded.value, {
      ...{ event: "question", occurredAt, isAct: true, words: question, fileIds },
      asks: { answersBy, answerBy },
    });
    if (!moved.ok) return moved;
    const before = await declarationQuestionsOf(tx, [declarationId]);
    await insertDeclarationQuestion(tx, {
      ...{ declarationId, number: before.length + 1, question, answersBy, answerBy, askedAt: occurredAt, fileIds },
    });
    return moved;
  },
});
