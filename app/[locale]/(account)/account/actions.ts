"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { refusePassword, typedPassword } from "@/domain/accounts/password";
import { accept, refuse } from "@/domain/shared/result";
import { switchOrganisation } from "@/server/accounts/switch-organisation";
import { askVerification } from "@/server/accounts/email-verification";
import { changePassword } from "@/server/accounts/passwords";
import { changeProfile } from "@/server/accounts/change-profile";
import { endOtherSessions, endSession } from "@/server/accounts/sign-out";
import { checkCredentials, hashPassword } from "@/server/platform/identity/credentials";
import { formAction } from "@/server/platform/form/form-action";
import { currentWhence } from "@/server/platform/identity/new-session";
import { currentSession } from "@/server/platform/identity/session";

const said = (key: string) => async () => ({ notice: (await getTranslations("accounts.account"))(key) });
const backToAccount = () => ({ goTo: "/account" });
const text = z.string().optional();

export const changeProfileAction = formAction({
  command: changeProfile,
  form: z.object({ name: text, locale: text, timeZone: text }),
  then: said("saved"),
});

export const askVerificationAction = formAction({
  command: askVerification,
  form: z.object({}),
  then: said("linkSent"),
});

export const changePasswordAction = formAction({
  command: changePassword,
  form: z
    .object({ currentPassword: typedPassword, newPassword: typedPassword })
    .superRefine(({ newPassword }, context) => refusePassword("newPassword")(newPassword, context)),
  prepare: async ({ currentPassword, newPassword }, origin) => {
    const session = await currentSession();
    if (!session) return refuse("sign_in_needed");
    const whence = await currentWhence(origin);
    const checked = await checkCredentials({ email: session.email, password: currentPassword }, whence);
    if (!checked.ok) return checked;
    const { provenHash } = checked.value;
    const passwordHash = provenHash === null ? "none" : await hashPassword(newPassword);
    return accept({ input: { provenHash, passwordHash, keepsIdHash: session.idHash }, kept: undefined });
  },
  fieldOf: ({ code }) => (code === "password_wrong" ? "currentPassword" : null),
  then: said("passwordDone"),
});

export const endSessionAction = formAction({
  command: endSession,
  form: z.object({ idHash: z.string().default("") }),
  then: backToAccount,
});

export const endOtherSessionsAction = formAction({
  command: endOtherSessions,
  form: z.object({}),
  prepare: async () => {
    const session = await currentSession();
    return session ? accept({ input: { keepsIdHash: session.idHash }, kept: undefined }) : refuse("sign_in_needed");
  },
  then: backToAccount,
});

export const switchOrganisationAction = formAction({
  command: switchOrganisation,
  form: z.object({ organisationId: z.string().default("") }),
  prepare: async ({ organisationId }) => {
    const session = await currentSession();
    return session
      ? accept({ input: { organisationId, sessionIdHash: session.idHash }, kept: undefined })
      : refuse("sign_in_needed");
  },
  then: () => ({ goTo: "/organisation/profile" }),
});
