"use server";

import { z } from "zod";
import { confirmCheck, sendBackCheck } from "@/server/accounts/checks/decide-check";
import { proposeDecline, questionCase, takeCase } from "@/server/accounts/checks/handle-case";
import { formAction } from "@/server/platform/form/form-action";

const caseId = z.string().default("");
const text = z.string().optional();

const back = ({ caseId: id }: { readonly caseId: string }) => ({ goTo: `/admin/checks/${id}` });

export const takeCaseAction = formAction({ command: takeCase, form: z.object({ caseId }), then: back });

export const questionCaseAction = formAction({
  command: questionCase,
  form: z.object({ caseId, words: text }),
  then: back,
});

export const proposeDeclineAction = formAction({
  command: proposeDecline,
  form: z.object({ caseId, reason: text }),
  then: back,
});

export const confirmCheckAction = formAction({ command: confirmCheck, form: z.object({ caseId }), then: back });

export const sendBackCheckAction = formAction({
  command: sendBackCheck,
  form: z.object({ caseId, reason: text }),
  then: back,
});
