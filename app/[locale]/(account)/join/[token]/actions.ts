"use server";

import { z } from "zod";
import { accept, refuse } from "@/domain/shared/result";
import { acceptInvitation } from "@/server/accounts/invitations";
import { formAction } from "@/server/platform/form/form-action";
import { currentSession } from "@/server/platform/identity/session";

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
