"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { dropBidTemplate, keepBidTemplate, renameBidTemplate } from "@/server/bidding/bid-templates";
import { formAction } from "@/server/platform/form/form-action";

const here = () => ({ goTo: "/bids/templates" });
const atName = () => "name";

export const keepSentAction = formAction({
  command: keepBidTemplate,
  form: z
    .object({ bidId: z.string(), name: z.string().default("") })
    .transform(({ bidId, name }) => ({ name, from: { bidId } })),
  fieldOf: atName,
  then: here,
});

export const renameTemplateAction = formAction({
  command: renameBidTemplate,
  form: z.object({ templateId: z.string(), name: z.string().default("") }),
  fieldOf: atName,
  then: async (_, data) => ({
    notice: (await getTranslations("bidding.template"))("renamed", { name: String(data.get("name")).trim() }),
  }),
});

export const dropTemplateAction = formAction({
  command: dropBidTemplate,
  form: z.object({ templateId: z.string() }),
  then: here,
});
