import type { AmendedSince, BidFormState } from "@/domain/bidding/bid-form";
import { isService } from "@/domain/shared/service";
import { answer, wordRefusal } from "@/server/platform/form/form-action";
import { currentActor } from "@/server/platform/identity/session";
import { platform } from "@/server/platform/platform";
import { amendmentsOf } from "@/server/requests/queries/amendments";
import { wordChangesFor } from "../amend/word-changes-for";

/** The amendments that came after the one for which the form was typed, oldest first, in the reader's words. */
async function amendedSince(data: FormData): Promise<readonly AmendedSince[]> {
  const [service, seen] = [String(data.get("service")), Number(data.get("amendment"))];
  const amendments = await amendmentsOf(platform().database.read, await currentActor(), String(data.get("requestId")));
  const since = (amendments ?? []).filter(({ number }) => number > seen).toReversed();
  if (since.length === 0 || !isService(service)) return [];
  const worded = await wordChangesFor({ service, zone: String(data.get("zone")) });
  return since.map(({ number, reason, changes, times }) => ({ number, reason, changes: worded(changes ?? times) }));
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
