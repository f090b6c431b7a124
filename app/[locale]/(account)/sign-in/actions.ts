"use server";

import { z } from "zod";
import { typedPassword } from "@/domain/accounts/password";
import { safePath } from "@/domain/accounts/safe-path";
import { accept } from "@/domain/shared/result";
import { enterDemo, signIn } from "@/server/accounts/sign-in";
import { signOut } from "@/server/accounts/sign-out";
import { checkCredentials } from "@/server/platform/identity/credentials";
import { sayHeader } from "@/server/platform/process/answer-status";
import { formAction } from "@/server/platform/form/form-action";
import {
  clearSessionCookie,
  currentWhence,
  draftSession,
  rememberDevice,
  writeSessionCookie,
} from "@/server/platform/identity/new-session";
import { platform } from "@/server/platform/platform";
import { newSessionId, readSessionId } from "@/server/platform/identity/session";
import { hashOf } from "@/server/platform/identity/tokens";
import { startPathOf } from "@/server/accounts/queries";

/** In, and on to where the person wanted to go, or to their own start. */
async function goOn(data: FormData, id: string): Promise<{ goTo: string }> {
  await writeSessionCookie(id);
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
