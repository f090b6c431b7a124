import { z } from "zod";
import { declarationQuestionsOf, insertDeclarationQuestion, saveAnswer } from "../../db/repositories/declarations";
import { ANSWERERS } from "../../domain/clearance/declaration";
import { instantField } from "../../domain/shared/wire-fields";
import { type Refusal, refuse, type Result } from "../../domain/shared/result";
import {
  type DeclarationReceipt,
  loadDeclaration,
  moveDeclaration,
  type MoveRefusal,
  lockDealOfDeclaration,
} from "./move-declaration";
import { command } from "../platform/command";
import type { LoadRefusal } from "../orders/load-order";
import {
  ACT_REFUSALS,
  actFields,
  earlyReasonField,
  fileIdsField,
  ofDeclaration,
  TRANSITION_REFUSALS,
  transitionHttp,
  wordsField,
} from "./declaration-fields";

const askQuestionInput = z.strictObject({
  ...ofDeclaration,
  question: wordsField,
  answersBy: z.enum(ANSWERERS, "unknown_choice"),
  answerBy: instantField.optional().meta({ description: "Until when the customs wait" }),
  ...actFields,
  earlyReason: earlyReasonField,
});

/** The customs have asked something; it says who answers, and by when. */
export const askQuestion = command({
  name: "clearance.ask-question",
  action: "declaration.change",
  input: askQuestionInput,
  http: {
    ...transitionHttp,
    operation: "askCustomsQuestion",
    path: "/declarations/{declarationId}/questions",
    summary: "The customs have asked something: who answers it, and by when",
    example: {
      ...{ question: "Which power has the inverter?", answersBy: "buyer", answerBy: "2026-11-26T09:00:00Z" },
      occurredAt: "2026-11-24T10:00:00Z",
    },
    refusals: [...ACT_REFUSALS, "answer_before_question", "early_without_reason"],
  },
  lock: lockDealOfDeclaration,
  async run(
    context,
    { declarationId, version, question, answersBy, answerBy = null, occurredAt, fileIds, earlyReason },
  ): Promise<Result<DeclarationReceipt, LoadRefusal | MoveRefusal | Refusal<"answer_before_question">>> {
    const { tx, actor } = context;
    const loaded = await loadDeclaration(tx, actor, { declarationId, version, action: "declaration.change" });
    if (!loaded.ok) return loaded;
    if (answerBy !== null && answerBy <= occurredAt) return refuse("answer_before_question");
    const moved = await moveDeclaration(context, loaded.value, {
      ...{ event: "question", occurredAt, isAct: true, words: question, fileIds },
      earlyReason: earlyReason || null,
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

const answerQuestionInput = z.strictObject({ ...ofDeclaration, answer: wordsField, fileIds: fileIdsField });

/** Whom the question names answers it; the provider may for the buyer, since it is the one who speaks with the customs. */
export const answerQuestion = command({
  name: "clearance.answer-question",
  action: "declaration.answer",
  input: answerQuestionInput,
  http: {
    ...transitionHttp,
    operation: "answerCustomsQuestion",
    path: "/declarations/{declarationId}/answer",
    summary: "Whom the open question names answers it; the provider may for the buyer",
    example: { answer: "10 kW, see the data sheet" },
    refusals: [...TRANSITION_REFUSALS, "not_yours_to_answer", "file_unknown"],
  },
  lock: lockDealOfDeclaration,
  async run(
    context,
    { declarationId, version, answer, fileIds },
  ): Promise<Result<DeclarationReceipt, LoadRefusal | MoveRefusal | Refusal<"not_yours_to_answer">>> {
    const { tx, actor, now } = context;
    const loaded = await loadDeclaration(tx, actor, { declarationId, version, action: "declaration.answer" });
    if (!loaded.ok) return loaded;
    const open = (await declarationQuestionsOf(tx, [declarationId])).find(({ answeredAt }) => answeredAt === null);
    const isBuyer = actor.organisationId === loaded.value.order.buyerOrganisationId;
    if (open && isBuyer && open.answersBy !== "buyer") return refuse("not_yours_to_answer");
    const moved = await moveDeclaration(context, loaded.value, {
      ...{ event: "answer", occurredAt: now, isAct: false, words: answer, fileIds },
    });
    if (!moved.ok || !open) return moved;
    const by = { answeredAt: now, answeredByUserId: actor.userId, answerFileIds: fileIds };
    await saveAnswer(tx, { declarationId, number: open.number }, { answer, ...by });
    return moved;
  },
});
