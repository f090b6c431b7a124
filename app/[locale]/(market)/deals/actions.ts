"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { formatTime } from "@/components/ui/time/format-time";
import { draftFieldsSchema, flattenFields } from "@/domain/deals/posting/draft-fields";
import { applyIntent, lineField, parseIntent, type PostingIntent } from "@/domain/deals/posting/posting-fields";
import { instant, MARKET_ZONE } from "@/domain/shared/time";
import type { DraftReview } from "@/server/deals/deal-draft";
import { discardDraft, saveDraft } from "@/server/deals/drafts";
import { publishDraft } from "@/server/deals/create-deal";
import { formAction } from "@/server/platform/form/form-action";
import { currentSession } from "@/server/platform/identity/session";
import { draftFromText } from "@/server/deals/draft-from-text";
import { dropTemplate, keepTemplate, repeatDeal, startFromTemplate } from "@/server/deals/templates";

const own = z.object({ draftId: z.string().catch(""), intent: z.string().catch("") });

const intentOf = (data: FormData) => parseIntent(String(data.get("intent") ?? ""));

/** What the pressed button does to the clerk's suggestions. */
function reviewOf(intent: PostingIntent): DraftReview {
  switch (intent.kind) {
    case "remove-line":
      return { removedLine: intent.line };
    case "confirm":
      return { confirms: [intent.field] };
    case "confirm-section":
      return { section: intent.section };
    default:
      return {};
  }
}

/** A form's tree as the fields of a draft, changed by the pressed button; what cannot be kept is said at the field. */
const postingForm = z.unknown().transform((tree, context) => {
  const { draftId, intent } = own.parse(tree);
  const meant = parseIntent(intent);
  const fields = draftFieldsSchema.safeParse(applyIntent(flattenFields(tree), meant));
  if (fields.success) return { draftId, fields: fields.data, review: reviewOf(meant) };
  context.issues.push(...fields.error.issues.map((issue) => ({ ...issue, input: tree }) as z.core.$ZodRawIssue));
  return z.NEVER;
});

async function savedWords(savedAt: number): Promise<string> {
  const [t, locale, session] = [await getTranslations("deals.form"), await getLocale(), await currentSession()];
  const zone = session?.timeZone ?? MARKET_ZONE;
  return t("saved", { time: formatTime(instant(savedAt), { locale, zone, shape: "time", hasSeconds: true }) });
}

/** Every button of the posting form saves it first and then leads to where it belongs. */
export const saveDraftAction = formAction({
  command: saveDraft,
  form: postingForm,
  then: async ({ id, savedAt, lines, version }, data) => {
    const intent = intentOf(data);
    const path = `/deals/drafts/${id}`;
    // An address that differs in its fragment only is not fetched anew by the browser's router.
    const draft = `${path}?v=${version}`;
    switch (intent.kind) {
      case "autosave":
        return { notice: await savedWords(savedAt), isQuiet: true };
      case "check":
        return { goTo: `${path}/check` };
      case "show-ways":
        return { goTo: `${draft}&ways=1#ways` };
      case "show-providers":
        return { goTo: `${draft}&providers=1#invited` };
      case "show-service":
        return { goTo: `${draft}#services.${intent.service}` };
      case "find-code":
        return { goTo: `${draft}&codes=${intent.line}#${lineField(intent.line, "hsCode")}` };
      case "narrow-code":
        return { goTo: `${draft}&codes=${intent.line}&below=${intent.code}#${lineField(intent.line, "hsCode")}` };
      case "take-code":
        return { goTo: `${draft}#${lineField(intent.line, "hsCode")}` };
      case "take-hub":
        return { goTo: `${draft}#hubId` };
      case "add-line":
        return { goTo: `${draft}#cargo[${lines - 1}].description` };
      case "remove-line":
        return { goTo: `${draft}#cargo` };
      case "add-row":
      case "remove-row":
        return { goTo: `${draft}#${intent.list}` };
      case "confirm":
        return { goTo: `${draft}#${intent.field}` };
      case "confirm-section":
        return { goTo: `${draft}#section-${intent.section}` };
      default:
        return { goTo: `${draft}&saved=1` };
    }
  },
});

export const publishDraftAction = formAction({
  command: publishDraft,
  form: z.object({ draftId: z.string(), version: z.coerce.number().int() }),
  then: ({ dealId }) => ({ goTo: `/deals/${dealId}` }),
});

export const discardDraftAction = formAction({
  command: discardDraft,
  form: z.object({ draftId: z.string() }),
  then: () => ({ goTo: "/deals" }),
});

/** The pasted text becomes a draft, whose page shows every field that was read. */
export const readTextAction = formAction({
  command: draftFromText,
  form: z.object({ draftId: z.string(), text: z.string().default(""), zone: z.string() }),
  then: ({ id }) => ({ goTo: `/deals/drafts/${id}` }),
});

export const repeatDealAction = formAction({
  command: repeatDeal,
  form: z.object({ dealId: z.string(), draftId: z.string() }),
  then: ({ draftId }) => ({ goTo: `/deals/drafts/${draftId}` }),
});

export const startFromTemplateAction = formAction({
  command: startFromTemplate,
  form: z.object({ templateId: z.string(), draftId: z.string() }),
  then: ({ draftId }) => ({ goTo: `/deals/drafts/${draftId}` }),
});

export const keepTemplateAction = formAction({
  command: keepTemplate,
  form: z.object({ draftId: z.string(), templateId: z.string(), name: z.string().default("") }),
  then: async () => ({ notice: (await getTranslations("deals.template"))("kept") }),
});

export const dropTemplateAction = formAction({
  command: dropTemplate,
  form: z.object({ templateId: z.string() }),
  then: () => ({ goTo: "/deals/new" }),
});
