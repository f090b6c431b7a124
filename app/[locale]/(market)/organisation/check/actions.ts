"use server";

import { z } from "zod";
import { answerCheck, askCheck, withdrawCheck } from "@/server/accounts/checks/ask-check";
import { addPaper, removePaper } from "@/server/accounts/checks/papers";
import { formAction } from "@/server/platform/form/form-action";

const text = z.string().optional();

const toCheck = () => ({ goTo: "/organisation/check#check" });
const toPapers = () => ({ goTo: "/organisation/check#papers" });

export const askCheckAction = formAction({ command: askCheck, form: z.object({}), then: toCheck });

export const withdrawCheckAction = formAction({ command: withdrawCheck, form: z.object({}), then: toCheck });

export const answerCheckAction = formAction({
  command: answerCheck,
  form: z.object({ words: text }),
  then: () => ({ goTo: "/organisation/check#talk" }),
});

/** Which field of a paper each rule is about. */
const FIELD_OF: Readonly<Record<string, string>> = {
  paper_of_other_country: "kind",
  paper_number: "number",
  paper_number_differs: "number",
  paper_issued_later: "issuedOn",
  paper_ended: "expiresOn",
  file_unknown: "fileId",
};

export const addPaperAction = formAction({
  command: addPaper,
  // An empty field is not sent, and a paper without an end has none.
  form: z.object({
    kind: text,
    number: text,
    issuer: text,
    issuedOn: text,
    expiresOn: z
      .string()
      .optional()
      .transform((day) => day ?? null),
    fileId: text,
  }),
  fieldOf: ({ code }) => FIELD_OF[code] ?? null,
  then: toPapers,
});

export const removePaperAction = formAction({
  command: removePaper,
  form: z.object({ paperId: z.string().default("") }),
  then: toPapers,
});
