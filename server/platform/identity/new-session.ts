import "server-only";
import { cookies, headers } from "next/headers";
import type { Origin } from "../execute";
import { newSessionId, readSessionId, sealSessionCookie, sessionCookieName, sessionCookieOptions } from "./session";
import { hashOf } from "./token-hash";

const USER_AGENT_MAX = 300;

/** A session about to be opened: its secret id for the cookie, and what the command keeps of it. */
export async function draftSession(origin: Origin) {
  const id = newSessionId();
  const earlier = await readSessionId();
  const session = {
    idHash: hashOf(id),
    // The id changes with every sign-in; the one before ends.
    endsIdHash: earlier === null ? null : hashOf(earlier),
    ip: origin.ip,
    userAgent: (await headers()).get("user-agent")?.slice(0, USER_AGENT_MAX) ?? null,
  };
  return { id, session };
}

export async function writeSessionCookie(id: string): Promise<void> {
  (await cookies()).set(sessionCookieName(), await sealSessionCookie(id), sessionCookieOptions());
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}
