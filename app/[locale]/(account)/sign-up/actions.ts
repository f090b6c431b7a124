"use server";

import { getLocale } from "next-intl/server";
import { z } from "zod";
import { refusePassword, typedPassword } from "@/domain/accounts/new-password";
import { DEFAULT_TIME_ZONE, timeZoneSchema } from "@/domain/accounts/person";
import { safePath } from "@/domain/accounts/safe-path";
import { accept } from "@/domain/shared/result";
import { signUp } from "@/server/commands/accounts/entry/sign-up";
import { formAction } from "@/server/platform/form-action";
import { draftSession, writeSessionCookie } from "@/server/platform/new-session";
import { hashPassword } from "@/server/platform/password";

const person = signUp.input;

export const signUpAction = formAction({
  command: signUp,
  form: z
    .object({
      name: z.string().optional(),
      email: z.string().optional(),
      password: typedPassword,
      timeZone: timeZoneSchema.catch(DEFAULT_TIME_ZONE),
    })
    .superRefine(({ name, email, password }, context) => refusePassword("password", [name, email])(password, context)),
  prepare: async ({ password, ...typed }, origin) => {
    const { id, session } = await draftSession(origin);
    const input = { ...typed, locale: await getLocale(), session };
    // What is malformed anyway is not worth a slow hash.
    const isWorthIt = person.safeParse({ ...input, passwordHash: "later" }).success;
    return accept({ input: { ...input, passwordHash: isWorthIt ? await hashPassword(password) : "none" }, kept: id });
  },
  fieldOf: ({ code }) => (code === "email_taken" ? "email" : null),
  then: async (_output, data, id) => {
    await writeSessionCookie(id);
    return { goTo: safePath(data.get("next")) ?? "/organisation/new" };
  },
});
