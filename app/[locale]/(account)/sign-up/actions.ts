"use server";

import { getLocale } from "next-intl/server";
import { z } from "zod";
import { DEFAULT_TIME_ZONE, emailSchema, personName, timeZoneSchema } from "@/domain/accounts/person";
import { refusePassword, typedPassword } from "@/domain/accounts/password";
import { safePath } from "@/domain/accounts/safe-path";
import { accept, refuse } from "@/domain/shared/result";
import { signUp } from "@/server/accounts/sign-up";
import { formAction } from "@/server/platform/form/form-action";
import { takeMail } from "@/server/platform/identity/attempts";
import { currentWhence } from "@/server/platform/identity/new-session";
import { hashPassword } from "@/server/platform/identity/credentials";
import { takePoint } from "@/server/platform/rate-limit";

export const signUpAction = formAction({
  command: signUp,
  form: z
    .object({
      name: personName,
      email: emailSchema,
      password: typedPassword,
      timeZone: timeZoneSchema.catch(DEFAULT_TIME_ZONE),
      next: z.string().default(""),
    })
    .superRefine(({ name, email, password }, context) => refusePassword("password", [name, email])(password, context)),
  prepare: async ({ password, next, ...typed }, origin) => {
    const seconds = await takePoint("sign_up", `address ${origin.ip ?? "unknown"}`);
    if (seconds > 0) return refuse("too_many_requests", { seconds });
    // Counted and hashed whether or not the address has an account, so that neither the answer nor its time tells.
    const isMailSpent = (await takeMail(typed.email, await currentWhence(origin))) > 0;
    const passwordHash = await hashPassword(password);
    const path = safePath(next) ?? "";
    return accept({
      input: { ...typed, locale: await getLocale(), next: path, isMailSpent, passwordHash },
      kept: path,
    });
  },
  then: (_output, _data, next) => ({ goTo: `/sign-up?sent=1${next && `&next=${encodeURIComponent(next)}`}` }),
});
