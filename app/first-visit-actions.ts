"use server";

import { getTranslations } from "next-intl/server";
import { dismissNote } from "@/server/accounts/first-visit";
import { formAction } from "@/server/platform/form/form-action";
import { preferenceAction } from "@/server/platform/form/preference-action";

export const dismissNoteAction = formAction({
  command: dismissNote,
  then: async () => ({ notice: (await getTranslations("about.note"))("away") }),
});

/** Of whoever has no account: a cookie, since there is nobody to keep it for. */
export const dismissPostingNoteAction = preferenceAction({ name: "notePosting", choices: ["away"] });
