"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { emailSchema } from "@/domain/accounts/person";
import { refusePassword, typedPassword } from "@/domain/accounts/password";
import { accept, refuse } from "@/domain/shared/result";
import { askReset, resetPassword } from "@/server/accounts/passwords";
import { formAction } from "@/server/platform/form/form-action";
import { takeMail } from "@/server/platform/identity/attempts";
import { currentWhence, rememberDevice } from "@/server/platform/identity/new-session";
import { hashPassword } from "@/server/platform/identity/credentials";
import { takePoint } from "@/server/platform/rate-limit";

export const askResetAction = formAction({
  command: askReset,
  form: z.object({ email: emailSchema }),
  prepare: async ({ email }, origin) => {
    const seconds = await takeMail(email, await currentWhence(origin));
    return seconds > 0 ? refuse("too_many_requests", { seconds }) : accept({ input: { email }, kept: undefined });
  },
  then: async () => ({ notice: (await getTranslations("accounts.reset"))("sent") }),
});

export const resetPasswordAction = formAction({
  command: resetPassword,
  form: z
    .object({ token: z.string().default(""), password: typedPassword })
    .superRefine(({ password }, context) => refusePassword("password")(password, context)),
  prepare: async ({ token, password }, origin) => {
    const seconds = await takePoint("sign_in_address", `address ${origin.ip ?? "unknown"}`);
    if (seconds > 0) return refuse("too_many_requests", { seconds });
    return accept({ input: { token, passwordHash: await hashPassword(password) }, kept: undefined });
  },
  then: async ({ email }) => {
    // The link came to the address: whoever has opened it may sign in here, whatever strangers have tried meanwhile.
    await rememberDevice(email);
    return { goTo: "/sign-in?done=reset" };
  },
});
