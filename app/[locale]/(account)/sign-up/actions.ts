"use server";

import { getLocale } from "next-intl/server";
import { z } from "zod";
import { emailSchema } from "@/domain/accounts/email";
import { refusePassword, typedPassword } from "@/domain/accounts/password/new-password";
import { DEFAULT_TIME_ZONE, personName, timeZoneSchema } from "@/domain/accounts/person";
import { safePath } from "@/domain/accounts/safe-path";
import { accept, refuse } from "@/domain/shared/result";
import { signUp } from "@/server/commands/accounts/entry/sign-up";
import { formAction } from "@/server/platform/form/form-action";
import { draftSession, writeSessionCookie } from "@/server/platform/identity/new-session";
import { hashPassword } from "@/server/platform/identity/password";
import { takePoint } from "@/server/platform/rate-limit";

export const signUpAction = formAction({
  command: signUp,
  form: z
    .object({
      name: personName,
      email: emailSchema,
      password: typedPassword,
      timeZone: timeZoneSchema.catch(DEFAULT_TIME_ZONE),
    })
    .superRefine(({ name, email, password }, context) => refusePassword("password", [name, email])(password, context)),
  prepare: async ({ password, ...typed }, origin) => {
    const seconds = await takePoint("sign_up", `address ${origin.ip ?? "unknown"}`);
    if (seconds > 0) return refuse("too_many_requests", { seconds });
    const { id, session } = await draftSession(origin);
    return accept({
      input: { ...typed, locale: await getLocale(), session, passwordHash: await hashPassword(password) },
      kept: id,
    });
  },
  fieldOf: ({ code }) => (code === "email_taken" ? "email" : null),
  then: async (_output, data, id) => {
    await writeSessionCookie(id);
    return { goTo: safePath(data.get("next")) ?? "/organisation/new" };
  },
});
