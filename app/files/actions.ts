"use server";

import { getTranslations } from "next-intl/server";
import { removeFile } from "@/server/files/remove-file";
import { formAction } from "@/server/platform/form/form-action";

/** The page around it is drawn anew, without the file. */
export const removeFileAction = formAction({
  command: removeFile,
  then: async () => ({ notice: (await getTranslations("files.notice"))("removed") }),
});
