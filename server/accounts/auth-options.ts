import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signIn, signOut } from "./sign-in";
import { checkCredentials } from "../platform/identity/credentials";
import { env } from "../platform/process/env";
import { execute } from "../platform/execute";
import {
  anonymous,
  currentOrigin,
  currentSession,
  currentWhence,
  draftSession,
  rememberDevice,
  sessionCookieName,
  sessionCookieOptions,
  sessionSecret,
} from "../platform/identity/session";
import { SESSION_LIFE_MS, hashOf } from "../platform/identity/tokens";

type Entered = { readonly id: string; readonly sid: string };

/** The same check, command and table as the sign-in page; null for every failure alike. */
async function authorize(claimed: Record<"email" | "password", string> | undefined): Promise<Entered | null> {
  if (typeof claimed?.email !== "string" || typeof claimed.password !== "string") return null;
  const origin = await currentOrigin();
  const checked = await checkCredentials(claimed, await currentWhence(origin));
  if (!checked.ok) return null;
  const { id: sid, session } = await draftSession(origin);
  const outcome = await execute(signIn, { actor: anonymous(), origin, input: { ...checked.value, session } });
  if (outcome.kind !== "done") return null;
  await rememberDevice(checked.value.email);
  return { id: outcome.value.userId, sid };
}

/**
 * next-auth as one more door to the same sessions: its token carries nothing but our opaque session id, which the gate looks up
 * at each request. A provider of the organisation's own (OIDC) joins the list here and opens its session in `jwt`.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: sessionSecret(),
  session: { strategy: "jwt", maxAge: SESSION_LIFE_MS / 1000 },
  useSecureCookies: env().baseUrl.startsWith("https://"),
  cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
  pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      authorize: async (claimed) => authorize(claimed),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => {
      const entered = user as Entered | undefined;
      return { sid: entered?.sid ?? token.sid };
    },
    async session({ session }) {
      const own = await currentSession();
      // Ended, suspended or unknown: a session without a user, which is how next-auth says that there is none.
      if (!own) return { expires: new Date(0).toISOString() };
      return { expires: session.expires, user: { name: own.userName, email: own.email } };
    },
    redirect: ({ url, baseUrl }) => (URL.parse(url, baseUrl)?.origin === baseUrl ? url : baseUrl),
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sid !== "string") return;
      await execute(signOut, {
        actor: anonymous(),
        origin: await currentOrigin(),
        input: { idHash: hashOf(token.sid) },
      });
    },
  },
});
