"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { verifyEmail } from "@/server/commands/accounts/person/verify-email";
import { formAction } from "@/server/platform/form/form-action";

export const verifyEmailAction = formAction({
  command: verifyEmail,
  form: z.object({ token: z.string().default("") }),
  then: async () => ({ notice: (await getTranslations("accounts.verify"))("done") }),
});
