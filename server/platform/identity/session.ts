import "server-only";
import { randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { encode } from "next-auth/jwt";
import { cache } from "react";
import { passOutage } from "../../../db/failures";
import { findSession, touchSession } from "../../../db/repositories/users";
import type { Actor } from "../../../domain/access/policy";
import { DAY_MS, type Instant, MINUTE_MS } from "../../../domain/shared/time";
import { sayMember } from "../process/answer-status";
import { env } from "../process/env";
import type { Origin } from "../execute";
import { mintActor } from "./mint-actor";
import { openSessionCookie } from "./open-session-cookie";
import { platform } from "../platform";
import { secret } from "../process/secrets";
import { isMarkOf, signUpMark, SIGN_UP_MARK_LIFE_MS } from "./sign-up-mark";
import { hashOf, SESSION_IDLE_MS, SESSION_LIFE_MS } from "./tokens";
import "server-only";
import { DEVICE_LIFE_DAYS, type Whence, withKnownDevice } from "./attempts";

const TOUCH_EVERY_MS = 5 * MINUTE_MS;

const isSecure = (): boolean => env().baseUrl.startsWith("https://");

/** `__Host-` binds the cookie to this host over https; plain http (the demo on one machine) cannot carry it. */
export const sessionCookieName = (): string => (isSecure() ? "__Host-kouan.session" : "kouan.session");

export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(), maxAge: SESSION_LIFE_MS / 1000 }) as const;

/** Whether somebody signed in on this device before is remembered beyond the session: attempts.ts. */
export const deviceCookieName = (): string => (isSecure() ? "__Host-kouan.device" : "kouan.device");

/** Whether an account was made in this browser within the hour: sign-up-mark.ts. */
export const signUpCookieName = (): string => (isSecure() ? "__Host-kouan.sign-up" : "kouan.sign-up");

/** next-auth signs and encrypts the cookie; all it carries is an opaque session id. */
export const sessionSecret = (): string => secret("kouan-session-secret").toString("base64");

export const newSessionId = (): string => randomBytes(32).toString("base64url");

export const sealSessionCookie = (sessionId: string): Promise<string> =>
  encode({ token: { sid: sessionId }, secret: sessionSecret(), maxAge: SESSION_LIFE_MS / 1000 });

/** The id in the caller's cookie, whether or not it is still good for anything. */
export async function readSessionId(): Promise<string | null> {
  const value = (await cookies()).get(sessionCookieName())?.value;
  return value ? openSessionCookie(value, sessionSecret()) : null;
}

/** A signed-in person with what every page shows of them. */
export type Session = {
  readonly actor: Actor;
  readonly idHash: string;
  readonly userName: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
  readonly timeZone: string;
  readonly organisation: {
    readonly id: string;
    readonly nameOwn: string;
    readonly nameLatin: string;
    readonly kind: "trader" | "platform";
  } | null;
  readonly hasListing: boolean;
};

type Row = NonNullable<Awaited<ReturnType<typeof findSession>>>;

function organisationOf(row: Row): Session["organisation"] {
  const { organisationId, role, nameOwn, nameLatin, kind } = row;
  if (!organisationId || !role || nameOwn === null || nameLatin === null || kind === null) return null;
  return { id: organisationId, nameOwn, nameLatin, kind };
}

type Standing = { readonly row: Row; readonly idHash: string; readonly now: Instant };

/** The session's row: null where it was never opened, is over, or its person or organisation is suspended. */
async function standing(sessionId: string): Promise<Standing | null> {
  const { database, clock } = platform();
  const now = clock();
  const idHash = hashOf(sessionId);
  const row = await findSession(database.read, { idHash });
  if (!row || row.revokedAt !== null || row.userSuspendedAt !== null || row.organisationSuspendedAt !== null)
    return null;
  return now >= row.expiresAt || now - row.lastSeenAt >= SESSION_IDLE_MS ? null : { row, idHash, now };
}

/** The session behind an id; null where it does not stand. Whoever asks by it has been seen. */
export async function sessionBehind(sessionId: string): Promise<Session | null> {
  const found = await standing(sessionId);
  if (!found) return null;
  const { row, idHash, now } = found;
  sayMember(row.userId);
  if (now - row.lastSeenAt > TOUCH_EVERY_MS)
    await platform()
      .database.write((tx) => touchSession(tx, idHash, now))
      .catch(passOutage);
  const organisation = organisationOf(row);
  return {
    actor: mintActor({
      kind: "user",
      userId: row.userId,
      organisationId: organisation?.id ?? null,
      role: organisation ? row.role : null,
    }),
    idHash,
    userName: row.userName,
    email: row.email,
    isEmailVerified: row.emailVerifiedAt !== null,
    timeZone: row.timeZone,
    organisation,
    hasListing: row.listingId !== null,
  };
}

/** Whether the session still stands for the same person and organisation. A tab that is left open is no use of it, so nothing is noted. */
export async function stillStands(sessionId: string, { userId, organisationId }: Actor): Promise<boolean> {
  const found = await standing(sessionId);
  if (!found || found.row.userId !== userId) return false;
  return (organisationOf(found.row)?.id ?? null) === organisationId;
}

/**
 * The session gate: the one place that mints a person's Actor. The cookie's id is looked up at each request, so that sign-out,
 * suspension and a changed role hold at once.
 */
export const currentSession = cache(async (): Promise<Session | null> => {
  const sessionId = await readSessionId();
  return sessionId === null ? null : sessionBehind(sessionId);
});

export const anonymous = (): Actor => mintActor({ kind: "anonymous" });

export const currentActor = async (): Promise<Actor> => (await currentSession())?.actor ?? anonymous();

/** The caller's address and the request's name, as the front door has settled them. */
export async function currentOrigin(): Promise<Origin> {
  const all = await headers();
  return { ip: all.get("x-forwarded-for"), requestId: all.get("x-request-id") };
}

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

/** Remembers for an hour that the password of an account to be confirmed was chosen in this browser. */
export async function markSignUp(email: string): Promise<void> {
  const value = signUpMark(email, platform().clock());
  (await cookies()).set(signUpCookieName(), value, { ...sessionCookieOptions(), maxAge: SIGN_UP_MARK_LIFE_MS / 1000 });
}

/** Whether it was chosen in the caller's browser: then the mailed link and this are as good as signing in. */
export async function isSignUpHere(email: string): Promise<boolean> {
  const mark = (await cookies()).get(signUpCookieName())?.value ?? null;
  return isMarkOf(mark, email, platform().clock());
}
