"use server";

import { z } from "zod";
import { editLines } from "@/domain/documents/document-line-rows";
import { documentForm } from "@/domain/documents/document-form";
import type { FormState } from "@/domain/shared/form-state";
import { enterDocument, reviseDocument, withdrawDocument } from "@/server/documents/enter-document";
import { answer, formAction, valuesOfForm } from "@/server/platform/form/form-action";
import { steppedAction } from "@/server/platform/form/stepped-action";

const toPapers = ({ dealId }: { readonly dealId: string }) => ({ goTo: `/deals/${dealId}/documents` });

const OF_NUMBER = ["document_exists", "declaration_number_malformed"];
const fieldOf = ({ code }: { readonly code: string }) => (OF_NUMBER.includes(code) ? "number" : null);

/** A line more or one fewer changes the form and keeps nothing. */
function lineEdit(data: FormData): FormState | null {
  const values = editLines(String(data.get("intent") ?? ""), valuesOfForm(data));
  return values && { ...answer(data, {}), values };
}

const enter = formAction({
  command: enterDocument,
  form: documentForm.transform(({ documentId: _, version: __, ...entry }) => entry),
  fieldOf,
  then: toPapers,
});

const revise = formAction({
  command: reviseDocument,
  form: documentForm.transform(({ dealId: _, ...entry }) => entry),
  fieldOf,
  then: toPapers,
});

export const enterAction = steppedAction<FormState>("documents.edit-lines", lineEdit, enter);

export const reviseAction = steppedAction<FormState>("documents.edit-lines", lineEdit, revise);

export const withdrawAction = formAction({
  command: withdrawDocument,
  form: z.object({ documentId: z.string(), version: z.coerce.number().optional() }),
  then: toPapers,
});
