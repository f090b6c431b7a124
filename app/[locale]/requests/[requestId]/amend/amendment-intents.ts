import { getLocale, getTranslations } from "next-intl/server";
import { placeName } from "@/components/ui/words";
import { type ChangeReader, type WordedChange, wordChanges } from "@/components/requests/amendment-words";
import type { Change } from "@/domain/requests/amendment";
import { MARKET_ZONE } from "@/domain/shared/time";
import { isZone } from "@/domain/shared/zones";
import { platform } from "@/server/platform/platform";
import { amendmentsOf, hubNames } from "@/server/requests/queries/amendments";
import type { AmendedSince, BidFormState } from "@/domain/bidding/bid-form";
import { isService } from "@/domain/shared/vocabulary";
import { answer, valuesOfForm, wordRefusal } from "@/server/platform/form/form-action";
import { currentActor } from "@/server/platform/identity/session";
import { flattenFields } from "@/domain/deals/posting/draft-fields";
import type { AmendCheck, AmendFormState } from "@/domain/requests/amend-form";
import { SPEC_PREFIX } from "@/domain/requests/posting-issue";
import { editRows } from "@/domain/services/form-field";
import { kindOf } from "@/domain/services/registry";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { checkAmendment, type CheckedAmendment } from "@/server/requests/plan-amendment";
import { wordPostingIssues } from "@/server/deals/posting-issue-words";

/** Words changes for this reader, in its language and zone, hubs by their names. */
export async function wordChangesFor(
  of: Pick<ChangeReader, "service" | "zone">,
): Promise<(changes: readonly Change[]) => WordedChange[]> {
  const [locale, t, hubs] = await Promise.all([getLocale(), getTranslations(), hubNames(platform().database.read)]);
  const reader: ChangeReader = {
    service: of.service,
    zone: isZone(of.zone) ? of.zone : MARKET_ZONE,
    locale,
    words: Object.assign((key: string, values?: Record<string, string | number>) => t(key, values), {
      has: (key: string) => t.has(key),
    }),
    hubName: (id) => placeName(hubs(id), locale),
  };
  return (changes) => wordChanges(changes, reader);
}

/** The amendments that came after the one for which the form was typed, oldest first, in the reader's words. */
async function amendedSince(data: FormData): Promise<readonly AmendedSince[]> {
  const [service, seen] = [String(data.get("service")), Number(data.get("amendment"))];
  const amendments = await amendmentsOf(platform().database.read, await currentActor(), String(data.get("requestId")));
  const since = (amendments ?? []).filter(({ number }) => number > seen).toReversed();
  if (since.length === 0 || !isService(service)) return [];
  const worded = await wordChangesFor({ service, zone: String(data.get("zone")) });
  return since.map(({ number, reason, changes }) => ({ number, reason, changes: worded(changes) }));
}

/** The form with what has changed since it was typed; the next time it is sent it answers the request as it stands. */
export async function withAmendments(state: BidFormState, data: FormData): Promise<BidFormState> {
  const since = await amendedSince(data);
  return since.length === 0 ? state : { ...state, since };
}

/** The refusal of a form that was typed before an amendment, with what it changed; null where there was none. */
export async function amendedMeanwhile(data: FormData): Promise<BidFormState | null> {
  const since = await amendedSince(data);
  const latest = since.at(-1);
  if (!latest) return null;
  const words = await wordRefusal({ code: "amended_again", details: { amendment: latest.number } }, "bidding");
  return { ...answer(data, { formErrors: [words] }), since };
}

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
