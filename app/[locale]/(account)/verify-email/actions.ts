"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { safePath } from "@/domain/accounts/safe-path";
import { accept } from "@/domain/shared/result";
import { verifyEmail } from "@/server/accounts/email-verification";
import { formAction } from "@/server/platform/form/form-action";
import { currentSession } from "@/server/platform/identity/session";

/** Who is signed in stays where they are; who has just signed up goes on to sign in for the first time. */
export const verifyEmailAction = formAction({
  command: verifyEmail,
  form: z.object({ token: z.string().default(""), next: z.string().default("") }),
  prepare: async ({ token, next }) => accept({ input: { token }, kept: safePath(next) ?? "" }),
  then: async (_output, _data, next) =>
    (await currentSession())
      ? { notice: (await getTranslations("accounts.verify"))("done") }
      : { goTo: `/sign-in?done=verified${next && `&next=${encodeURIComponent(next)}`}` },
});
