"use server";

import { z } from "zod";
import { flattenFields } from "@/domain/deals/posting/draft-fields";
import { SPEC_PREFIX } from "@/domain/requests/posting-issue";
import { readAgainForm } from "@/domain/requests/retender-form";
import { editRows } from "@/domain/services/form-field";
import { kindOf } from "@/domain/services/registry";
import { type FormState, valueOf } from "@/domain/shared/form-state";
import { toIso } from "@/domain/shared/time";
import { accept, refuse } from "@/domain/shared/result";
import { askableAgain, checkAgain } from "@/server/requests/plan-amendment";
import { askAgain } from "@/server/requests/create-request";
import { answer, formAction, valuesOfForm, wordRefusal } from "@/server/platform/form/form-action";
import { steppedAction } from "@/server/platform/form/stepped-action";
import { currentActor } from "@/server/platform/identity/session";
import { platform } from "@/server/platform/platform";
import { wordPostingIssues } from "@/server/deals/posting-issue-words";

const FIELD_OF: Readonly<Record<string, string>> = {
  closes_too_soon: "closesAt",
  decides_before_close: "decideBy",
  window_too_long: "decideBy",
  nobody_invited: "invited",
  provider_unknown: "invited",
};

const asked = async (requestId: string) => askableAgain(platform().database.read, await currentActor(), requestId);

const send = formAction({
  command: askAgain,
  form: z.looseObject({}).transform(flattenFields),
  async prepare(values) {
    const request = await asked(valueOf(values, "requestId"));
    if (!request) return refuse("not_found");
    const { spec, closesAt, decideBy, visibility, invitedIds } = readAgainForm(request, values);
    const times = { closesAt: closesAt && toIso(closesAt), decideBy: decideBy && toIso(decideBy) };
    const version = Number(valueOf(values, "seen"));
    const input = { requestId: request.id, version, spec, visibility, invitedIds, ...times };
    return accept({ input, kept: undefined });
  },
  fieldOf: ({ code }) => FIELD_OF[code] ?? null,
  then: ({ id }) => ({ goTo: `/requests/${id}` }),
});

/** What the form's own buttons answer, and what is to be mended; null where the request may be asked again as it is typed. */
async function answerAgain(data: FormData): Promise<FormState | null> {
  const sent = valuesOfForm(data);
  const request = await asked(valueOf(sent, "requestId"));
  if (!request) return answer(data, { formErrors: [await wordRefusal(refuse("not_found").refusal, "requests")] });
  const fields = kindOf(request.service).specForm;
  const rowed = editRows(String(data.get("intent") ?? ""), sent, { fields, prefix: SPEC_PREFIX });
  if (rowed) return { ...answer(data, {}), values: rowed };
  const { database, clock } = platform();
  const { issues } = await checkAgain(database.read, request, { values: flattenFields(sent), now: clock() });
  if (issues.length === 0) return null;
  const { [SPEC_PREFIX]: whole, ...fieldErrors } = await wordPostingIssues(issues);
  return answer(data, { fieldErrors, formErrors: whole ? [whole] : [] });
}

/** The form's buttons change it and keep nothing; "send" asks again. */
export const askAgainAction = steppedAction<FormState>("requests.ask-again", answerAgain, send);
