import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { DRAFT_FIELD } from "@/components/bidding/bid-fields";
import { formatTime } from "@/components/ui/time/format-time";
import { bidDraftFields, bidDraftFieldsSchema } from "@/domain/bidding/bid-draft";
import type { FormTree } from "@/domain/bidding/offer/charge-lines-form";
import { flattenFields } from "@/domain/deals/posting/draft-fields";
import { MARKET_ZONE } from "@/domain/shared/local-date";
import type { Refusal } from "@/domain/shared/result";
import type { SavedBidDraft } from "@/server/bidding/bid-draft";
import { currentSession } from "@/server/platform/identity/session";
import { TEMPLATE_NAME_FIELD } from "@/domain/bidding/bid-form-limits";

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

/** The button of the bid form that keeps what is typed as a template. */
export const KEEP_INTENT = "keep-template";

/** The bid form as a template; what cannot be kept is said at its field. */
export const templateForm = z.looseObject({}).transform((sent, context) => {
  const name = String(sent[TEMPLATE_NAME_FIELD] ?? "").trim();
  if (name === "")
    context.issues.push({ code: "custom", path: [TEMPLATE_NAME_FIELD], message: "required", input: sent });
  const fields = bidDraftFieldsSchema.safeParse(bidDraftFields(flattenFields(sent)));
  for (const issue of fields.error?.issues ?? [])
    context.issues.push({ ...issue, input: sent } as z.core.$ZodIssue as never);
  if (name === "" || !fields.success) return z.NEVER;
  return { name, from: { requestId: String(sent.requestId), fields: fields.data } };
});

/** Beside the name, where the rule is about templates. */
export const fieldOfTemplate = ({ code }: Refusal): string | null =>
  code === "too_many_templates" ? TEMPLATE_NAME_FIELD : null;
