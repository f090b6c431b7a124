"use server";

import { z } from "zod";
import { draftFromText } from "@/server/deals/clerk/draft-from-text";
import { formAction } from "@/server/platform/form/form-action";

/** The pasted text becomes a draft, whose page shows every field that was read. */
export const readTextAction = formAction({
  command: draftFromText,
  form: z.object({ draftId: z.string(), text: z.string().default(""), zone: z.string() }),
  then: ({ id }) => ({ goTo: `/deals/drafts/${id}` }),
});
