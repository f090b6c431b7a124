import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { DRAFT_FIELD } from "@/components/bidding/form/bid-field-id";
import { formatTime } from "@/components/ui/time/format-time";
import { bidDraftFields, bidDraftFieldsSchema } from "@/domain/bidding/draft/bid-draft-fields";
import type { FormTree } from "@/domain/bidding/offer/lines/read-line";
import { flattenFields } from "@/domain/deals/posting/flatten-fields";
import { MARKET_ZONE } from "@/domain/shared/local-date";
import type { Refusal } from "@/domain/shared/result";
import type { SavedBidDraft } from "@/server/bidding/save-bid-draft";
import { currentSession } from "@/server/platform/identity/session";

/** Saved by itself, by the button, or in place of what another window has saved. */
const DRAFT_INTENTS = ["autosave", "save-draft", "save-draft-over"];

export const isDraftIntent = (intent: string): boolean => DRAFT_INTENTS.includes(intent);

/** What the form says of the draft that it was drawn from; a form that says nothing of itself is sent without one. */
export const draftSeenOf = (sent: FormTree) =>
  typeof sent.draftWindow === "string" && sent.draftWindow !== ""
    ? { mark: String(sent.draftMark ?? "").slice(0, 80), window: sent.draftWindow.slice(0, 64) }
    : undefined;

/** The bid form as a draft: everything as typed; what cannot be kept is said at its field. */
export const draftForm = z.looseObject({}).transform((sent, context) => {
  const fields = bidDraftFieldsSchema.safeParse(bidDraftFields(flattenFields(sent)));
  if (fields.success) {
    const seen = draftSeenOf(sent) ?? { mark: "", window: "none" };
    return { requestId: String(sent.requestId), fields: fields.data, seen, isOver: sent.intent === "save-draft-over" };
  }
  context.issues.push(...fields.error.issues.map((issue) => ({ ...issue, input: sent }) as z.core.$ZodIssue as never));
  return z.NEVER;
});

/** Said where the form asks whose text is to stay, since both are still there. */
export const fieldOfDraft = ({ code }: Refusal): string | null =>
  code === "draft_changed" || code === "draft_gone" ? DRAFT_FIELD : null;

/** A save is a save of whatever is typed at the time, and never the replay of an earlier one. */
export function withoutKey(data: FormData): FormData {
  const fields = new FormData();
  for (const [name, value] of data) if (name !== "idempotencyKey") fields.append(name, value);
  return fields;
}

async function savedWords({ savedAt, lines, others }: SavedBidDraft): Promise<string> {
  const [t, locale, session] = [await getTranslations("bidding.draft"), await getLocale(), await currentSession()];
  const zone = session?.timeZone ?? MARKET_ZONE;
  return t("saved", { time: formatTime(savedAt, { locale, zone, shape: "time", hasSeconds: true }), lines, others });
}

/** Saved by itself, it is said where it stands; by the button, the page is drawn from what is kept. */
export const afterDraft = async (saved: SavedBidDraft, data: FormData) =>
  data.get("intent") === "autosave"
    ? { notice: await savedWords(saved), isQuiet: true }
    : { goTo: `/requests/${saved.requestId}?draft=${encodeURIComponent(saved.mark)}#bid` };
