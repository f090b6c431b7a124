"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { discardDraft, saveDraft } from "@/server/deals/drafts";
import { publishDraft } from "@/server/deals/create-deal";
import { formAction } from "@/server/platform/form/form-action";
import { manyAction } from "@/server/platform/form/many-action";
import { platform } from "@/server/platform/platform";
import { draftList } from "@/server/deals/queries";
import { draftFromText } from "@/server/deals/draft-from-text";
import { nextOfPosting, postingForm } from "./posting-intents";
import { dropTemplate, keepTemplate, repeatDeal, startFromTemplate } from "@/server/deals/templates";

/** Every button of the posting form saves it first and then leads to where it belongs. */
export const saveDraftAction = formAction({
  command: saveDraft,
  form: postingForm.transform(({ link, ...posting }) => ({ draftId: link, ...posting })),
  then: ({ id, ...saved }, data) => {
    const path = `/deals/drafts/${id}`;
    return nextOfPosting(data, { ...saved, path, checkPath: `${path}/check` });
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

/** Several drafts at once: what became of each is said. */
export const discardDraftsAction = manyAction({
  command: discardDraft,
  field: "draftIds",
  inputOf: (draftId) => ({ draftId }),
  named: async (actor) =>
    new Map((await draftList(platform().database.read, actor)).map(({ id, title }) => [id, title])),
  words: async (count) => (await getTranslations("deals.draft"))("removed", count),
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
