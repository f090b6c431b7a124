"use server";

import { z } from "zod";
import { documentForm } from "@/domain/documents/form/read-document-form";
import { enterDocument } from "@/server/commands/documents/enter-document";
import { reviseDocument } from "@/server/commands/documents/revise-document";
import { withdrawDocument } from "@/server/commands/documents/withdraw-document";
import { formAction } from "@/server/platform/form/form-action";

const toPapers = ({ dealId }: { readonly dealId: string }) => ({ goTo: `/deals/${dealId}/documents` });

const fieldOf = ({ code }: { readonly code: string }) => (code === "document_exists" ? "number" : null);

export const enterAction = formAction({
  command: enterDocument,
  form: documentForm.transform(({ documentId: _, version: __, ...entry }) => entry),
  fieldOf,
  then: toPapers,
});

export const reviseAction = formAction({
  command: reviseDocument,
  form: documentForm.transform(({ dealId: _, ...entry }) => entry),
  fieldOf,
  then: toPapers,
});

export const withdrawAction = formAction({
  command: withdrawDocument,
  form: z.object({ documentId: z.string(), version: z.coerce.number().optional() }),
  then: toPapers,
});
