"use server";

import { lateFieldOf } from "@/domain/orders/late-fields";
import type { Refusal } from "@/domain/shared/result";
import { answerQuestion, askQuestion } from "@/server/clearance/questions";
import { approveDraft, sendBackDraft } from "@/server/clearance/review-draft";
import { assessDuties, fileDeclaration, payDuties, recordAct } from "@/server/clearance/acts";
import { draftDeclaration, reviseDeclaration } from "@/server/clearance/draft-declaration";
import { formAction } from "@/server/platform/form/form-action";
import { actForm, assessForm, draftForm, plainForm, reviseForm } from "./clearance-forms";

const FIELD_OF: Readonly<Record<string, string>> = {
  occurred_in_future: "occurredAt",
  occurred_out_of_order: "occurredAt",
  early_without_reason: "earlyReason",
  declaration_number_malformed: "number",
  declaration_number_used: "number",
  customs_office_unknown: "isConfirmed",
  declared_above_cargo: "isConfirmed",
  goods_undeclared: "isConfirmed",
  declared_unit_odd: "isUnitConfirmed",
  answer_before_question: "answerBy",
  reason_required: "words",
  country_needed: "country",
  country_not_passed: "country",
  currency_not_of_declaration: "currency",
  file_unknown: "fileIds",
  too_many_files: "fileIds",
};

const fieldOf = (refusal: Refusal) => lateFieldOf(refusal) ?? FIELD_OF[refusal.code] ?? null;

/** Of a line. */
const PART_OF: Readonly<Record<string, string>> = { hs_code_malformed: "hsCode", net_above_gross: "net" };

/** A code or a weight that is wrong stands at its line; the form may leave lines of the cargo out. */
function fieldOfDraft(refusal: Refusal, data: FormData): string | null {
  const part = PART_OF[refusal.code];
  if (part === undefined) return fieldOf(refusal);
  const hidden = [...data].find(([name, value]) => name.endsWith("].line") && value === String(refusal.details?.line));
  return hidden ? hidden[0].replace(/line$/, part) : null;
}

const then = ({ orderId }: { readonly orderId: string }) => ({ goTo: `/orders/${orderId}#clearance` });

export const draftAction = formAction({ command: draftDeclaration, form: draftForm, fieldOf: fieldOfDraft, then });

export const reviseAction = formAction({ command: reviseDeclaration, form: reviseForm, fieldOf: fieldOfDraft, then });

export const approveAction = formAction({ command: approveDraft, form: plainForm([]), then });

export const sendBackAction = formAction({ command: sendBackDraft, form: plainForm(["words"]), then });

export const fileAction = formAction({
  command: fileDeclaration,
  form: actForm(["number", "isConfirmed", "lateReason", "lateWords"]),
  fieldOf,
  then,
});

export const askAction = formAction({
  command: askQuestion,
  form: actForm(["question", "answersBy", "answerBy", "earlyReason"]),
  fieldOf,
  then,
});

export const answerAction = formAction({
  command: answerQuestion,
  form: plainForm(["answer", "fileIds"]),
  fieldOf,
  then,
});

export const assessAction = formAction({ command: assessDuties, form: assessForm, fieldOf, then });

export const payAction = formAction({ command: payDuties, form: actForm(["receipt"]), fieldOf, then });

export const actAction = formAction({
  command: recordAct,
  form: actForm(["act", "words", "earlyReason", "lateReason", "lateWords"]),
  fieldOf,
  then,
});
