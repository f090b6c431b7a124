import "server-only";
import { cookies, headers } from "next/headers";
import { DAY_MS } from "../../../domain/shared/instant";
import type { Origin } from "../execute";
import { DEVICE_LIFE_DAYS, type Whence, withKnownDevice } from "./attempts";
import {
  deviceCookieName,
  newSessionId,
  readSessionId,
  sealSessionCookie,
  sessionCookieName,
  sessionCookieOptions,
} from "./session";
import { hashOf } from "./tokens";

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

const readDevice = async (): Promise<string | null> => (await cookies()).get(deviceCookieName())?.value ?? null;

/** From where the caller tries something, for the limits of sign-in and of mails. */
export const currentWhence = async ({ ip }: Origin): Promise<Whence> => ({ ip, device: await readDevice() });

/** Remembers that this account was signed in to on this device: its next tries are its own, whatever strangers try. */
export async function rememberDevice(email: string): Promise<void> {
  const maxAge = (DEVICE_LIFE_DAYS * DAY_MS) / 1000;
  const value = withKnownDevice(await readDevice(), email);
  (await cookies()).set(deviceCookieName(), value, { ...sessionCookieOptions(), maxAge });
}
