import { getTranslations } from "next-intl/server";
import { wordChangesFor } from "./word-changes-for";
import { flattenFields } from "@/domain/deals/posting/flatten-fields";
import { type AmendCheck, type AmendFormState, SPEC_PREFIX } from "@/domain/requests/amend/amend-form";
import { editRows } from "@/domain/services/form/edit-rows";
import { kindOf } from "@/domain/services/registry";
import { isService } from "@/domain/shared/service";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { type CheckedAmendment, checkAmendment } from "@/server/requests/amending/check-amendment";
import { answer, valuesOfForm, wordRefusal } from "@/server/platform/form/form-action";
import { currentActor } from "@/server/platform/identity/session";
import { platform } from "@/server/platform/platform";
import { wordPostingIssues } from "@/server/deals/posting/word-issues";

/** What the amendment means for bids and times, sentence by sentence. */
async function consequencesOf({ request, amended }: CheckedAmendment): Promise<string[]> {
  const t = await getTranslations("requests.amend.consequence");
  if (amended === null) return [t("draft")];
  const count = request.bidCount;
  const ofBids = amended.isSpecChanged ? t("stale", { count }) : t("timesOnly", { count });
  return [t("told"), ...(count > 0 ? [ofBids] : []), ...(amended.isExtended ? [t("extended")] : [])];
}

async function wordCheck(checked: CheckedAmendment, zone: string): Promise<AmendCheck> {
  const { request, changes } = checked;
  const worded = await wordChangesFor({ service: request.service, zone });
  return { changes: worded(changes), consequences: await consequencesOf(checked) };
}

async function checked(data: FormData, values: FormValues): Promise<AmendFormState> {
  const { database, clock } = platform();
  const of = { requestId: valueOf(values, "requestId"), values, now: clock() };
  const found = await checkAmendment(database.read, await currentActor(), of);
  if (!found.ok) return answer(data, { formErrors: [await wordRefusal(found.refusal, "requests")] });
  if ("issues" in found.value) {
    const { [SPEC_PREFIX]: whole, ...fieldErrors } = await wordPostingIssues(found.value.issues);
    return answer(data, { fieldErrors, formErrors: whole ? [whole] : [] });
  }
  return { ...answer(data, {}), check: await wordCheck(found.value, valueOf(values, "zone")) };
}

function editLists(intent: string, values: FormValues): FormValues | null {
  const service = valueOf(values, "service");
  return isService(service)
    ? editRows(intent, values, { fields: kindOf(service).specForm, prefix: SPEC_PREFIX })
    : null;
}

/** What the form's own buttons answer; null where the amendment is to be sent, which it is only as it was checked. */
export async function answerAmendIntent(data: FormData): Promise<AmendFormState | null> {
  const intent = String(data.get("intent") ?? "check");
  const sent = valuesOfForm(data);
  const rowed = editLists(intent, sent);
  if (rowed) return { ...answer(data, {}), values: rowed };
  if (intent === "edit") return answer(data, {});
  const values = flattenFields(sent);
  const state = await checked(data, values);
  return intent === "send" && state.check ? null : state;
}
