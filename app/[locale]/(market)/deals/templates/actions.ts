"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { dropTemplate } from "@/server/deals/drop-template";
import { keepTemplate } from "@/server/deals/keep-template";
import { repeatDeal } from "@/server/deals/repeat-deal";
import { startFromTemplate } from "@/server/deals/start-from-template";
import { formAction } from "@/server/platform/form/form-action";

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
