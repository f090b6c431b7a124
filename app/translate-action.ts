"use server";

import { getTranslations } from "next-intl/server";
import { formAction } from "@/server/platform/form/form-action";
import { translateText } from "@/server/translations/translate-text";

/** The page around it is drawn anew, with the translation in place of the text. */
export const translateAction = formAction({
  command: translateText,
  then: async () => ({ notice: (await getTranslations("translations"))("done") }),
});
