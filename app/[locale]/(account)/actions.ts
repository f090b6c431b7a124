"use server";

"use server";

"use server";

"use server";

"use server";

"use server";

import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { DEFAULT_TIME_ZONE, emailSchema, personName, timeZoneSchema } from "@/domain/accounts/person";
import { refusePassword, typedPassword } from "@/domain/accounts/password";
import { safePath } from "@/domain/accounts/safe-path";
import { accept, refuse } from "@/domain/shared/result";
import { endOtherSessions, endSession, enterDemo, signIn, signOut, signUp } from "@/server/accounts/sign-in";
import { formAction } from "@/server/platform/form/form-action";
import { takeMail } from "@/server/platform/identity/attempts";
import {
  clearSessionCookie,
  currentSession,
  currentWhence,
  draftSession,
  isSignUpHere,
  markSignUp,
  newSessionId,
  readSessionId,
  rememberDevice,
  writeSessionCookie,
} from "@/server/platform/identity/session";
import { checkCredentials, hashPassword } from "@/server/platform/identity/credentials";
import { takePoint } from "@/server/platform/rate-limit";
import { sayHeader } from "@/server/platform/process/answer-status";
import { platform } from "@/server/platform/platform";
import { hashOf } from "@/server/platform/identity/tokens";
import { addressBehindLink, startPathOf } from "@/server/accounts/queries";
import type { Origin } from "@/server/platform/execute";
import { askVerification, verifyEmail } from "@/server/accounts/email-verification";
import { acceptInvitation, askReset, changePassword, resetPassword } from "@/server/accounts/members";
import { confirmAndPublish } from "@/server/deals/visitors/sign-up-with-draft";
import { switchOrganisation } from "@/server/accounts/organisation";
import { changeProfile } from "@/server/accounts/user";
import { carryShortlist } from "../shortlist/carry-shortlist";

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
    await markSignUp(typed.email);
    const path = safePath(next) ?? "";
    return accept({
      input: { ...typed, locale: await getLocale(), next: path, isMailSpent, passwordHash },
      kept: path,
    });
  },
  then: (_output, _data, next) => ({ goTo: `/sign-up?sent=1${next && `&next=${encodeURIComponent(next)}`}` }),
});

/** In, and on to where the person wanted to go, or to their own start. */
async function goOn(data: FormData, id: string): Promise<{ goTo: string }> {
  await writeSessionCookie(id);
  await carryShortlist(id);
  // Which side is shown was the choice of whoever sat here before.
  (await cookies()).delete("view");
  return { goTo: safePath(data.get("next")) ?? (await startPathOf(platform().database.read, hashOf(id))) };
}

export const signInAction = formAction({
  command: signIn,
  form: z.object({ email: z.string().trim().min(1, "required").max(254, "too_long"), password: typedPassword }),
  prepare: async ({ email, password }, origin) => {
    const checked = await checkCredentials({ email, password }, await currentWhence(origin));
    if (!checked.ok) return checked;
    const { id, session } = await draftSession(origin);
    return accept({ input: { ...checked.value, session }, kept: { id, email } });
  },
  then: async (_output, data, { id, email }) => {
    await rememberDevice(email);
    return goOn(data, id);
  },
});

export const enterDemoAction = formAction({
  command: enterDemo,
  form: z.object({ handle: z.string().default("") }),
  prepare: async ({ handle }, origin) => {
    const { id, session } = await draftSession(origin);
    return accept({ input: { handle, session }, kept: id });
  },
  then: (_output, data, id) => goOn(data, id),
});

export const signOutAction = formAction({
  command: signOut,
  form: z.object({}),
  // Without a cookie there is nothing to end, and the answer is the same.
  prepare: async () => accept({ input: { idHash: hashOf((await readSessionId()) ?? newSessionId()) }, kept: null }),
  then: async () => {
    await clearSessionCookie();
    // Pages that the browser keeps for going back and files that were looked at. Not "storage": reports from the field that wait on this
    // phone to be sent lie there, and are lost with it; what is kept there of the person is taken away by ForgetPages. Not "cookies":
    // the language and the theme are no secret.
    sayHeader("Clear-Site-Data", '"cache"');
    return { goTo: "/sign-in" };
  },
});

/** The session that a mailed link opens where its account was made in this browser; without that its person signs in. */
async function entryBy(token: string, origin: Origin) {
  const { database, clock } = platform();
  const email = await addressBehindLink(database.read, token, clock());
  return email !== null && (await isSignUpHere(email))
    ? { ...(await draftSession(origin)), email }
    : { id: "", session: null, email: "" };
}

/** In by the link: as after any sign-in, the device is known from now on. */
async function letIn({ id, email }: { readonly id: string; readonly email: string }): Promise<void> {
  await writeSessionCookie(id);
  await carryShortlist(id);
  await rememberDevice(email);
}

const OF_REQUEST = /^\/requests\//;

/** On from a confirmed account to where its person wanted to go; who wants to bid enters the organisation that it still lacks first. */
const onFrom = (next: string): string =>
  next === "" || OF_REQUEST.test(next) ? `/organisation/new${next && `?next=${encodeURIComponent(next)}`}` : next;

/** Who is signed in stays where they are; who has just signed up in this browser is in, and anybody else signs in for the first time. */
export const verifyEmailAction = formAction({
  command: verifyEmail,
  form: z.object({ token: z.string().default(""), next: z.string().default("") }),
  prepare: async ({ token, next }, origin) => {
    const { session, ...entry } = await entryBy(token, origin);
    return accept({ input: { token, session }, kept: { ...entry, next: safePath(next) ?? "" } });
  },
  then: async ({ isIn }, _data, { next, ...entry }) => {
    if (isIn) {
      await letIn(entry);
      return { goTo: onFrom(next) };
    }
    return (await currentSession())
      ? { notice: (await getTranslations("accounts.verify"))("done") }
      : { goTo: `/sign-in?done=verified${next && `&next=${encodeURIComponent(next)}`}` };
  },
});

/** The address is confirmed, and the draft that waits for it published: whoever has signed up signs in to see it. */
export const confirmAndPublishAction = formAction({
  command: confirmAndPublish,
  form: z.object({ token: z.string().default("") }),
  prepare: async ({ token }, origin) => {
    const { session, ...entry } = await entryBy(token, origin);
    return accept({ input: { token, session }, kept: entry });
  },
  then: async ({ dealId, draftId, isIn }, _data, entry) => {
    if (isIn) {
      await letIn(entry);
      if (dealId) return { goTo: `/deals/${dealId}` };
      return { goTo: draftId ? `/deals/drafts/${draftId}?check=1` : onFrom("") };
    }
    if (dealId) return { goTo: `/sign-in?done=published&next=${encodeURIComponent(`/deals/${dealId}`)}` };
    if (draftId) return { goTo: `/sign-in?done=waits&next=${encodeURIComponent(`/deals/drafts/${draftId}?check=1`)}` };
    return { goTo: "/sign-in?done=verified" };
  },
});

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

export const joinAction = formAction({
  command: acceptInvitation,
  form: z.object({ token: z.string().default("") }),
  prepare: async ({ token }) => {
    const session = await currentSession();
    return session
      ? accept({ input: { token, sessionIdHash: session.idHash }, kept: undefined })
      : refuse("sign_in_needed");
  },
  then: () => ({ goTo: "/organisation/members" }),
});

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
