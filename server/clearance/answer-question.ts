import { z } from "zod";
import { declarationQuestionsOf, saveAnswer } from "../../db/repositories/declarations";
import { type Refusal, type Result, refuse } from "../../domain/shared/result";
import { type DeclarationReceipt, type MoveRefusal, loadDeclaration, moveDeclaration } from "./move-declaration";
import { command } from "../platform/command";
import type { LoadRefusal } from "../orders/load-order";
import { TRANSITION_REFUSALS, transitionHttp, fileIdsField, ofDeclaration, wordsField } from "./declaration-fields";

const input = z.strictObject({ ...ofDeclaration, answer: wordsField, fileIds: fileIdsField });

/** Whom the question names answers it; the provider may for the buyer, since it is the one who speaks with the customs. */
export const answerQuestion = command({
  name: "clearance.answer-question",
  action: "declaration.answer",
  input,
  http: {
    ...transitionHttp,
    operation: "answerCustomsQuestion",
    path: "/declarations/{declarationId}/answer",
    summary: "Whom the open question names answers it; the provider may for the buyer",
    example: { answer: "10 kW, see the data sheet" },
    refusals: [...TRANSITION_REFUSALS, "not_yours_to_answer", "file_unknown"],
  },
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
